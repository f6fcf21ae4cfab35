import { expect, test } from 'vitest'
import { normalWord, readBirthDate } from './answer.ts'
import { mostInAMinute, countWrong, isFlooded, waitAfter } from './wrong-answers.ts'

const today = '2026-11-23'
const read = (day: string, month = '', year = '') => readBirthDate({ day, month, year }, today)

test('A birth date is understood as people write it.', () => {
  for (const [day, month, year] of [
    ['7', '3', '2016'],
    ['07', '03', '16'],
    ['7-3-2016'],
    ['07/03/16'],
    ['7.3.2016'],
    ['7 3 2016'],
    ['070316'],
    ['07032016'],
    [' 7 ', ' 3 ', ' 2016 '],
    ['٧', '٣', '٢٠١٦'],
    ['۷', '۳', '۱۶'],
    ['\u200f٠٧/٠٣/٢٠١٦'],
    ['٠٧٠٣٢٠١٦'],
  ])
    expect(read(day ?? '', month, year)).toBe('2016-03-07')
  expect(read('7', '3', '99')).toBe('1999-03-07')
})

test('What is no day of the calendar, or lies ahead, is no birth date.', () => {
  for (const [day, month, year] of [
    [''],
    ['31', '2', '2016'],
    ['7', '13', '2016'],
    ['zeven', '3', '2016'],
    ['7', '3'],
    ['7', '3', '216'],
    ['24', '11', '2026'],
    ['7', '3', '1899'],
  ])
    expect(read(day ?? '', month, year)).toBe(null)
})

test('Words are compared without capitals, accents and signs.', () => {
  expect(normalWord(' Groene  FIETS! ')).toBe('groene fiets')
  expect(normalWord('Crêpe')).toBe('crepe')
})

test('Three wrong answers are free, then the wait doubles, up to a quarter of an hour.', () => {
  expect([0, 2, 3, 4, 5, 9, 30].map(waitAfter)).toEqual([0, 0, 10, 20, 40, 640, 900])
})

test('A flood of wrong answers shuts the door for a minute, and no other door.', () => {
  const [door, other] = [{}, {}]
  for (let time = 0; time < mostInAMinute; time += 1) {
    expect(isFlooded(door, 1_000)).toBe(false)
    countWrong(door, 1_000)
  }
  expect([isFlooded(door, 2_000), isFlooded(other, 2_000), isFlooded(door, 62_000)]).toEqual([true, false, false])
})
