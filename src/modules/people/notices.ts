import type { Entered, Tell } from '#platform/db/context.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { noticeTexts } from './notices/texts.ts'
import { paths } from './paths.ts'

export type Notice = { text: string; href: string | null }

/**
 * What a page of the day tells a guardian or a pupil of rights: of a child about whom the school is to be asked, of a child of
 * age who lets nobody in, and of a birthday within thirty days that moves rights. It came with entering, and costs nothing.
 */
export const noticesOf = (
  { tells, today, schoolName }: Pick<Entered, 'tells' | 'today' | 'schoolName'>,
  lang: Lang,
): Notice[] => tells.map((tell) => noticeOf(tell, { today, school: schoolName, lang }))

const noticeOf = (
  { why, name, on }: Tell,
  { today, school, lang }: { today: string; school: string | null; lang: Lang },
): Notice => {
  const words = noticeTexts(lang)
  const days = words.inDays(on === undefined ? 0 : daysUntil(today, on))
  const own = { text: why === 'sixteen' ? words.ownSixteen(days) : words.ownEighteen(days), href: paths.looking }
  if (name === null) return own
  const text = {
    ask: () => words.ask(name, school),
    adult: () => words.adult(name),
    sixteen: () => words.sixteen(name, days),
    eighteen: () => words.eighteen(name, days),
  }[why]()
  return { text, href: null }
}

const daysUntil = (today: string, on: string): number => Math.round((Date.parse(on) - Date.parse(today)) / 86_400_000)
