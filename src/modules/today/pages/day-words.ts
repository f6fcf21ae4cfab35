import { dayInWords, weekdayInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { texts } from '../texts.ts'
import { nearness } from '../words.ts'

/** "vandaag", "morgen", "donderdag", "donderdag 3 december": as short as the distance allows. */
export const dayShort = (lang: Lang, today: string, day: string): string => {
  const near = nearness(today, day)
  if (near === 'today') return texts(lang).today
  if (near === 'tomorrow') return texts(lang).tomorrow
  return near === 'week' ? weekdayInWords(lang, day) : dayInWords(lang, day)
}

/** In an English sentence a day takes "on", but tomorrow does not. */
export const dayInSentence = (lang: Lang, today: string, day: string): string => {
  const short = dayShort(lang, today, day)
  return lang === 'en' && nearness(today, day) !== 'tomorrow' ? `on ${short}` : short
}
