import type { Child, FC } from 'hono/jsx'
import type { IconName } from '../layout/frame.ts'
import { useTexts } from '../layout/language.ts'
import { Icon } from './icon.tsx'

/** Different from usual, waits, must be put right, done. The word in the tag says it too. */
export type Tone = 'notice' | 'hold' | 'error' | 'done'

export interface TagProps {
  tone?: Tone | undefined
  icon?: IconName | undefined
  children?: Child
}

export const Tag: FC<TagProps> = ({ tone, icon, children }) => (
  <span class={tone === undefined ? 'tag' : `tag tag-${tone}`}>
    {icon && <Icon name={icon} size="small" />}
    {children}
  </span>
)

/** Says that the people on this page are made up. */
export const Synthetic: FC = () => <span class="synthetic">{useTexts().synthetic}</span>
