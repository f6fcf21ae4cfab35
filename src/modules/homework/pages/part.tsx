import type { Child, FC } from 'hono/jsx'

export interface PartProps {
  /** Of the heading. */
  id: string
  /** 3 inside a part that has a heading of its own. */
  level: 2 | 3
  class?: string | undefined
  children?: Child
}

/** A part of the page under a heading. Inside another part it is no landmark: two children have days of the same name. */
export const Part: FC<PartProps> = ({ id, level, children, ...rest }) =>
  level === 2 ? (
    <section class={rest.class} aria-labelledby={id}>
      {children}
    </section>
  ) : (
    <div class={rest.class}>{children}</div>
  )

export const PartHead: FC<Omit<PartProps, 'class'>> = ({ id, level, children }) =>
  level === 2 ? (
    <h2 id={id} class="sec-head">
      {children}
    </h2>
  ) : (
    <h3 id={id} class="sec-head">
      {children}
    </h3>
  )
