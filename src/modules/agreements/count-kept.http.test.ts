import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { lines, onPages, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { countKept } from './deeds/count-kept.ts'
import { purgeAgreements } from './jobs.ts'
import type { AgreementView } from './visible-to.ts'

let house: TwoSchools
const { school, groups } = klimboom
const { begin, decided, draft, send } = onPages(() => house)

/** In force since the first of November. To count what teachers do needs the yes of their section, and cannot do without. */
const inForce = async (fields: Record<string, string>, body: 'council' | 'staff'): Promise<string> => {
  const wish = { scope: 'school', ...lines, ...fields }
  const waive = { body, reason: 'het is een proef' }
  if (body === 'staff') {
    const refused = await draft(wish)
    expect((await send('hein', `/afspraken/${refused}/ontheffing`, waive)).status).toBe(409)
    const id = await decided(wish, { decidedOn: '2-10-2026' }, '1-10-2026')
    expect(await begin(id, '1-11-2026')).toBe(303)
    return id
  }
  const id = await draft(wish)
  expect((await send('hein', `/afspraken/${id}/ontheffing`, waive)).status).toBe(303)
  expect(await begin(id, '1-11-2026')).toBe(303)
  return id
}

const set = async (who: string, group: string, way: string): Promise<void> => {
  const browser = house.as(who)
  await browser.get(`/huiswerk/nieuw?groep=${group}`)
  const fields = { group, kind: 'homework', what: 'Taak 3', due: '2026-11-25', minutes: '20', way }
  expect((await browser.post('/huiswerk', fields)).status).toBe(303)
}

const count = (month = '2026-11-01'): Promise<void> =>
  asTask(house.db.app as Kysely<AgreementView>, 'kept', school, (tx) => countKept(tx, school, month))

const rows = async (): Promise<unknown[]> =>
  (
    await house.db.owner.query(`select person_id as person, kept, total, people from app.agreement_kept
      order by person_id nulls last`)
  ).rows

beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

test('What is kept is counted per teacher, and told to others over three of them, once the staff agreed to it', async () => {
  const paper = await inForce({ kind: 'on-paper', 't-homework': 'mostly', 't-timetable': 'screen' }, 'council')
  await set('tess', groups.g4b, 'paper')
  await set('tess', groups.g4b, 'screen')
  await set('pamAsTeacher', groups.g5a, 'either')
  await count()
  // Nobody agreed to measure.
  expect(await rows()).toEqual([])
  await inForce({ kind: 'measuring', 't-teachers': '3' }, 'staff')
  await count()
  const two = [
    { person: klimboom.pam, kept: 1, total: 1, people: 1 },
    { person: klimboom.tess, kept: 1, total: 2, people: 1 },
  ]
  expect(await rows()).toEqual(two)
  await house.db.owner.query(`insert into app.staff_role (school_id, person_id, role, started_on)
      values ('${school}', '${klimboom.olga}', 'teacher', '2026-08-01');
    insert into app.group_teacher (school_id, group_id, person_id, started_on)
      values ('${school}', '${groups.g5a}', '${klimboom.olga}', '2026-08-01')`)
  await set('olga', groups.g5a, 'screen')
  await count()
  await count()
  expect(await rows()).toEqual([
    { person: klimboom.pam, kept: 1, total: 1, people: 1 },
    { person: klimboom.olga, kept: 0, total: 1, people: 1 },
    { person: klimboom.tess, kept: 1, total: 2, people: 1 },
    { person: null, kept: 2, total: 4, people: 3 },
  ])
  // The sum is everybody's, the own figure the teacher's alone.
  const stranger = house.stranger()
  await stranger.get('/scholen/klimboom/afspraken')
  expect(stranger.html).toContain('2 van de 4 keer kon het huiswerk op papier (50 %)')
  await stranger.get('/scholen/klimboom/afspraken/gehouden')
  expect(wordsOf(stranger)).toMatch(/november 2026\n2 van 4 \(50 %\)/)
  const tess = house.as('tess')
  await tess.get(`/afspraken/${paper}`)
  expect(tess.html).toContain('1 van de 2 keer kon het huiswerk op papier')
  for (const who of ['hein', 'selma', 'pamAsParent']) {
    const other = house.as(who)
    await other.get(`/afspraken/${paper}`)
    expect(other.html, who).not.toContain('Jouw eigen cijfer')
    expect(other.html, who).toContain('2 van de 4 keer kon het huiswerk op papier (50 %)')
  }
  await count('2026-10-01')
  expect(await rows()).toHaveLength(4)
  // Of five pieces she asked three: then the sum would tell of her.
  await set('tess', groups.g4b, 'paper')
  await count()
  expect(await rows()).toHaveLength(3)
})

test('After two years the figures are cleared', async () => {
  await house.db.setNow('2028-10-30T09:00:00+01:00')
  await asTask(house.db.app as Kysely<AgreementView>, 'purge', null, purgeAgreements)
  expect(await rows()).toHaveLength(3)
  await house.db.setNow('2028-11-02T09:00:00+01:00')
  await asTask(house.db.app as Kysely<AgreementView>, 'purge', null, purgeAgreements)
  expect(await rows()).toEqual([])
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})
