import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(() => house.db.owner.query('delete from app.agreement'))
afterAll(() => house.drop())

const lines = { school: 'Wij doen dit.', parents: 'Jij doet dit.', pupils: 'Je doet dit.' }
const watches = {
  kind: 'phones',
  scope: 'school',
  't-where': 'day',
  't-place': 'locker',
  't-watches': 'same',
  ...lines,
}

const send = async (who: string, path: string, fields: Record<string, string> = {}): Promise<Response> => {
  const browser = house.as(who)
  await browser.get('/account')
  return browser.post(path, fields)
}

const draft = async (fields: Record<string, string>, who = 'hein'): Promise<string> => {
  const answer = await send(who, `/afspraken?school=${klimboom.school}`, { ...watches, ...fields })
  expect(answer.status).toBe(303)
  return /\/afspraken\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

/** Drafted, laid and answered by the council. */
const decided = async (outcome: 'yes' | 'no', fields: Record<string, string> = {}): Promise<string> => {
  const id = await draft(fields)
  await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
  const { rows } = await house.db.owner.query(`select id from app.agreement_laying where agreement_id = '${id}'`)
  const decision = { laying: rows[0]?.id, outcome, decidedOn: '2-11-2026', minutes: 'punt 4' }
  expect((await send('hein', `/afspraken/${id}/besluit`, decision)).status).toBe(303)
  return id
}

const begin = async (id: string, startsOn: string, more: Record<string, string> = {}, who = 'hein'): Promise<number> =>
  (await send(who, `/afspraken/${id}/ingang`, { startsOn, ...more })).status

const shown = async (): Promise<string> => {
  const stranger = house.stranger()
  await stranger.get('/scholen/klimboom/afspraken')
  return stranger.html
}

test('after a no, another version takes the place of what holds, and not of what was refused', async () => {
  const holds = await decided('yes')
  expect(await begin(holds, '2-11-2026')).toBe(303)
  const refused = await decided('no', { follows: holds, school: 'Dit wil niemand.' })
  expect(await begin(refused, '23-11-2026')).toBe(422)
  const next = await decided('yes', { follows: refused, school: 'Dit wil iedereen.' })
  expect(await begin(next, '23-11-2026')).toBe(303)
  const { rows } = await house.db.owner.query('select agreement_id, ends_on::text from app.agreement_end')
  expect(rows).toEqual([{ agreement_id: holds, ends_on: '2026-11-22' }])
  expect(await shown()).toContain('Dit wil iedereen.')
})

test('what was to take its place and is stopped before it began leaves it in force', async () => {
  const holds = await decided('yes', { school: 'Dit blijft.' })
  expect(await begin(holds, '2-11-2026')).toBe(303)
  const next = await decided('yes', { follows: holds, school: 'Dit komt niet.' })
  expect(await begin(next, '1-1-2027')).toBe(303)
  const stop = { lastDay: '23-11-2026', why: 'Toch niet' }
  expect((await send('hein', `/afspraken/${next}/einde`, stop)).status).toBe(303)
  await house.db.setNow('2027-01-04T09:00:00+01:00')
  expect(await shown()).toContain('Dit blijft.')
  expect(await shown()).not.toContain('Dit komt niet.')
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})

test('a class begins nothing with half of its pupils, and one pupil is one, whoever said yes at home', async () => {
  const quiet = {
    kind: 'quiet-hours',
    scope: `class-${klimboom.groups.g4b}`,
    't-from': '19.00',
    't-until': '7.00',
    't-weekend': 'quiet',
  }
  const id = await draft(quiet, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  for (const who of ['timo', 'selma', 'bas']) expect((await send(who, `/afspraken/${id}/ja`)).status).toBe(303)
  // Timo, his mother and his father are one of the two.
  expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'tess')).toBe(422)
  expect((await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${klimboom.sem}`]: 'on' })).status).toBe(303)
  expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'tess')).toBe(303)
  expect(await shown()).toContain('2 van de 2')
})

test('a guardian who is to ask is not in the talk', async () => {
  const id = await draft({ kind: 'averages', scope: `pupil-${klimboom.timo}`, 't-shown': 'hidden' }, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  const mentor = house.as('tess')
  await mentor.get(`/afspraken/${id}`)
  expect(mentor.html).toContain('Bas Vermeer')
  await house.db.owner
    .query(`insert into app.guardianship_authority (school_id, guardianship_id, guardian_id, pupil_id, state, started_on)
    values ('${klimboom.school}', '${klimboom.guardianships.bas}', '${klimboom.bas}', '${klimboom.timo}', 'on_request', '2026-11-01')`)
  await mentor.get(`/afspraken/${id}`)
  expect(mentor.html).not.toContain('Bas Vermeer')
  const noted = await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${klimboom.bas}`]: 'on' })
  expect(noted.status).toBe(404)
})
