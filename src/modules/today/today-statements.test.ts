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

const open = async (): Promise<string[][]> => {
  const browser = new Browser(appFor(house.db, { reaches }))
  for (const [name, value] of house.as('selma').cookies) browser.cookies.set(name, value)
  asked.forget()
  expect((await browser.get('/vandaag')).status).toBe(200)
  expect(browser.html.length).toBeLessThan(30_000)
  return asked.heard()
}

test('The page of a guardian asks ten questions after signing in, with one child as with twelve at two schools', async () => {
  const first = await open()
  expect(first.map((texts) => texts.length)).toEqual([1, 10])
  // The reach is kept: now all goes in one message.
  const one = await open()
  expect(one.map((texts) => texts.length)).toEqual([11])
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
