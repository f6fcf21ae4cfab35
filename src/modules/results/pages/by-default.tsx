import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Agreed } from '#ui/part/agreed.tsx'
import { texts } from '../texts.ts'

export interface ByDefaultProps {
  lang: Lang
  name: string
  isPrimary: boolean
  hat: string | null
}

/** What holds where nothing is agreed yet: the child first. The line is drawn as open. */
export const ByDefault: FC<ByDefaultProps> = ({ lang, name, isPrimary, hat }) => {
  const { progress, byDefault } = texts(lang)
  const said =
    hat === 'pupil'
      ? isPrimary
        ? byDefault.pupilPrimary
        : byDefault.pupil
      : isPrimary
        ? progress.inPrimary(name)
        : progress.byDefault(name)
  return (
    <Agreed items={[]} isOpen>
      <p>{said}</p>
      <p class="small muted">{byDefault.open}</p>
    </Agreed>
  )
}
