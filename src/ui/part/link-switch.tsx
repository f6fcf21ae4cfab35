import type { FC } from 'hono/jsx'
import { Name } from './name.tsx'

export interface LinkSwitchProps {
  label: string
  items: readonly { href: string; label: string; current: boolean }[]
}

/** One out of a few pages of the same kind, such as two schools. Renders nothing when there is no choice. */
export const LinkSwitch: FC<LinkSwitchProps> = ({ label, items }) =>
  items.length < 2 ? null : (
    <nav aria-label={label} class="no-print">
      <ul class="kids">
        {items.map((item) => (
          <li>
            <a class="all" href={item.href} aria-current={item.current ? 'true' : undefined}>
              <Name>{item.label}</Name>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
