import { drawFrom, type Draw } from '../draw.ts'
import { periods, rooms, departments, type RoomKind } from './subjects.data.ts'
import type { Course, Teacher } from './teams.ts'

/** A lesson of the week: `slot` counts the periods of the week, from the first of Monday. */
export type PlacedLesson = {
  group: string
  subject: string
  teacher: string
  kind: RoomKind
  slot: number
  room: string
}

type Lesson = Omit<PlacedLesson, 'slot' | 'room'> & { id: number; slot: number | null }

const perDay = periods.length
const days = 5

export const dayOf = (slot: number): number => Math.floor(slot / perDay)
export const periodOf = (slot: number): number => slot % perDay

/** No class has school in a seventh period but on two days, which are not the same for all. */
const slotsOf = (at: number): number[] => {
  const long = [at % days, (at + 2) % days]
  return Array.from({ length: days * perDay }, (_, slot) => slot).filter(
    (slot) => periodOf(slot) < perDay - 1 || long.includes(dayOf(slot)),
  )
}

/** More steps than a timetable that can be made ever takes. */
const mostSteps = 60_000

/**
 * A week that can be kept: no class, teacher or room twice at one time, and no hour between. Lessons are put down one by
 * one where they hurt least; one that is pushed aside is put down again, and what was pushed often pushes back. The same
 * courses give the same week.
 * @throws when no week was found
 */
export const makeTimetable = (courses: readonly Course[], teachers: readonly Teacher[]): PlacedLesson[] => {
  const week = new Week(courses, drawFrom(36))
  const waiting = [...week.lessons]
  for (let step = 0; waiting.length > 0; step += 1) {
    if (step > mostSteps) throw new Error(`no timetable: ${waiting.length} lessons are left`)
    const lesson = waiting.shift()
    if (lesson) waiting.push(...week.place(lesson))
  }
  return withRooms(week.lessons, teachers)
}

class Week {
  readonly lessons: Lesson[]
  readonly #draw: Draw
  readonly #open = new Map<string, number[]>()
  /** The lessons of each slot. */
  readonly #at: Lesson[][] = Array.from({ length: days * perDay }, () => [])
  /** How often a lesson was put in a slot before. */
  readonly #tried = new Map<string, number>()
  readonly #pushed = new Map<number, number>()

  constructor(courses: readonly Course[], draw: Draw) {
    this.#draw = draw
    const groups = [...new Set(courses.map(({ group }) => group))]
    groups.forEach((group, at) => this.#open.set(group, slotsOf(at)))
    const load = new Map<string, number>()
    for (const { teacher, hours } of courses) load.set(teacher, (load.get(teacher) ?? 0) + hours)
    const all = courses.flatMap(({ group, subject, teacher, department, hours }) =>
      Array.from({ length: hours }, () => ({ group, subject, teacher, kind: departments[department].room })),
    )
    // Where there is least room first.
    const hardness = (one: Omit<Lesson, 'id' | 'slot'>): number =>
      (load.get(one.teacher) ?? 0) - rooms[one.kind].length * 2
    this.lessons = draw
      .shuffled(all)
      .toSorted((one, other) => hardness(other) - hardness(one))
      .map((one, id) => ({ ...one, id, slot: null }))
  }

  /** Puts a lesson where it hurts least. @returns what it pushed aside */
  place(lesson: Lesson): Lesson[] {
    let best: { cost: number; slot: number; aside: Lesson[] } | null = null
    for (const slot of this.#open.get(lesson.group) ?? []) {
      const aside = this.#inTheWay(lesson, slot)
      const cost =
        aside.reduce((sum, one) => sum + 4 + (this.#pushed.get(one.id) ?? 0), 0) +
        this.#crowd(lesson, slot) +
        (this.#tried.get(`${lesson.id} ${slot}`) ?? 0) * 2 +
        this.#draw.below(100) / 100
      if (best === null || cost < best.cost) best = { cost, slot, aside }
    }
    if (best === null) throw new Error(`${lesson.group} has no hours`)
    for (const one of best.aside) this.#take(one)
    lesson.slot = best.slot
    this.#at[best.slot]?.push(lesson)
    const tried = `${lesson.id} ${best.slot}`
    this.#tried.set(tried, (this.#tried.get(tried) ?? 0) + 1)
    return best.aside
  }

  #take(lesson: Lesson): void {
    const there = lesson.slot === null ? undefined : this.#at[lesson.slot]
    there?.splice(there.indexOf(lesson), 1)
    lesson.slot = null
    this.#pushed.set(lesson.id, (this.#pushed.get(lesson.id) ?? 0) + 1)
  }

  /** What cannot be at the same time: the class, the teacher, and one too many in rooms of a kind. */
  #inTheWay(lesson: Lesson, slot: number): Lesson[] {
    const there = this.#at[slot] ?? []
    const clash = there.filter((one) => one.group === lesson.group || one.teacher === lesson.teacher)
    const rest = there.filter((one) => one.kind === lesson.kind && !clash.includes(one))
    const over = rest.length >= rooms[lesson.kind].length
    const [softest] = over
      ? rest.toSorted((one, other) => (this.#pushed.get(one.id) ?? 0) - (this.#pushed.get(other.id) ?? 0))
      : []
    return softest ? [...clash, softest] : clash
  }

  /** Nobody wants a subject three times a day, but for what takes half the week. */
  #crowd(lesson: Lesson, slot: number): number {
    const first = dayOf(slot) * perDay
    const same = this.#at
      .slice(first, first + perDay)
      .flat()
      .filter((one) => one.group === lesson.group && one.subject === lesson.subject).length
    const often = lesson.kind === 'care' || lesson.kind === 'shop'
    return often ? Math.max(0, same - 2) * 2 : same * same * 2
  }
}

/** A teacher stays in one room as far as it goes. */
const withRooms = (lessons: readonly Lesson[], teachers: readonly Teacher[]): PlacedLesson[] => {
  const home = homesOf(teachers)
  return [...Map.groupBy(lessons, ({ slot }) => slot ?? 0)].flatMap(([slot, there]) => {
    const taken = new Set<string>()
    const wish = (one: Lesson): string | undefined => home.get(one.teacher)
    const take = (one: Lesson, room: string | undefined): PlacedLesson[] => {
      if (room === undefined || taken.has(room) || !rooms[one.kind].includes(room)) return []
      taken.add(room)
      const { group, subject, teacher, kind } = one
      return [{ group, subject, teacher, kind, slot, room }]
    }
    const settled = new Map(there.map((one) => [one, take(one, wish(one))]))
    return there.flatMap((one) => {
      const own = settled.get(one) ?? []
      if (own.length > 0) return own
      const found = take(
        one,
        rooms[one.kind].find((room) => !taken.has(room)),
      )
      if (found.length === 0) throw new Error(`there is no room for ${one.subject} of ${one.group}`)
      return found
    })
  })
}

/** Who has no room of one's own by name is given those that are left, in turn. */
const homesOf = (teachers: readonly Teacher[]): Map<string, string> => {
  const given = new Set(teachers.map(({ room }) => room))
  const left = rooms.plain.filter((room) => !given.has(room))
  const turns = new Map<RoomKind, number>()
  return new Map(
    teachers.map(({ key, department, room }) => {
      const { room: kind } = departments[department]
      const turn = turns.get(kind) ?? 0
      turns.set(kind, turn + 1)
      const list = kind === 'plain' ? left : rooms[kind]
      return [key, room ?? list[turn % list.length] ?? '']
    }),
  )
}
