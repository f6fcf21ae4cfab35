import type { Child, FC } from 'hono/jsx'
import type { IconName } from '../layout/frame.ts'
import { countInWords } from '../number.ts'
import { useLang } from '../layout/language.ts'
import { Icon } from './icon.tsx'

export interface Count {
  value: number
  label: string
  /** What it means for the reader, in small text. */
  line?: string | undefined
  /** The table it counts, "#nieuw". Left out when there is nothing to go to. */
  href?: string | undefined
  icon?: IconName | undefined
  /** This one needs a person: it alone has a ground. */
  asks?: boolean | undefined
}

/** One cell per outcome, each a link to its table. */
export const Counts: FC<{ label: string; items: readonly Count[] }> = ({ label, items }) => (
  <nav aria-label={label}>
    <ul class="counts">
      {items.map((item) => (
        <Outcome {...item} />
      ))}
    </ul>
  </nav>
)

const Outcome: FC<Count> = ({ value, label, line, href, icon, asks }) => (
  <li class={asks ? 'asks' : undefined}>
    <Cell href={href}>
      <b>{countInWords(useLang(), value)}</b>
      <span class="label">
        {icon && <Icon name={icon} size="small" />}
        {label}
      </span>
      {line && <small>{line}</small>}
    </Cell>
  </li>
)

const Cell: FC<{ href: string | undefined; children?: Child }> = ({ href, children }) =>
  href === undefined ? (
    <div class="cell">{children}</div>
  ) : (
    <a class="cell" href={href}>
      {children}
    </a>
  )
