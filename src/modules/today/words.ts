import { isRoomNumber } from '#modules/timetable/index.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { dayAfter, type Closure, type Lesson } from './day.ts'
import { texts } from './texts.ts'

/** "Herfstvakantie", or the name the school gave. */
export const closureName = (lang: Lang, { kind, name }: Closure): string =>
  capital(kind === null ? (name ?? '') : texts(lang).holidays[kind], lang)

/** "lokaal 12" for a number; a place with a name is called by it. */
export const placeWords = (lang: Lang, place: string): string =>
  isRoomNumber(place) ? texts(lang).lesson.room(place) : place

/** "lokaal 4, was 16". */
export const placeOf = (lang: Lang, { place, wasPlace }: Lesson): string => {
  if (place === null) return ''
  const words = placeWords(lang, place)
  return wasPlace === null ? words : texts(lang).lesson.was(words, wasPlace)
}

export const titleOf = (lang: Lang, lesson: Lesson): string => lesson.title || texts(lang).lesson.untitled

/** With a capital first, and a Turkish i keeps its dot. */
export const capital = (text: string, lang: Lang): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** How near a day is: said by name within six days. */
export const nearness = (today: string, day: string): 'today' | 'tomorrow' | 'week' | 'far' => {
  if (day === today) return 'today'
  if (day === dayAfter(today)) return 'tomorrow'
  return day > today && day <= dayAfter(today, 6) ? 'week' : 'far'
}
