import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { operate } from '#test/rig.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import { listSchools, type SchoolSummary } from './list-schools.ts'
import type { PeopleTables } from './tables.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

/** Each row of the table as the texts of its cells. */
const rows = (html: string): string[][] =>
  [...(html.split('<tbody>')[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
  )

test('The groups of the school, with teachers and the pupils who are there today.', async () => {
  const olga = house.as('olga')
  await olga.get('/klassen')
  expect(rows(olga.html)).toEqual([
    ['4B', '', 'Tess Bakker', '2'],
    ['5A', '', 'Pam Aarts', '1'],
    ['Plusgroep', 'over klassen heen', 'geen leraar', '2'],
  ])
  const tess = house.as('tess')
  await tess.get('/klassen')
  expect(rows(tess.html).map(([name]) => name)).toEqual(['4B'])
  const exTess = house.as('exTess')
  await exTess.get('/klassen')
  expect(exTess.html).toContain('Je geeft nu geen groep les')
  for (const name of ['selma', 'timo', 'leftStaff'])
    expect([name, (await house.as(name).get('/klassen')).status]).toEqual([name, 404])
})

test('A class list holds the names of today with the guardians; on paper the names and boxes to tick.', async () => {
  const tess = house.as('tess')
  expect((await tess.get(`/klassen/${klimboom.groups.g4b}`)).status).toBe(200)
  expect(rows(tess.html)).toEqual([
    ['1', 'Aarts, Sem', 'Sem', 'Pam Aarts (moeder)', ...boxes],
    ['2', 'Jong, Timo de', 'Timo', 'Selma de Jong (moeder), Bas Vermeer (vader)', ...boxes],
  ])
  expect(tess.html.match(/<th[^>]*class="only-print tick"/g)).toHaveLength(8)
  for (const guardian of ['Roepnaam', 'Ouders en verzorgers'])
    expect(tess.html).toContain(`<th scope="col" class="no-print">${guardian}`)
  for (const secret of ['2018', '06 1', 'thuis.example', 'Lindelaan', 'Vertrokken'])
    expect(tess.html).not.toContain(secret)
})

const boxes = Array<string>(8).fill('')

test('A class of somebody else, of elsewhere, or none is not there.', async () => {
  for (const id of [klimboom.groups.g5a, klimboom.groups.mixed, vlieger.group, klimboom.timo, 'x', '%00']) {
    expect([id, (await house.as('tess').get(`/klassen/${id}`)).status]).toEqual([id, 404])
  }
  expect((await house.as('olga').get(`/klassen/${vlieger.group}`)).status).toBe(404)
  for (const name of ['exTess', 'pamAsTeacher', 'selma', 'timo', 'vliegerOffice']) {
    expect([name, (await house.as(name).get(`/klassen/${klimboom.groups.g4b}`)).status]).toEqual([name, 404])
  }
})

test('A group that ended, or of a year that is over and empty, is listed no more.', async () => {
  await house.db.owner
    .query(`insert into app.school_year values ('${klimboom.school}', '${vlieger.year}', '2025-2026', '2025-08-01', '2026-07-31');
    insert into app.school_group (school_id, school_year_id, name, kind, ended_on) values
      ('${klimboom.school}', '${vlieger.year}', '3B', 'class', null), ('${klimboom.school}', '${klimboom.year}', '9Z', 'class', '2026-11-23')`)
  const olga = house.as('olga')
  await olga.get('/klassen')
  expect(rows(olga.html).map(([name]) => name)).toEqual(['4B', '5A', 'Plusgroep'])
})

test('The operator lists all schools with the people of today.', async () => {
  const schools = await operate<PeopleTables & SchoolTables, SchoolSummary[]>(house.db, null, listSchools)
  expect(schools).toMatchObject([
    { key: 'klimboom', brin: '12AB', pupils: 3, guardians: 4, staff: 6, groups: 4 },
    { key: 'vlieger', brin: null, pupils: 1, guardians: 1, staff: 2, groups: 1 },
  ])
})

test('Staff of two schools choose one, and each list holds that school alone.', async () => {
  await house.db.owner.query(`insert into app.account_person select '${vlieger.school}', '${vlieger.office}', account_id
    from app.account_person where person_id = '${klimboom.olga}' on conflict do nothing;
    delete from app.account_person where person_id = '${vlieger.office}' and account_id <> (select account_id from app.account_person where person_id = '${klimboom.olga}');
    insert into app.account_person select '${vlieger.school}', '${vlieger.office}', account_id
    from app.account_person where person_id = '${klimboom.olga}' on conflict do nothing`)
  const olga = house.as('olga')
  for (const [path, here, there] of [
    ['/leerlingen', 'Jong, Timo', 'Vreemd, Bo'],
    ['/klassen', '4B', 'Rood'],
    ['/medewerkers', 'Bakker, Tess', 'Vlieger, Tom'],
  ] as const) {
    await olga.get(path)
    expect(olga.html).toContain(here)
    expect(olga.html).not.toContain(there)
    expect(olga.html).toContain(`href="${path}?school=${vlieger.school}"`)
    await olga.get(`${path}?school=${vlieger.school}`)
    expect(olga.html).toContain(there)
    expect(olga.html).not.toContain(here)
  }
})
