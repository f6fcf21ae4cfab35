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

/**
 * How it stands on its day in a week of others, without days and times, which a page says in its own way.
 * @returns what it is, and how and about how long, or that it is off or was moved to this day
 */
export const homeworkWords = (lang: Lang, item: Homework): { title: string; line: string } => {
  const words = texts(lang).item
  const title = whatOf(lang, item)
  if (item.state === 'withdrawn') return { title, line: words.withdrawn }
  const how = [
    item.way === null ? '' : words.ways[item.way],
    item.minutes === null ? '' : words.minutes(item.minutes),
    item.wasDueOn === null ? '' : words.moved,
  ]
  return { title, line: how.filter(Boolean).join(', ') }
}
