import type { Child, FC } from 'hono/jsx'
import type { Fact } from './facts.tsx'

export interface AgreedProps {
  items: readonly Fact[]
  /** The agreement itself, and what the link to it says. */
  link?: { href: string; label: Child } | undefined
  /** Nothing is agreed yet: the line is drawn as not there. */
  isOpen?: boolean | undefined
  children?: Child
}

/** The double line of an agreement, wherever software acts on one: what was agreed, by whom, since when. Used for nothing else. */
export const Agreed: FC<AgreedProps> = ({ items, link, isOpen, children }) => (
  <div class={isOpen ? 'agreed agreed-open' : 'agreed'}>
    {children}
    {items.length > 0 && (
      <dl>
        {items.map(({ term, value }) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    )}
    {link && (
      <p>
        <a href={link.href}>{link.label}</a>
      </p>
    )}
  </div>
)
