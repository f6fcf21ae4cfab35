import { expect, test } from 'vitest'
import {
  dayAfter,
  likelySubject,
  mondayOf,
  nextDue,
  ownSubjects,
  schoolWeekOf,
  subjectsOf,
  timeOn,
  weekdaysFrom,
} from './school-day.ts'

const days = ['2026-11-24', '2026-11-25', '2026-11-26']
const lessons = [
  { day: '2026-11-25', starts: '08:30', title: 'Taal' },
  { day: '2026-11-25', starts: '10:30', title: 'Rekenen' },
  { day: '2026-11-26', starts: '08:30', title: 'Rekenen' },
  { day: '2026-11-28', starts: '08:30', title: 'Gym' },
]

test('Homework is for the next lesson of its subject, whatever capitals it is written with.', () => {
  expect(nextDue(days, lessons, 'rekenen')).toEqual({ day: '2026-11-25', time: '10:30' })
})

test('Without a subject, or without a lesson of it on a school day, it is for the next school day.', () => {
  for (const subject of [null, 'Muziek', 'Gym'])
    expect(nextDue(days, lessons, subject)).toEqual({ day: '2026-11-24', time: null })
  expect(nextDue([], lessons, 'Rekenen')).toBeNull()
})

test('A day that is chosen gets the hour of the lesson of that day, if there is one.', () => {
  expect(timeOn(lessons, '2026-11-26', 'Rekenen')).toBe('08:30')
  expect(timeOn(lessons, '2026-11-26', 'Taal')).toBeNull()
  expect(timeOn(lessons, '2026-11-26', null)).toBeNull()
})

test('Subjects are proposed once: what the teacher used before first, then the timetable in order of the alphabet.', () => {
  expect(subjectsOf(['Rekenen', 'Project'], [...lessons, { day: '', starts: '', title: 'x'.repeat(81) }])).toEqual([
    'Rekenen',
    'Project',
    'Gym',
    'Taal',
  ])
})

test('A week begins on Monday; in the weekend the coming school week is looked at.', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(schoolWeekOf('2026-11-27')).toBe('2026-11-23')
  expect(schoolWeekOf('2026-11-28')).toBe('2026-11-30')
  expect(weekdaysFrom('2026-11-30')).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'])
  expect(dayAfter('2026-03-28', 2)).toBe('2026-03-30')
  expect(mondayOf('1969-12-31')).toBe('1969-12-29')
})

test('A teacher most likely means the subject used last of those given, else the one given most.', () => {
  const own = ownSubjects(
    ['Mentoruur', 'Nederlands', 'Nederlands'].map((title) => ({ day: '', starts: '', title, own: true })),
  )
  expect(own).toEqual(['Nederlands', 'Mentoruur'])
  expect(ownSubjects([{ day: '', starts: '', title: 'Frans', own: false }])).toEqual([])
  expect(likelySubject([], own)).toBe('Nederlands')
  expect(likelySubject(['Project', 'mentoruur'], own)).toBe('mentoruur')
  expect(likelySubject(['Project'], [])).toBe(undefined)
})
