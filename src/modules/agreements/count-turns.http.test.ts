import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { consent, lines, onPages } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { countKept } from './deeds/count-kept.ts'
import type { AgreementView } from './visible-to.ts'

let house: TwoSchools
const { school, groups, hein, tess, pam } = klimboom
const { begin, draft, send } = onPages(() => house)

/** What time it is, 'YYYY-MM-DDTHH:MM' and how far from Greenwich. */
const at = (time: string, from = '+02:00'): Promise<void> => house.db.setNow(`${time}:00${from}`)

/** Agreed with everybody whom the law asks. A later version says so with `follows`. */
const inForce = async (fields: Record<string, string>, startsOn: string): Promise<string> => {
  const id = await draft({ scope: 'school', ...lines, ...fields })
  expect((await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '2-8-2026' })).status).toBe(303)
  const { rows } = await house.db.owner.query<{ id: string }>(
    'select id from app.agreement_laying where agreement_id = $1',
    [id],
  )
  for (const laying of rows) {
    const answer = { ...consent, laying: laying.id, decidedOn: '3-8-2026' }
    expect((await send('hein', `/afspraken/${id}/besluit`, answer)).status).toBe(303)
  }
  expect(await begin(id, startsOn)).toBe(303)
  return id
}
const measure = (startsOn: string, teachers = '3') => inForce({ kind: 'measuring', 't-teachers': teachers }, startsOn)
const announce = (startsOn: string, days = '14', more: Record<string, string> = {}) =>
  inForce({ kind: 'events', 't-days': days, ...more }, startsOn)

const calendar = `/school/kalender?school=${school}`
const event = { kind: 'trip', lastDay: '', starts: '', ends: '', line: '', whom: 'school' }
const idOf = async (table: string, column: string, name: string): Promise<string> =>
  (await house.db.owner.query(`select id from app.${table} where ${column} = $1`, [name])).rows[0]?.id
/** Puts an event in the calendar, or changes the one of that name. @returns where the browser is sent */
const put = async (
  name: string,
  firstDay: string,
  more: Record<string, string> = {},
  who = 'hein',
): Promise<string> => {
  const id = await idOf('calendar_event', 'name', name)
  const path = id === undefined ? calendar : `/school/kalender/${id}`
  const answer = await send(who, path, { ...event, name, firstDay, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const remove = async (name: string): Promise<void> => {
  const path = `/school/kalender/${await idOf('calendar_event', 'name', name)}/einde`
  expect((await send('hein', path)).status).toBe(303)
}

/** Sets homework, or changes that of the same name. */
const ask = async (what: string, due: string, way: string, who = 'tess', more: Record<string, string> = {}) => {
  const id = await idOf('homework', 'title', what)
  const fields = { group: groups.g4b, kind: 'homework', what, due, minutes: '20', way, ...more }
  const answer = await send(who, id === undefined ? '/huiswerk' : `/huiswerk/${id}/wijziging`, fields)
  expect(answer.status).toBe(303)
}
const withdraw = async (what: string): Promise<void> => {
  const path = `/huiswerk/${await idOf('homework', 'title', what)}/intrekking`
  expect((await send('tess', path)).status).toBe(303)
}

type Figure = { person: string | null; kept: number; total: number }
/** What is counted of a month for an agreement; a second time gives the same. */
const figures = async (agreement: string, month: string): Promise<Figure[]> => {
  const found: Figure[][] = []
  for (let time = 0; time < 2; time += 1) {
    await asTask(house.db.app as Kysely<AgreementView>, 'kept', school, (tx) => countKept(tx, school, `${month}-01`))
    const { rows } = await house.db.owner.query<Figure>(
      `select person_id as person, kept, total from app.agreement_kept where agreement_id = $1 and month = $2 order by 1 nulls last`,
      [agreement, `${month}-01`],
    )
    found.push(rows)
  }
  expect(found[1]).toEqual(found[0])
  return found[0] ?? []
}
const own = (person: string, kept: number, total: number): Figure => ({ person, kept, total })

// A house of its own for each: the ledger only grows.
beforeEach(async () => {
  house = await twoSchools()
  await at('2026-08-31T09:00')
})
afterEach(() => house.drop())

test('An event counts once, in the month it is held, by the last time its day was told', async () => {
  await measure('31-8-2026')
  const agreed = await announce('31-8-2026')
  await at('2026-09-10T09:00')
  for (const [name, day] of [
    ['Blijft', '20-10-2026'],
    ['Naar later', '29-9-2026'],
    ['Te laat verzet', '20-10-2026'],
    ['Gaat niet door', '21-10-2026'],
    ['Opnieuw gezet', '22-10-2026'],
    ['Andere naam', '23-10-2026'],
    ['Al geweest', '3-9-2026'],
  ] as const)
    await put(name, day)
  await at('2026-09-28T09:00')
  expect(await put('Naar later', '26-10-2026')).toMatch(/gedaan=gewijzigd$/)
  await at('2026-10-12T09:00')
  expect(await put('Te laat verzet', '19-10-2026', {}, 'olga')).toContain('gedaan=gewijzigd-laat')
  await remove('Gaat niet door')
  await remove('Opnieuw gezet')
  expect(await put('Opnieuw gezet', '22-10-2026')).toContain('gedaan=erbij-laat')
  expect(await put('Andere naam', '23-10-2026', { line: 'Neem een jas mee.' })).toMatch(/gedaan=gewijzigd$/)
  expect(await figures(agreed, '2026-09')).toEqual([])
  const october = [own(klimboom.olga, 0, 1), own(hein, 3, 4)]
  expect(await figures(agreed, '2026-10')).toEqual(october)
  // What is done afterwards changes nothing in it.
  await at('2026-11-02T09:00', '+01:00')
  await remove('Blijft')
  await put('Andere naam', '30-11-2026')
  expect(await figures(agreed, '2026-10')).toEqual(october)
  expect(await figures(agreed, '2026-11')).toEqual([own(hein, 1, 1)])
})

test('Days are days of the calendar here: at midnight, at the turn of a month, when the clock is put back and on', async () => {
  await measure('31-8-2026')
  const agreed = await announce('31-8-2026')
  await at('2026-10-18T00:10')
  await put('Net op tijd', '1-11-2026')
  await at('2026-10-18T23:50')
  await put('Ook op tijd', '1-11-2026')
  await at('2026-10-19T00:10')
  await put('Een dag te laat', '1-11-2026')
  // Still the thirty-first in Greenwich.
  await at('2026-11-01T00:30', '+01:00')
  await put('Op de dag zelf', '1-11-2026')
  expect(await figures(agreed, '2026-10')).toEqual([])
  expect(await figures(agreed, '2026-11')).toEqual([own(hein, 2, 4)])
  await at('2027-03-21T23:50', '+01:00')
  await put('Voorjaar', '4-4-2027')
  expect(await figures(agreed, '2027-04')).toEqual([own(hein, 1, 1)])
})

test('What is told before the summer for after it counts after it, by what was agreed when it was told', async () => {
  await measure('31-8-2026')
  const old = await announce('31-8-2026', '28')
  await at('2027-07-10T09:00')
  await put('In september', '1-9-2027')
  await put('In augustus', '1-8-2027')
  await put('In juli', '31-7-2027')
  expect(
    (await send('hein', `/afspraken/${old}/einde`, { lastDay: '31-7-2027', why: 'nieuw schooljaar' })).status,
  ).toBe(303)
  const next = await announce('1-8-2027', '7')
  await at('2027-08-30T09:00')
  await put('Ook in september', '9-9-2027')
  expect(await figures(old, '2027-07')).toEqual([own(hein, 0, 1)])
  expect(await figures(old, '2027-08')).toEqual([own(hein, 0, 1)])
  expect(await figures(old, '2027-09')).toEqual([own(hein, 1, 1)])
  expect(await figures(next, '2027-09')).toEqual([own(hein, 1, 1)])
})

test('Nobody is measured by what was not written down yet, and what is said to have ended counts until that was said', async () => {
  await at('2026-09-01T09:00')
  await put('Te vroeg', '4-9-2026')
  const early = await announce('31-8-2026')
  await put('Nog niet geteld', '5-9-2026')
  await at('2026-09-07T09:00')
  await measure('31-8-2026')
  await put('Geteld', '8-9-2026')
  await at('2026-09-14T09:00')
  await put('Onder de oude', '20-9-2026')
  // A new one that says it held before, written down weeks later.
  await at('2026-09-21T09:00')
  const next = await announce('2-9-2026', '3', { follows: early })
  await put('Onder de nieuwe', '25-9-2026')
  // The old one counts until the day on which another was said to have taken its place, and that one from then on.
  expect(await figures(early, '2026-09')).toEqual([own(hein, 0, 2)])
  expect(await figures(next, '2026-09')).toEqual([own(hein, 1, 1)])
})

test('Of two numbers of teachers in one month the higher counts, on days that count', async () => {
  const wide = await measure('31-8-2026', '4')
  const paper = await inForce({ kind: 'on-paper', 't-homework': 'mostly', 't-timetable': 'screen' }, '31-8-2026')
  await house.db.owner.query(`insert into app.staff_role (school_id, person_id, role, started_on)
      values ('${school}', '${klimboom.olga}', 'teacher', '2026-08-01');
    insert into app.group_teacher (school_id, group_id, person_id, started_on)
      values ('${school}', '${groups.g5a}', '${klimboom.olga}', '2026-08-01')`)
  const five = { group: groups.g5a }
  await ask('Een', '2026-09-11', 'paper')
  await ask('Twee', '2026-09-11', 'paper', 'pamAsTeacher', five)
  await at('2026-09-07T09:00')
  expect((await send('hein', `/afspraken/${wide}/einde`, { lastDay: '7-9-2026', why: 'minder mag' })).status).toBe(303)
  await measure('8-9-2026', '3')
  await at('2026-09-09T09:00')
  await ask('Drie', '2026-09-11', 'screen', 'olga', five)
  expect((await figures(paper, '2026-09')).map(({ person }) => person)).toEqual([pam, klimboom.olga, tess])
  await ask('Een', '2026-09-11', 'either')
  await ask('Twee', '2026-09-11', 'either', 'pamAsTeacher', five)
  expect((await figures(paper, '2026-09')).at(-1)).toEqual({ person: null, kept: 2, total: 3 })
})

test('Homework counts once, in the month of its day, as it stood on the evening before', async () => {
  await measure('31-8-2026')
  const agreed = await inForce({ kind: 'on-paper', 't-homework': 'mostly', 't-timetable': 'screen' }, '31-8-2026')
  await at('2026-09-30T23:30')
  await ask('Blijft', '2026-10-02', 'paper')
  await ask('Toch op scherm', '2026-10-02', 'paper')
  await ask('Toch op papier', '2026-10-05', 'screen')
  await ask('Hoeft niet', '2026-10-05', 'screen')
  await ask('Te laat ingetrokken', '2026-10-01', 'screen')
  await ask('Nog in september', '2026-09-30', 'screen')
  await ask('Een toets', '2026-10-02', 'screen', 'tess', { kind: 'test' })
  await at('2026-10-01T08:00')
  await ask('Toch op scherm', '2026-10-02', 'screen')
  await ask('Toch op papier', '2026-10-05', 'either')
  await ask('Een toets', '2026-10-06', 'screen')
  await withdraw('Hoeft niet')
  await withdraw('Te laat ingetrokken')
  expect(await figures(agreed, '2026-09')).toEqual([own(tess, 0, 1)])
  const october = [own(tess, 2, 4)]
  expect(await figures(agreed, '2026-10')).toEqual(october)
  // On the day itself it is made already.
  await at('2026-10-02T08:00')
  await ask('Toch op scherm', '2026-10-02', 'paper')
  await at('2026-11-02T08:00', '+01:00')
  await withdraw('Blijft')
  expect(await figures(agreed, '2026-10')).toEqual(october)
})

test('What was set in the last week of school counts for the year the pupils were in then', async () => {
  await measure('31-8-2026')
  const paper = { kind: 'on-paper', 't-homework': 'mostly', 't-timetable': 'screen' }
  const four = await inForce({ ...paper, scope: 'year-4' }, '31-8-2026')
  await at('2027-07-15T09:00')
  await ask('Laatste week', '2027-07-16', 'paper')
  const { owner } = house.db
  await owner.query(`update app.pupil set year_group = '5' where school_id = '${school}'`)
  await at('2027-08-03T09:00')
  expect(await figures(four, '2027-07')).toEqual([own(tess, 1, 1)])
  await owner.query(`update app.pupil set year_group = '4' where school_id = '${school}'`)
})

test('An event for one stage, or for groups of it, is asked and counted by what was agreed for that stage', async () => {
  const { owner } = house.db
  await owner.query(`insert into app.school_stage values ('${school}', 'VO')`)
  await owner.query(`update app.pupil set year_group = '13' where person_id = '${klimboom.sem}'`)
  await measure('31-8-2026')
  const whole = await announce('31-8-2026', '7')
  const upper = await announce('31-8-2026', '28', { scope: 'stage-VO' })
  await at('2026-09-14T09:00')
  const of = (group: string) => ({ whom: 'groups', [`groep-${group}`]: 'on' })
  const late = 'gedaan=erbij-laat'
  expect(await put('Basisschool', '25-9-2026', { whom: 'stage-BO' })).not.toContain(late)
  expect(await put('Bovenbouw', '25-9-2026', { whom: 'stage-VO' })).toContain(late)
  expect(await put('Iedereen', '25-9-2026')).toContain(late)
  // In 4B is now a pupil of the third year of secondary education too.
  expect(await put('Klas 5A', '25-9-2026', of(groups.g5a))).not.toContain(late)
  expect(await put('Klas 4B', '25-9-2026', of(groups.g4b))).toContain(late)
  const browser = house.as('hein')
  await browser.get(`/school/kalender/${await idOf('calendar_event', 'name', 'Klas 5A')}`)
  expect(browser.html).toContain('minstens 7 dagen van tevoren')
  await browser.get(`/school/kalender/${await idOf('calendar_event', 'name', 'Klas 4B')}`)
  expect(browser.html).toContain('minstens 28 dagen van tevoren')
  // Told to more people: anew, and late.
  expect(await put('Klas 5A', '25-9-2026', { whom: 'stage-BO' })).toMatch(/gedaan=gewijzigd$/)
  expect(await put('Klas 5A', '25-9-2026', { whom: 'school' })).toContain('gedaan=gewijzigd-laat')
  expect(await put('Klas 5A', '25-9-2026', { whom: 'stage-BO' })).toMatch(/gedaan=gewijzigd$/)
  expect(await figures(whole, '2026-09')).toEqual([own(hein, 2, 2)])
  expect(await figures(upper, '2026-09')).toEqual([own(hein, 0, 3)])
  await owner.query(`update app.pupil set year_group = '4' where person_id = '${klimboom.sem}'`)
})
