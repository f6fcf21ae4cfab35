import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { laneOf, TooBusy } from './lane.ts'

test('Never more run at once than there is room for, and everybody gets a turn in order.', async () => {
  const lane = laneOf(2, 100)
  let [running, most] = [0, 0]
  const done: number[] = []
  const work = (n: number) =>
    lane(async () => {
      running += 1
      most = Math.max(most, running)
      await wait(1)
      running -= 1
      done.push(n)
    })
  await Promise.all(Array.from({ length: 20 }, (_, n) => work(n)))
  expect(most).toBe(2)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
})

test('Who comes when too many wait is sent away, and one that fails gives its place on.', async () => {
  const lane = laneOf(1, 1)
  const [first, second] = [lane(() => wait(5)), lane(() => Promise.reject(new Error('broken')))]
  await expect(lane(() => wait(1))).rejects.toThrow(TooBusy)
  await first
  await expect(second).rejects.toThrow('broken')
  expect(await lane(async () => 'in')).toBe('in')
})
