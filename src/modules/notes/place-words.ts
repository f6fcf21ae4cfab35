import { isRoomNumber } from '#modules/timetable/index.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { texts } from './texts.ts'

/** "lokaal 12" for a number; a place with a name is called by it. */
export const placeWords = (lang: Lang, place: string | null): string =>
  place === null ? '' : isRoomNumber(place) ? texts(lang).give.room(place) : place
