import { describe, expect, test } from 'vitest'
import { dominated } from '../src/disclosure/dominance.ts'
import { foreseen } from '../src/disclosure/foresight.ts'

describe('amounts', () => {
  test('A total that is nearly one household’s is not told, nor one that two dominate.', () => {
    expect(dominated([100, 50, 5, 4])).toBe('p-percent') // the others are 9, below 10 % of 100
    expect(dominated([100, 50, 15, 5])).toBe('dominance') // 150 of 170 is 88 %
    expect(dominated([40, 35, 30, 25, 20])).toBeNull()
    expect([dominated([]), dominated([7]), dominated([0, 0])]).toEqual(['p-percent', 'p-percent', 'p-percent'])
    expect(() => dominated([1, -2])).toThrow('-2')
  })
})

describe('foresight', () => {
  test('Before it is sent, the author sees which groups will have no figures.', () => {
    const classes = [
      { name: '1a', size: 28 },
      { name: '1b', size: 12 },
    ]
    expect(foreseen(classes, 0.7, 5)).toEqual([
      { name: '1a', expected: 19, hidden: 'small-remainder', answersApart: 0 },
      { name: '1b', expected: 8, hidden: 'few-respondents', answersApart: 0 },
    ])
    expect(foreseen(classes, 1, 5)[0]).toEqual({ name: '1a', expected: 28, hidden: null, answersApart: 5 })
    expect(foreseen([{ name: 'all', size: 40 }], 0.5, 5)).toEqual([
      { name: 'all', expected: 20, hidden: null, answersApart: 4 },
    ])
    expect(() => foreseen(classes, 1.2, 5)).toThrow('1.2')
    expect(() => foreseen([{ name: 'x', size: 1.5 }], 1, 5)).toThrow('“x” has 1.5')
  })
})
