import type { OwnSight } from '#modules/sight/index.ts'
import type { Today } from './build-today.ts'
import type { Subject } from './day.ts'

/** Of whom the reader does not want to see the timetable, no timetable makes the day; that school is shut is told. */
export const timedBy = ({ hides }: OwnSight, subjects: readonly Subject[]): Subject[] =>
  subjects.map((subject) => (hides(subject.id, 'timetable') ? { ...subject, boundTo: [] } : subject))

/** The page without the days of those children. */
export const withSight = (today: Today, { hides }: OwnSight): Today => ({
  ...today,
  cards: today.cards.filter(({ subject }) => !hides(subject.id, 'timetable')),
})
