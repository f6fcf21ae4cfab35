import type { Child, FC } from 'hono/jsx'

export interface Fact {
  term: string
  value: Child
}

/** Terms and their values, one pair a line. */
export const Facts: FC<{ items: readonly Fact[] }> = ({ items }) => (
  <dl class="facts">
    {items.map(({ term, value }) => (
      <>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)
