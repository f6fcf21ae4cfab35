import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetAgreements, lines, onPages, phones, quiet } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(() => forgetAgreements(house))
afterAll(() => house.drop())

const { agreed, begin, decided, draft, send, shown } = onPages(() => house)
const early = { decidedOn: '2-11-2026' }

test('after a no, another version takes the place of what holds, and not of what was refused', async () => {
  const holds = await decided(phones, early)
  expect(await begin(holds, '2-11-2026')).toBe(303)
  const refused = await decided({ ...phones, follows: holds, school: 'Dit wil niemand.' }, { ...early, outcome: 'no' })
  expect(await begin(refused, '23-11-2026')).toBe(422)
  const next = await decided({ ...phones, follows: refused, school: 'Dit wil iedereen.' }, early)
  expect(await begin(next, '23-11-2026')).toBe(303)
  const { rows } = await house.db.owner.query('select agreement_id, ends_on::text from app.agreement_end')
  expect(rows).toEqual([{ agreement_id: holds, ends_on: '2026-11-22' }])
  expect(await shown()).toContain('Dit wil iedereen.')
})

test('what was to take its place and is stopped before it began leaves it in force', async () => {
  const holds = await decided({ ...phones, school: 'Dit blijft.' }, early)
  expect(await begin(holds, '2-11-2026')).toBe(303)
  const next = await decided({ ...phones, follows: holds, school: 'Dit komt niet.' }, early)
  expect(await begin(next, '1-1-2027')).toBe(303)
  const stop = { lastDay: '23-11-2026', why: 'Toch niet' }
  expect((await send('hein', `/afspraken/${next}/einde`, stop)).status).toBe(303)
  await house.db.setNow('2027-01-04T09:00:00+01:00')
  expect(await shown()).toContain('Dit blijft.')
  expect(await shown()).not.toContain('Dit komt niet.')
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})

test('a class begins nothing with half of its pupils, and one pupil is one, whoever said yes at home', async () => {
  await agreed(quiet)
  const id = await draft({ ...quiet, scope: `class-${klimboom.groups.g4b}` }, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  for (const who of ['timo', 'selma', 'bas']) expect((await send(who, `/afspraken/${id}/ja`)).status).toBe(303)
  // Timo, his mother and his father are one of the two.
  expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'tess')).toBe(422)
  expect((await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${klimboom.sem}`]: 'on' })).status).toBe(303)
  expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'tess')).toBe(303)
  const { rows } = await house.db.owner.query(
    'select said_yes, asked from app.agreement_start where agreement_id = $1',
    [id],
  )
  expect(rows).toEqual([{ said_yes: 2, asked: 2 }])
})

test('a guardian who is to ask is not in the talk', async () => {
  const id = await draft({ ...lines, kind: 'averages', scope: `pupil-${klimboom.timo}`, 't-shown': 'hidden' }, 'tess')
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
