import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { dayReached, rightsOf } from '../ages.ts'
import { texts } from '../texts.ts'

export interface RightsCardProps {
  frame: Frame
  /** What the child is called. */
  name: string
  birthDate: string | null
  age: number | null
}

/** Tells a guardian who decides about privacy, and until when the guardian sees how it goes. */
export const RightsCard: FC<RightsCardProps> = (props) => (
  <Card id="wie-beslist" title={texts(props.frame.lang).rights.title}>
    <p>{lineOf(props)}</p>
  </Card>
)

const lineOf = ({ frame, name, birthDate, age }: RightsCardProps): string => {
  const words = texts(frame.lang).rights
  if (birthDate === null) return words.unknown(name)
  const on = (years: number) => dateInWords(frame.lang, dayReached(birthDate, years))
  const { privacy, progress } = rightsOf(age)
  if (progress === 'opened') return words.opened(name)
  return privacy === 'pupil' ? words.sixteen(name, on(18)) : words.child(name, on(16), on(18))
}
