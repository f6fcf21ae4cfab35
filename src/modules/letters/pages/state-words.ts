import { dateInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import type { RelationLine } from '../letter.ts'
import { texts } from '../texts.ts'

const said = (lang: Lang, day: string | null): string => (day === null ? '' : dateInWords(lang, day))

/** How somebody stands, in words. */
export const stateInWords = (lang: Lang, line: RelationLine): string => {
  const words = texts(lang)
  const [made, until, used] = [said(lang, line.madeOn), said(lang, line.until), said(lang, line.usedOn)]
  const sentence = line.state === 'letter' ? words.states.letter(used) : words.states[line.state](made, until)
  return line.via === 'mail' && line.state !== 'account' && line.state !== 'letter'
    ? `${sentence} (${words.mailed})`
    : sentence
}
