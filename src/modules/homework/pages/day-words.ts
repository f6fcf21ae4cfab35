import { clockInWords, dayInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import type { Homework } from '../homework.ts'
import { texts } from '../texts.ts'
import { nearness } from '../words.ts'

/** "morgen, donderdag 26 november", or "vrijdag 27 november". */
export const dayLong = (lang: Lang, today: string, day: string): string => {
  const near = nearness(today, day)
  const words = dayInWords(lang, day)
  return near === null ? words : `${texts(lang)[near]}, ${words}`
}

/** "om 10.30 uur, op papier, ongeveer 20 minuten". */
export const howOf = (lang: Lang, { dueTime, way, minutes }: Homework): string => {
  const words = texts(lang).item
  return [
    dueTime === null ? '' : words.at(clockInWords(lang, dueTime)),
    way === null ? '' : words.ways[way],
    minutes === null ? '' : words.minutes(minutes),
  ]
    .filter(Boolean)
    .join(', ')
}
