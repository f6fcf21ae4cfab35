import { afterAll, beforeAll, expect, test } from 'vitest'
import { reachKeeper, type ReachKeeper } from '#platform/db/reach-keeper.ts'
import { Browser } from '#test/browser.ts'
import { listen } from '#test/heard.ts'
import { appFor } from '#test/rig.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { addLesson, addReading, tieSecondChild } from '#test/lessons.ts'

let house: TwoSchools
let reaches: ReachKeeper
const asked = listen()

beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
  reaches = reachKeeper()
})
afterAll(async () => {
  asked.stop()
  await house.drop()
})

const open = async (path = '/agenda'): Promise<string[][]> => {
  const browser = new Browser(appFor(house.db, { reaches }))
  for (const [name, value] of house.as('selma').cookies) browser.cookies.set(name, value)
  asked.forget()
  expect((await browser.get(path)).status).toBe(200)
  expect(browser.html.length).toBeLessThan(60_000)
  return asked.heard()
}

test('The week of a guardian asks six questions after signing in, with one child as with two at two schools', async () => {
  const first = await open()
  expect(first.map((texts) => texts.length)).toEqual([1, 6])
  // The reach is kept: now all goes in one message, whichever week is asked for.
  const one = await open()
  expect(one.map((texts) => texts.length)).toEqual([7])
  expect(await open('/agenda?week=2026-W40')).toEqual(one)
  expect(await open(`/agenda?kind=${klimboom.timo}`)).toEqual(one)
  await tieSecondChild(house.db)
  await addLesson(house.db, { title: 'Les' })
  expect(await open()).toEqual([...one, ...first])
  expect(await open()).toEqual(one)
})
