import type { Child, FC } from 'hono/jsx'

/** What is not needed at first sight. Opens without script. */
export const Fold: FC<{ label: string; children?: Child }> = ({ label, children }) => (
  <details class="fold">
    <summary>{label}</summary>
    {children}
  </details>
)
