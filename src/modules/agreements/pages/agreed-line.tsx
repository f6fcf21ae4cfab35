import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { listInWords } from '#ui/list.ts'
import { Agreed } from '#ui/part/agreed.tsx'
import type { Fact } from '#ui/part/facts.tsx'
import type { Agreement } from '../agreement.ts'
import { isMeeting } from '../scope.ts'
import { texts } from '../texts.ts'

/** How often the line of the school was kept in a month, over all teachers together. */
export type KeptLine = { month: string; kept: number; total: number }

/** In whole percents; all of it, and nothing of it, is said of nothing less. */
export const shareOf = ({ kept, total }: KeptLine): number =>
  kept === 0 || kept === total ? (100 * kept) / total : Math.min(99, Math.max(1, Math.round((100 * kept) / total)))

type Shown = Pick<Agreement, 'kind' | 'scope' | 'layings' | 'startsOn' | 'startedOn' | 'endsOn' | 'saidYes' | 'asked'>

/** Of fewer, how many said yes says something of each. */
const fewestOfClass = 5

/** Who said yes, since when, and how often it was kept: what stands beside an agreement. */
export const agreedFacts = (lang: Lang, agreement: Shown, today: string, kept: KeptLine | null = null): Fact[] => {
  const words = texts(lang).agreed
  const { layings, startsOn } = agreement
  const answered = (asks: 'consent' | 'advice'): string[] =>
    layings.flatMap(({ body, asks: what, answer }) =>
      what === asks && answer?.outcome === 'yes'
        ? [words.decided(texts(lang).bodies[body], dateInWords(lang, answer.decidedOn))]
        : [],
    )
  const [yes, advice] = [answered('consent'), answered('advice')]
  return [
    ...(yes.length > 0 ? [{ term: words.saidYes, value: listInWords(lang, yes) }] : []),
    ...inMeeting(lang, agreement).map((value) => ({ term: words.saidYes, value })),
    ...(advice.length > 0 ? [{ term: words.advised, value: listInWords(lang, advice) }] : []),
    ...layings.flatMap(({ body, reason }) =>
      reason === null ? [] : [{ term: words.unneeded, value: words.unneededWhy(texts(lang).bodies[body], reason) }],
    ),
    ...(startsOn === null ? [] : daysOf(lang, { ...agreement, startsOn }, today)),
    ...(kept === null
      ? []
      : [
          {
            term: words.kept(monthInWords(lang, kept.month)),
            value: words.keptTimes({ ...kept, share: shareOf(kept) }, agreement.kind),
          },
        ]),
  ]
}

/** Where a class or a family said yes. Of one pupil no number is told: each parent would know what the other said. */
const inMeeting = (lang: Lang, { scope, startsOn, saidYes, asked }: Shown): string[] => {
  const words = texts(lang).agreed
  if (startsOn === null || !isMeeting(scope)) return []
  if (scope.level === 'pupil') return [words.inTalk]
  return saidYes === null || asked === null || asked < fewestOfClass ? [words.inClass] : [words.meeting(saidYes, asked)]
}

/** From when until when, and when that was put in force here, where it was later. What was stopped before it began holds on no day. */
const daysOf = (lang: Lang, agreement: Shown & { startsOn: string }, today: string): Fact[] => {
  const words = texts(lang).agreed
  const { startsOn, endsOn, startedOn } = agreement
  const began = dateInWords(lang, startsOn)
  if (endsOn !== null && endsOn < startsOn) return [{ term: words.wouldBegin, value: began }]
  const isOver = endsOn !== null && endsOn < today
  return [
    { term: isOver ? words.was : startsOn > today ? words.from : words.since, value: began },
    ...(endsOn === null ? [] : [{ term: words.until, value: dateInWords(lang, endsOn) }]),
    ...(startedOn !== null && isWrittenLater(agreement, startedOn)
      ? [{ term: words.written, value: dateInWords(lang, startedOn) }]
      : []),
  ]
}

/** Put in force here after it was decided or began: a school writes what it agreed before as it was. */
const isWrittenLater = ({ startsOn, layings }: Shown & { startsOn: string }, startedOn: string): boolean =>
  startedOn > startsOn || layings.some(({ answer }) => answer !== null && answer.decidedOn < startedOn)

/** "oktober 2026", from the first day of the month. */
export const monthInWords = (lang: Lang, month: string): string => dateInWords(lang, month).replace(/^1(?:st)? /, '')

export const AgreedLine: FC<{ lang: Lang; agreement: Agreement; today: string; kept?: KeptLine | null }> = (props) => (
  <Agreed items={agreedFacts(props.lang, props.agreement, props.today, props.kept ?? null)} />
)
