import type { Lang } from '#platform/i18n/lang.ts'
import type { Homework } from './homework.ts'
import { dayAfter } from './school-day.ts'
import { texts } from './texts.ts'

/** "Rekenen: bladzijde 34"; of a test "Toets Rekenen: hoofdstuk 3". */
export const whatOf = (lang: Lang, { kind, subject, title }: Pick<Homework, 'kind' | 'subject' | 'title'>): string => {
  const words = texts(lang).item
  const what = subject === null ? title : words.of(subject, title)
  return kind === 'test' ? words.test(what) : what
}

/** Whether a day is said by a word of its own. */
export const nearness = (today: string, day: string): 'today' | 'tomorrow' | null =>
  day === today ? 'today' : day === dayAfter(today) ? 'tomorrow' : null
