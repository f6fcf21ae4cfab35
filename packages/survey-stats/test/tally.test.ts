import { expect, test } from 'vitest'
import { seeded } from '../src/index.ts'

test('A tally counts the very numbers that are drawn one by one, and goes on where they would.', () => {
  for (const n of [1, 2, 7, 1000, 65_537]) {
    const [one, other] = [seeded(`tally ${n}`), seeded(`tally ${n}`)]
    const counts = new Uint16Array(n)
    one.tally(5000, counts)
    const drawn = new Uint16Array(n)
    for (let draw = 0; draw < 5000; draw += 1) {
      const at = other.below(n)
      drawn[at] = (drawn[at] ?? 0) + 1
    }
    expect(counts).toEqual(drawn)
    expect(one.uniform()).toBe(other.uniform())
  }
  expect(() => seeded('nothing').tally(1, new Uint16Array(0))).toThrow('below 0')
})
