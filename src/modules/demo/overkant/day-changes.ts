import { weekdayOf } from '../weekday.ts'
import { drawFrom, type Draw } from '../draw.ts'
import { dayOf, type PlacedLesson } from './make-timetable.ts'
import { rooms } from './subjects.data.ts'

/** What becomes of a lesson on one day: it is cancelled, or it is at another time or in another room. */
export type LessonChange = { lesson: PlacedLesson; becomes: null | { slot: number; room: string } }

/** The class in which something is not as usual on every day. */
export const shownClass = '3c'

const absentees = 3
const roomChanges = 5

/**
 * What is not as usual on a school day: some teachers are ill, a lesson moves to an hour that fell free, and some lessons are
 * in another room. What is left can be kept: nobody and no room twice. The same day has the same changes.
 * @param spared a teacher who is never ill
 */
export const changesOn = (lessons: readonly PlacedLesson[], day: string, spared: string): LessonChange[] => {
  const today = lessons
    .filter(({ slot }) => dayOf(slot) === weekdayOf(day))
    .toSorted((one, other) => one.slot - other.slot)
  const draw = drawFrom(Number(day.replaceAll('-', '')))
  const ill = illOn(today, spared, draw)
  const cancelled = today.filter(({ teacher }) => ill.has(teacher))
  const on = new Map(today.filter((lesson) => !cancelled.includes(lesson)).map((lesson) => [lesson, placeOf(lesson)]))
  const moved = moveForward(cancelled, on)
  const elsewhere = otherRooms(on, moved, draw)
  return [
    ...cancelled.map((lesson) => ({ lesson, becomes: null })),
    ...[...moved, ...elsewhere].map((lesson) => ({ lesson, becomes: on.get(lesson) ?? null })),
  ]
}

type Place = { slot: number; room: string }
type On = Map<PlacedLesson, Place>

const placeOf = ({ slot, room }: PlacedLesson): Place => ({ slot, room })

/** Whoever gives the last lesson of the class that is shown, and two more. */
const illOn = (today: readonly PlacedLesson[], spared: string, draw: Draw): ReadonlySet<string> => {
  const last = today.findLast(({ group, teacher }) => group === shownClass && teacher !== spared)
  const others = draw.shuffled([...new Set(today.map(({ teacher }) => teacher))].filter((one) => one !== spared))
  const shown = today.filter(({ group }) => group === shownClass).map(({ teacher }) => teacher)
  return new Set([
    ...(last ? [last.teacher] : []),
    ...others.filter((one) => !shown.includes(one)).slice(0, absentees - 1),
  ])
}

/** The last lesson of a class takes an earlier hour that fell free, where its teacher and a room are free too. */
const moveForward = (cancelled: readonly PlacedLesson[], on: On): PlacedLesson[] => {
  const moved: PlacedLesson[] = []
  for (const gone of cancelled) {
    const [last] = [...on.keys()]
      .filter(({ group }) => group === gone.group)
      .toSorted((one, other) => other.slot - one.slot)
    if (!last || last.slot <= gone.slot || moved.includes(last) || gone.group === shownClass) continue
    const there = [...on].filter(([, { slot }]) => slot === gone.slot)
    if (there.some(([{ group, teacher }]) => group === gone.group || teacher === last.teacher)) continue
    const room = freeRoom(last, gone.slot, on)
    if (room === undefined) continue
    on.set(last, { slot: gone.slot, room })
    moved.push(last)
  }
  return moved
}

const freeRoom = (lesson: PlacedLesson, slot: number, on: On): string | undefined => {
  const taken = new Set([...on.values()].filter((place) => place.slot === slot).map(({ room }) => room))
  return [lesson.room, ...rooms[lesson.kind]].find((room) => !taken.has(room))
}

const otherRooms = (on: On, moved: readonly PlacedLesson[], draw: Draw): PlacedLesson[] => {
  const plain = [...on.keys()].filter((lesson) => lesson.kind === 'plain' && !moved.includes(lesson))
  const first = plain.find(({ group }) => group === shownClass)
  const chosen = new Set([...(first ? [first] : []), ...draw.shuffled(plain).slice(0, roomChanges - 1)])
  return [...chosen].filter((lesson) => {
    const room = freeRoom(lesson, lesson.slot, on)
    if (room === undefined) return false
    on.set(lesson, { slot: lesson.slot, room })
    return true
  })
}
