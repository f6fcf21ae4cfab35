import type { Child, FC } from 'hono/jsx'

/** One sentence that says what comes here, and when. */
export const Empty: FC<{ children?: Child }> = ({ children }) => <p class="card muted">{children}</p>
