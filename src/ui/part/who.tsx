import type { FC } from 'hono/jsx'
import { initialsOf } from '../person-name.ts'

export type WhoTone = 1 | 2 | 3

export interface WhoProps {
  name: string
  /** One letter for a child, two for staff. */
  initials?: 1 | 2 | undefined
  /** Tells children of one family apart, beside the name and never instead of it. */
  tone?: WhoTone | undefined
  large?: boolean | undefined
}

/** The initial in a circle. The name stands beside it, so it is hidden from screen readers. */
export const Who: FC<WhoProps> = ({ name, initials = 1, tone, large }) => (
  <span class={`who${tone === undefined ? '' : ` who-${tone}`}${large ? ' who-l' : ''}`} aria-hidden="true">
    {initialsOf(name, initials)}
  </span>
)
