import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '#modules/today/index.ts'
import { weekdayOf } from '../weekday.ts'
import { changesOn } from './day-changes.ts'
import { dayOf, makeTimetable, periodOf } from './make-timetable.ts'
import { classes } from './overkant.ts'
import { hoursOf, rooms } from './subjects.data.ts'
import { makeTeams } from './teams.ts'
import { makePlan } from './weeks.ts'

const plan = makePlan()
const { teams, lessons } = plan
const mentor = teams.mentors.get('3c') ?? ''

/** Who or what is named more than once at one time. */
const twice = (those: readonly { slot: number; group: string; teacher: string; room: string }[]): string[] =>
  (['group', 'teacher', 'room'] as const).flatMap((whose) =>
    [...Map.groupBy(those, (lesson) => `${lesson.slot} ${lesson[whose]}`)]
      .filter(([, list]) => list.length > 1)
      .map(([name]) => `${whose} ${name}`),
  )

describe('The timetable of De Overkant', () => {
  test('has about nine hundred pupils in classes from gymnasium to vmbo-basis, 3c among them', () => {
    const seats = classes.reduce((sum, one) => sum + one.seats, 0)
    expect(seats).toBeGreaterThan(880)
    expect(seats).toBeLessThan(930)
    expect(new Set(classes.map(({ stream }) => stream)).size).toBe(6)
    expect(classes.find(({ name }) => name === '3c')).toMatchObject({ year: 3, stream: 'havo' })
  })

  test('gives every class its thirty-two lessons of what its stream asks, and no other', () => {
    for (const one of classes) {
      const asked = hoursOf(one)
      expect(
        [...asked.values()].reduce((sum, hours) => sum + hours, 0),
        one.name,
      ).toBe(32)
      const given = Map.groupBy(
        lessons.filter(({ group }) => group === one.name),
        ({ subject }) => subject,
      )
      expect(Object.fromEntries([...given].map(([subject, list]) => [subject, list.length])), one.name).toEqual(
        Object.fromEntries(asked),
      )
    }
  })

  test('can be kept: no class, no teacher and no room twice at one time, each lesson in a room of its kind', () => {
    expect(lessons).toHaveLength(classes.length * 32)
    expect(twice(lessons)).toEqual([])
    expect(lessons.filter(({ kind, room }) => !rooms[kind].includes(room))).toEqual([])
  })

  test('leaves no class an hour between, and nobody more lessons than a week has room for', () => {
    for (const { name } of classes)
      for (let day = 0; day < 5; day++) {
        const periods = lessons
          .filter(({ group, slot }) => group === name && dayOf(slot) === day)
          .map(({ slot }) => periodOf(slot))
          .toSorted((one, other) => one - other)
        expect(periods, `${name} on day ${day}`).toEqual(periods.map((_, at) => at))
        expect(periods.length).toBeGreaterThanOrEqual(6)
      }
    const loads = Map.groupBy(lessons, ({ teacher }) => teacher)
    for (const [teacher, list] of loads) expect(list.length, teacher).toBeLessThanOrEqual(26)
  })

  test('gives each class a mentor who teaches it; 3c has Loes Bakker for Dutch', () => {
    for (const { name } of classes) {
      const subjects = lessons.filter(({ group, teacher }) => group === name && teacher === teams.mentors.get(name))
      expect(new Set(subjects.map(({ subject }) => subject)).size, name).toBeGreaterThan(1)
    }
    const loes = teams.teachers.find(({ key }) => key === mentor)
    expect(loes).toMatchObject({ firstName: 'Loes', lastName: 'Bakker', department: 'dutch' })
  })

  test('is the same every time', () => {
    expect(makePlan()).toEqual(plan)
    expect(makeTimetable(teams.courses, teams.teachers)).toEqual(makeTimetable(teams.courses, teams.teachers))
    expect(makeTeams()).toEqual(teams)
  })
})

describe('A day on which not all is as usual', () => {
  const schoolDay = fc
    .integer({ min: 0, max: 3000 })
    .map((ahead) => dayAfter('2026-01-05', ahead))
    .filter((day) => weekdayOf(day) < 5)

  test('can be kept too, whatever the day', () => {
    fc.assert(
      fc.property(schoolDay, (day) => {
        const changes = changesOn(lessons, day, mentor)
        const changed = new Map(changes.map(({ lesson, becomes }) => [lesson, becomes]))
        expect(changed.size).toBe(changes.length)
        const held = lessons
          .filter(({ slot }) => dayOf(slot) === weekdayOf(day))
          .flatMap((lesson) => {
            const becomes = changed.get(lesson)
            return becomes === null ? [] : [{ ...lesson, ...becomes }]
          })
        expect(twice(held)).toEqual([])
        expect(held.filter(({ kind, room }) => !rooms[kind].includes(room))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('has something for 3c: a lesson that is cancelled and one in another room; its mentor is there', () => {
    fc.assert(
      fc.property(schoolDay, (day) => {
        const changes = changesOn(lessons, day, mentor)
        const own = changes.filter(({ lesson }) => lesson.group === '3c')
        expect(own.some(({ becomes }) => becomes === null)).toBe(true)
        expect(own.some(({ lesson, becomes }) => becomes !== null && becomes.room !== lesson.room)).toBe(true)
        expect(changes.filter(({ lesson, becomes }) => lesson.teacher === mentor && becomes === null)).toEqual([])
        expect(changesOn(lessons, day, mentor)).toEqual(changes)
      }),
      { numRuns: 50 },
    )
  })

  test('moves lessons forward on some days', () => {
    const moved = Array.from({ length: 28 }, (_, at) => dayAfter('2026-11-23', at))
      .filter((day) => weekdayOf(day) < 5)
      .flatMap((day) => changesOn(lessons, day, mentor))
      .filter(({ lesson, becomes }) => becomes !== null && becomes.slot < lesson.slot)
    expect(moved.length).toBeGreaterThan(5)
  })
})
