import { expect, test } from 'vitest'
import { tellsOfNone } from './tally.ts'

const of = (...all: readonly (readonly [kept: number, total: number])[]) =>
  all.map(([kept, total]) => ({ kept, total }))

test.each([
  ['over three, nobody more than half', of([1, 2], [1, 1], [0, 1]), true],
  ['over two', of([1, 1], [1, 1]), false],
  ['twelve of fourteen by one', of([12, 12], [0, 1], [1, 1]), false],
  ['exactly half by one', of([3, 3], [1, 2], [0, 1]), true],
  ['that nobody kept', of([0, 1], [0, 1], [0, 1]), false],
  ['that everybody kept', of([1, 1], [2, 2], [2, 2]), true],
])('A sum %s', (_name, own, tells) => {
  expect(tellsOfNone(own, 3)).toBe(tells)
})
