import type { Child, FC } from 'hono/jsx'
import type { IconName } from '../layout/frame.ts'
import { Icon } from './icon.tsx'

export interface NoteProps {
  /** Left out: something is done or settled. */
  tone?: 'hold' | 'notice' | undefined
  icon?: IconName | undefined
  children?: Child
}

/** One sentence about the state of this page. At most one per page. */
export const Note: FC<NoteProps> = ({ tone, icon, children }) => (
  <p class={tone === undefined ? 'note' : `note note-${tone}`} role="status">
    <Icon name={icon ?? signOf(tone)} />
    <span>{children}</span>
  </p>
)

const signOf = (tone: NoteProps['tone']): IconName =>
  tone === undefined ? 'done' : tone === 'hold' ? 'waiting' : 'attention'
