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

const open = async (): Promise<string[][]> => {
  const browser = new Browser(appFor(house.db, { reaches }))
  for (const [name, value] of house.as('selma').cookies) browser.cookies.set(name, value)
  asked.mockClear()
  expect((await browser.get('/vandaag')).status).toBe(200)
  expect(browser.html.length).toBeLessThan(30_000)
  return heard()
}

test('The page of a guardian asks eight questions after signing in, with one child as with twelve at two schools', async () => {
  const first = await open()
  expect(first.map((texts) => texts.length)).toEqual([1, 8])
  // The reach is kept: now all goes in one message.
  const one = await open()
  expect(one.map((texts) => texts.length)).toEqual([9])
  await tieSecondChild(house.db)
  for (let child = 0; child < 10; child++) {
    const id = `00000000-0000-4000-8000-0000000007${String(child).padStart(2, '0')}`
    await house.db.owner
      .query(`insert into app.person (school_id, id, first_name) values ('${klimboom.school}', '${id}', 'Kind ${child}');
      insert into app.pupil (school_id, person_id) values ('${klimboom.school}', '${id}');
      insert into app.group_member (school_id, group_id, pupil_id, started_on) values ('${klimboom.school}', '${klimboom.groups.g4b}', '${id}', '2026-08-01');
      insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on) values ('${klimboom.school}', '${id}', '${klimboom.selma}', 'mother', '2026-08-01')`)
  }
  for (let hour = 8; hour < 15; hour++)
    await addLesson(house.db, {
      starts: `2026-11-23T${String(hour).padStart(2, '0')}:30`,
      title: `Les ${hour}`,
      place: '12',
    })
  // What was kept no longer holds, and what was asked along is asked anew.
  expect(await open()).toEqual([...one, ...first])
  expect(await open()).toEqual(one)
})
