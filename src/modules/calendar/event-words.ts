import type { Lang } from '#platform/i18n/lang.ts'
import { audienceWords, eventName, type CalendarEvent } from './event.ts'
import { texts } from './texts.ts'

/** An event on one of its days, as the agenda says it. */
export type EventWords = { title: string; line: string }

const clockOf = (lang: Lang, time: string): string => {
  const [hours = '0', minutes = '00'] = time.split(':')
  return `${Number(hours)}${lang === 'nl' ? '.' : ':'}${minutes}`
}

/** "19.30 tot 21.00 uur", "vanaf 8.30 uur", or nothing. */
export const timesInWords = (lang: Lang, { startsTime, endsTime }: CalendarEvent): string => {
  const words = texts(lang).times
  if (startsTime === null) return ''
  const starts = clockOf(lang, startsTime)
  return endsTime === null ? words.from(starts) : words.span(starts, clockOf(lang, endsTime))
}

/** Its name; and when, for whom and what one should know, in one line. */
export const eventWords = (lang: Lang, event: CalendarEvent): EventWords => ({
  title: eventName(lang, event),
  line: [[timesInWords(lang, event), audienceWords(lang, event)].filter(Boolean).join(', '), event.line]
    .filter(Boolean)
    .join('. '),
})
