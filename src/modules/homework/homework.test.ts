import { expect, test } from 'vitest'
import { dayOf, daysOf, homeworkOf, minutesOf, type Homework } from './homework.ts'

const item = (changes: Partial<Homework> = {}): Homework => ({
  id: 'a',
  group: '4B',
  kind: 'homework',
  subject: 'Rekenen',
  title: 'Bladzijde 3',
  details: null,
  dueOn: '2026-11-25',
  dueTime: null,
  way: 'paper',
  minutes: 20,
  state: 'set',
  wasDueOn: null,
  ...changes,
})

test('What was withdrawn says so, whatever was changed before; what was changed says that.', () => {
  const { state: _, ...row } = item()
  const states = [
    { withdrawn: true, changed: true },
    { withdrawn: false, changed: true },
    { withdrawn: false, changed: false },
  ]
  expect(homeworkOf(states.map((one) => ({ ...row, ...one }))).map(({ state }) => state)).toEqual([
    'withdrawn',
    'changed',
    'set',
  ])
})

test('The minutes of a day count what must be done, and not what was withdrawn or says no minutes.', () => {
  expect(minutesOf([item(), item({ minutes: 30 }), item({ state: 'withdrawn' }), item({ minutes: null })])).toBe(50)
  expect(dayOf([item(), item({ dueOn: '2026-11-26' })], '2026-11-25').minutes).toBe(20)
})

test('Homework that was moved stands on its day, and the day it was for says where it went.', () => {
  const moved = item({ dueOn: '2026-11-27', wasDueOn: '2026-11-25', state: 'changed' })
  const days = daysOf([moved], '2026-11-23', '2026-11-30')
  expect(days.map(({ day, items, movedAway }) => [day, items.length, movedAway.length])).toEqual([
    ['2026-11-25', 0, 1],
    ['2026-11-27', 1, 0],
  ])
})

test('What was moved and then withdrawn is told on its last day alone.', () => {
  const gone = item({ dueOn: '2026-11-27', wasDueOn: '2026-11-25', state: 'withdrawn' })
  expect(daysOf([gone], '2026-11-23', '2026-11-30').map(({ day }) => day)).toEqual(['2026-11-27'])
})

test('Days outside the span are not told, days inside it in order.', () => {
  const items = ['2026-11-30', '2026-11-23', '2026-11-22', '2026-12-01'].map((dueOn) => item({ dueOn }))
  expect(daysOf(items, '2026-11-23', '2026-11-30').map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-30'])
})
