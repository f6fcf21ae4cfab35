import type { Child, FC } from 'hono/jsx'

/** A name or another text that a user wrote, kept apart from the direction of the text around it. */
export const Name: FC<{ children?: Child }> = ({ children }) => <bdi>{children}</bdi>
