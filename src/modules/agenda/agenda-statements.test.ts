import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Batch } from '#platform/db/batch.ts'
import { reachKeeper, type ReachKeeper } from '#platform/db/reach-keeper.ts'
import { Browser } from '#test/browser.ts'
import { appFor } from '#test/rig.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { addLesson, addReading, tieSecondChild } from '#test/lessons.ts'

let house: TwoSchools
let reaches: ReachKeeper
const asked = vi.spyOn(pg.Client.prototype, 'query')

beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
  reaches = reachKeeper()
})
afterAll(async () => {
  asked.mockRestore()
  await house.drop()
})

const isFrame = (text: string): boolean => /^(start transaction|commit|begin)/.test(text)

/** What one request asked the database: message by message, what opens and ends transactions not counted. */
const heard = (): string[][] =>
  asked.mock.calls
    .map(([first]: unknown[]) => (first instanceof Batch ? first.steps.map(({ text }) => text) : [String(first)]))
    .map((texts) => texts.filter((text) => !isFrame(text)))
    .filter((texts) => texts.length > 0)

const open = async (path = '/agenda'): Promise<string[][]> => {
  const browser = new Browser(appFor(house.db, { reaches }))
  for (const [name, value] of house.as('selma').cookies) browser.cookies.set(name, value)
  asked.mockClear()
  expect((await browser.get(path)).status).toBe(200)
  expect(browser.html.length).toBeLessThan(60_000)
  return heard()
}

test('The week of a guardian asks five questions after signing in, with one child as with two at two schools', async () => {
  const first = await open()
  expect(first.map((texts) => texts.length)).toEqual([1, 5])
  // The reach is kept: now all goes in one message, whichever week is asked for.
  const one = await open()
  expect(one.map((texts) => texts.length)).toEqual([6])
  expect(await open('/agenda?week=2026-W40')).toEqual(one)
  expect(await open(`/agenda?kind=${klimboom.timo}`)).toEqual(one)
  await tieSecondChild(house.db)
  await addLesson(house.db, { title: 'Les' })
  expect(await open()).toEqual([...one, ...first])
  expect(await open()).toEqual(one)
})
