import type { Child, FC } from 'hono/jsx'

export interface SectionProps {
  id: string
  title: Child
  /** "small" for a heading inside a phone page. */
  size?: 'small' | undefined
  /** A link at the end of the heading's line. */
  deed?: Child
  children?: Child
}

/** A part of a page with its heading; `id` is where a link lands and names the heading. */
export const Section: FC<SectionProps> = ({ id, title, size, deed, children }) => {
  const heading = (
    <h2 id={`${id}-kop`} class={size === 'small' ? 'sec-head' : undefined}>
      {title}
    </h2>
  )
  return (
    <section id={id} class="stack-s" aria-labelledby={`${id}-kop`}>
      {deed ? (
        <div class="row spread">
          {heading}
          {deed}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}

export interface CardProps {
  id: string
  title: Child
  deed?: Child
  children?: Child
}

/** A white card with its heading, such as the day of one child. */
export const Card: FC<CardProps> = ({ id, title, deed, children }) => (
  <section id={id} class="card" aria-labelledby={`${id}-kop`}>
    <div class="card-head">
      <h2 id={`${id}-kop`} class="sec-head">
        {title}
      </h2>
      {deed}
    </div>
    {children}
  </section>
)
