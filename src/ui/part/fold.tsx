import type { Child, FC } from 'hono/jsx'

/** What not everybody needs, behind one line. Works without a script. */
export const Fold: FC<{ title: Child; open?: boolean | undefined; children?: Child }> = ({ title, open, children }) => (
  <details class="fold" open={open}>
    <summary>{title}</summary>
    <div class="stack">{children}</div>
  </details>
)
