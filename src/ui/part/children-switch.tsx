import type { FC } from 'hono/jsx'
import { Name } from './name.tsx'
import { Who, type WhoTone } from './who.tsx'

export interface ChildLink {
  href: string
  name: string
  current: boolean
  tone?: WhoTone | undefined
}

export interface ChildrenSwitchProps {
  label: string
  /** The link to all children together; left out where one is always chosen. */
  all?: { href: string; label: string; current: boolean } | undefined
  items: readonly ChildLink[]
}

/** All children or one of them. Leave it out for a single child. */
export const ChildrenSwitch: FC<ChildrenSwitchProps> = ({ label, all, items }) => (
  <nav aria-label={label}>
    <ul class="kids">
      {all && (
        <li>
          <a class="all" href={all.href} aria-current={all.current ? 'true' : undefined}>
            {all.label}
          </a>
        </li>
      )}
      {items.map((child) => (
        <li>
          <a href={child.href} aria-current={child.current ? 'true' : undefined}>
            <Who name={child.name} tone={child.tone} />
            <Name>{child.name}</Name>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
