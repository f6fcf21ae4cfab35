import { expect, test } from 'vitest'
import type { DayLesson } from '#modules/timetable/index.ts'
import { whereNow } from './where-now.ts'

const lesson = (boundTo: string, starts: string, ends: string, more: Partial<DayLesson> = {}): DayLesson => ({
  boundTo,
  day: '2026-11-23',
  lastDay: '2026-11-23',
  wholeDay: false,
  starts,
  ends,
  title: `${boundTo} ${starts}`,
  teacher: null,
  place: null,
  state: 'on',
  wasPlace: null,
  wasDay: null,
  wasStarts: null,
  ...more,
})
const lessons = [
  lesson('4B', '08:30', '09:20'),
  lesson('4B', '10:00', '11:00'),
  lesson('plus', '10:15', '10:45'),
  lesson('5A', '09:20', '10:00'),
  lesson('4B', '13:00', '14:00', { state: 'cancelled' }),
  lesson('4B', '08:00', '15:00', { wholeDay: true }),
]
const titleAt = (clock: string): string => {
  const where = whereNow(lessons, ['plus', '4B'], clock)
  return where === null ? '' : `${where.when} ${where.lesson.title}`
}

test.each([
  ['08:00', 'next 4B 08:30'],
  ['08:30', 'now 4B 08:30'],
  ['09:20', 'next 4B 10:00'],
  ['10:20', 'now plus 10:15'],
  ['10:50', 'now 4B 10:00'],
  ['11:00', ''],
])('at %s a child is: %s', (clock, where) => {
  expect(titleAt(clock)).toBe(where)
})
