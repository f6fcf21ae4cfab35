import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purgeRoster } from './jobs.ts'
import { defaultCaps } from './read/caps.ts'
import { readBytes } from './read/read-bytes.ts'
import type { readFile } from './read/read-file.ts'
import { reverseImport } from './reverse-import.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { asOperator, asTask } from '#platform/db/context.ts'
import { importRoster, type ImportRequest, type ImportTables } from './import-roster.ts'

// The thread of the reader has tests of its own.
const inHere: typeof readFile = (format, bytes, context) => readBytes(format, bytes, context, defaultCaps)

let db: TestDatabase<ImportTables>

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** A school of its own for each test, so that none stands on another's. */
let schools = 0
const openSchool = async (brin: string | null = null): Promise<string> => {
  schools += 1
  const key = `wilgenhof-${schools}`
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into app.school (key, name, brin, region) values ('${key}', 'De Wilgenhof', ${brin === null ? 'null' : `'${brin}'`}, 'midden') returning id`,
  )
  await db.owner.query(`insert into app.school_stage values ('${rows[0]?.id}', 'BO')`)
  await db.owner.query(
    `insert into app.school_year (school_id, label, starts_on, ends_on) values ('${rows[0]?.id}', '2026-2027', '2026-08-01', '2027-07-31')`,
  )
  return key
}
const run = (key: string, format: ImportRequest['format'], bytes: Buffer | string, more: Partial<ImportRequest> = {}) =>
  importRoster(db.app, { format, fileName: 'proef', bytes: Buffer.from(bytes), schoolKey: key, ...more }, inHere)

beforeAll(async () => {
  db = await freshDatabase<ImportTables>()
  await db.setNow('2026-11-21 10:00+01')
})
afterAll(() => db.drop())

const zero = { pupils: 0, groups: 0, staff: 0, guardians: 0 }

describe('EDEXML', () => {
  test('a file is read in, and a second time nothing changes', async () => {
    const key = await openSchool('00XY00')
    const first = await run(key, 'edexml', fixture('wilgenhof.xml'))
    expect(first).toMatchObject({
      refused: null,
      result: {
        added: { pupils: 5, groups: 4, staff: 2, guardians: 0 },
        changed: zero,
        unchanged: zero,
        missing: zero,
        ended: zero,
      },
    })
    expect(first.result.refusals.map(({ line }) => line)).toEqual([44, 51, 59, 60])
    const second = await run(key, 'edexml', fixture('wilgenhof.xml'))
    expect(second.result).toMatchObject({
      added: zero,
      changed: zero,
      unchanged: { pupils: 4, groups: 4, staff: 2, guardians: 0 },
      missing: zero,
    })
    expect(second.result.refusals).toContainEqual({
      line: 67,
      what: 'Looks like somebody who is at the school already, and the keys do not tell.',
    })
  })

  test('a dry run tells the same and writes nothing', async () => {
    const key = await openSchool()
    const request = { format: 'edexml', fileName: 'proef', bytes: fixture('wilgenhof.xml'), schoolKey: key } as const
    const dry = await importRoster(db.app, { ...request, dryRun: true })
    const real = await run(key, 'edexml', fixture('wilgenhof.xml'))
    expect({ ...dry.result, dryRun: false }).toEqual(real.result)
  })

  test('the file of another location is refused where the school says which it is', async () => {
    const of = (location: string) =>
      edex(`<leerlingen>${ten.join('')}</leerlingen>`, `<brincode>99ZZ</brincode>${location}`)
    const two = '<dependancecode>02</dependancecode>'
    const main = await openSchool('99ZZ00')
    expect((await run(main, 'edexml', of(two))).refused).toContain('it says BRIN 99ZZ02 and this school has 99ZZ00')
    expect((await run(main, 'edexml', of(''))).result).toMatchObject({ added: { pupils: 10 } })
    const whole = await openSchool('99ZZ')
    expect((await run(whole, 'edexml', of(two))).result).toMatchObject({ added: { pupils: 10 } })
  })

  test('a key that the file itself calls a number of the state is refused and not kept', async () => {
    const key = await openSchool()
    const rows = [
      child('133456785', 'Jong', '<bsn>133456785</bsn>'),
      child('0133.456.798', 'Oud', '<onderwijsnummer>133456798</onderwijsnummer>'),
      child('133456804', 'Anders', '<bsn>123456782</bsn>'),
      child('jan', 'Zonder', '<bsn>onbekend</bsn>'),
      child('0', 'Nul', '<bsn>000000000</bsn>'),
    ]
    const { result } = await run(key, 'edexml', pupils(rows))
    expect(result).toMatchObject({ added: { pupils: 3 }, skippedFields: ['bsn', 'onderwijsnummer'] })
    expect(result.refusals).toHaveLength(2)
    expect(JSON.stringify(result)).not.toMatch(/13345678|133456798|123456782/)
    expect(await rowsOf(key, 'select t.source_key from app.pupil t where true')).toEqual([
      ['0'],
      ['133456804'],
      ['jan'],
    ])
  })

  test('the file of another school is refused whole', async () => {
    const key = await openSchool('99ZZ')
    expect(await run(key, 'edexml', fixture('wilgenhof.xml'))).toMatchObject({
      refused: 'This file is of another school: it says BRIN 00XY and this school has 99ZZ.',
      result: { added: zero },
    })
  })
})

const edex = (body: string, school = '<schooljaar>2026-2027</schooljaar>') =>
  `<EDEX><school>${school}</school>${body}</EDEX>`
const child = (key: string, name: string, more = '') =>
  `<leerling key="${key}"><achternaam>${name}</achternaam><roepnaam>Noor</roepnaam>${more}</leerling>`
const ten = Array.from({ length: 10 }, (_, at) => child(`k${at}`, `Naam${at}`))
const pupils = (list: readonly string[]) => edex(`<leerlingen>${list.join('')}</leerlingen>`)
const rowsOf = async (key: string, sql: string) =>
  (
    await db.owner.query(`${sql} and t.school_id = (select id from app.school where key = '${key}') order by 1`)
  ).rows.map((row) => Object.values(row))

describe('Who is not in the file', () => {
  test('is told and stays; leaves only with a day, and with many only with a second yes', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils(ten))
    expect((await run(key, 'edexml', pupils(ten.slice(1)))).result).toMatchObject({
      missing: { pupils: 1 },
      ended: zero,
    })
    const two = await run(key, 'edexml', pupils(ten.slice(2)), { endMissing: '2026-12-01' })
    expect(two).toMatchObject({
      refused: '2 of 10 people would leave the school. That is more than 10 percent: confirm it first.',
      result: { ended: zero },
    })
    expect(await rowsOf(key, 'select t.left_on from app.pupil t where left_on is not null')).toEqual([])
    expect((await run(key, 'edexml', pupils(ten.slice(1)), { endMissing: '2026-12-01' })).result).toMatchObject({
      missing: { pupils: 1 },
      ended: { pupils: 1 },
    })
    expect(
      (await run(key, 'edexml', pupils(ten.slice(2)), { endMissing: '2026-12-01', allowLeavers: true })).result.ended
        .pupils,
    ).toBe(2)
    expect(await rowsOf(key, 'select t.source_key, t.left_on from app.pupil t where left_on is not null')).toEqual([
      ['k0', '2026-12-01'],
      ['k1', '2026-12-01'],
    ])
  })

  test('is also weighed when the file itself says they left', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils(ten))
    const gone = ten.map((one) => one.replace('</leerling>', '<uitstroomdatum>2026-10-01</uitstroomdatum></leerling>'))
    expect((await run(key, 'edexml', pupils(gone))).refused).toMatch(/10 of 10 people/)
    expect((await run(key, 'edexml', pupils([...gone.slice(0, 1), ...ten.slice(1)]))).result).toMatchObject({
      changed: { pupils: 1 },
    })
  })

  test('comes back when a later file has them again; staff whose work ended do not', async () => {
    const key = await openSchool()
    const staff = '<leerkrachten><leerkracht key="s1"><achternaam>Bos</achternaam></leerkracht></leerkrachten>'
    await run(key, 'edexml', edex(`<leerlingen>${ten.join('')}</leerlingen>${staff}`))
    await run(
      key,
      'edexml',
      edex(
        `<leerlingen>${ten.slice(1).join('')}</leerlingen><leerkrachten><leerkracht key="s2"><achternaam>Mus</achternaam></leerkracht></leerkrachten>`,
      ),
      { endMissing: '2026-11-21', allowLeavers: true },
    )
    const back = await run(key, 'edexml', edex(`<leerlingen>${ten.join('')}</leerlingen>${staff}`))
    expect(back.result.changed).toMatchObject({ pupils: 1, staff: 0 })
    expect(back.result.repairs).toEqual([
      { line: 1, what: 'Name: no longer employed, and does not come back by a file' },
    ])
  })

  test('is not somebody whose row was refused', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils(ten))
    const broken = ten.map((one, at) =>
      at === 0 ? one.replace('</leerling>', '<geboortedatum>31-02-2018</geboortedatum></leerling>') : one,
    )
    expect((await run(key, 'edexml', pupils(broken))).result).toMatchObject({ missing: zero, unchanged: { pupils: 9 } })
    const strict = await run(key, 'edexml', pupils(broken), { strict: true })
    expect(strict.refused).toBe('1 row is not right, and strict reading does not allow that.')
    expect(strict.result.refusals).toEqual([
      { line: 1, what: 'Birth date does not exist.' },
      { line: 0, what: strict.refused },
    ])
  })
})

describe('Keys, years and groups', () => {
  test('a passing key of one file is not the same child in the next', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils([child('#1', 'Jong')]))
    const next = await run(key, 'edexml', pupils([child('#1', 'Bakker')]))
    expect(next.result).toMatchObject({ added: { pupils: 1 }, changed: zero, missing: { pupils: 1 } })
    expect(
      await rowsOf(key, 'select p.last_name from app.person p join app.pupil t on t.person_id = p.id where true'),
    ).toEqual([['Bakker'], ['Jong']])
  })

  test('the year of the group counts when the pupil has none; in secondary schools 1 to 6 are 11 to 16', async () => {
    const key = await openSchool()
    await db.owner.query(
      `update app.school_stage set stage = 'VO' where school_id = (select id from app.school where key = '${key}')`,
    )
    const body = `<groepen><groep key="g"><naam>3c</naam><jaargroep>3</jaargroep></groep></groepen><leerlingen>${child('1', 'Jong', '<groep key="g"/>')}${child('2', 'Bos', '<jaargroep>14</jaargroep>')}</leerlingen>`
    await run(key, 'edexml', edex(body))
    expect(await rowsOf(key, 'select t.source_key, t.year_group from app.pupil t where true')).toEqual([
      ['1', '13'],
      ['2', '14'],
    ])
  })

  test('groups are known by key and year: a new school year brings new groups from its first day', async () => {
    const key = await openSchool()
    const body = (name: string) =>
      `<groepen><groep key="g"><naam>${name}</naam><jaargroep>4</jaargroep></groep></groepen><leerlingen>${child('1', 'Jong', '<groep key="g"/>')}</leerlingen>`
    await run(key, 'edexml', edex(body('4A')))
    const next = await run(key, 'edexml', edex(body('5A'), '<schooljaar>2027-2028</schooljaar>'))
    expect(next.result).toMatchObject({ added: { groups: 1 }, changed: { pupils: 1 } })
    expect(
      await rowsOf(
        key,
        'select g.name, t.started_on, t.ended_on from app.group_member t join app.school_group g on g.id = t.group_id where true',
      ),
    ).toEqual([
      ['4A', '2026-11-21', '2027-08-01'],
      ['5A', '2027-08-01', null],
    ])
    const old = await run(key, 'edexml', edex(body('4A'), '<schooljaar>2014-2015</schooljaar>'))
    expect(old.result.repairs).toEqual([
      { line: 1, what: 'School year: another school year than now, read as this year' },
    ])
  })

  test('a list of pupils makes the groups it names, and an EDEXML file after it takes them over', async () => {
    const key = await openSchool()
    const list = await run(key, 'pupils', 'key;roepnaam;achternaam;groep\n1;Noor;Jong;4B\n2;Sem;Bos;4b\n3;Lot;Mus;\n')
    expect(list.result.added).toEqual({ ...zero, pupils: 3, groups: 1 })
    const body = `<groepen><groep key="g"><naam>4B</naam><jaargroep>4</jaargroep></groep></groepen><leerlingen>${child('1', 'Jong', '<groep key="g"/>')}</leerlingen>`
    expect((await run(key, 'edexml', edex(body))).result).toMatchObject({
      added: zero,
      changed: { groups: 1, pupils: 0 },
      unchanged: { pupils: 1 },
      missing: { pupils: 2 },
    })
  })
})

describe('Guardians', () => {
  const header = 'pupil_key,first_name,last_name,relation,email\n'
  test('one guardian of two children is one person; two of one mail address are two', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils(ten))
    const rows =
      'k0,Petra,Jong,moeder,thuis@x.example\nk1,Petra,Jong,moeder,Thuis@x.example\nk0,Karel,Jong,vader,thuis@x.example\nk9x,Wie,Dan,vader,\n'
    const first = await run(key, 'guardians', header + rows)
    expect(first.result).toMatchObject({
      added: { guardians: 2 },
      refusals: [{ line: 5, what: 'There is no pupil with this key.' }],
    })
    const again = await run(key, 'guardians', header + rows)
    expect(again.result).toMatchObject({ added: zero, changed: zero, unchanged: { guardians: 2 }, missing: zero })
    expect(await rowsOf(key, 'select t.relation from app.guardianship t where true')).toEqual([
      ['father'],
      ['mother'],
      ['mother'],
    ])
    const fewer = await run(key, 'guardians', `${header}k0,Petra,Jong,moeder,nieuw@x.example\n`)
    expect(fewer.result).toMatchObject({
      added: { guardians: 0 },
      changed: { guardians: 1 },
      missing: { guardians: 2 },
    })
  })

  test('who is in the school and not in the list is missing, and ended when that is asked, the last guardian of a child too', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils(ten))
    const rows = ten.map((_, at) => `k${at},Ouder,Naam${at},moeder,o${at}@x.example\n`)
    await run(key, 'guardians', header + rows.join(''))
    const fewer = header + rows.slice(0, 9).join('')
    expect((await run(key, 'guardians', fewer)).result).toMatchObject({
      unchanged: { guardians: 9 },
      missing: { guardians: 1 },
    })
    // A row that cannot be read may be of that very guardian: nobody is missing for its child.
    const broken = `${fewer}k9,,,moeder,o9@x.example\n`
    expect((await run(key, 'guardians', broken)).result).toMatchObject({
      missing: { guardians: 0 },
      refusals: [{ line: 11 }],
    })
    const ended = await run(key, 'guardians', fewer, { endMissing: '2026-11-23', allowLeavers: true })
    expect(ended.result).toMatchObject({ ended: { guardians: 1 } })
  })

  test('a relation that the school ended does not come back by a file', async () => {
    const key = await openSchool()
    await run(key, 'edexml', pupils(ten))
    await run(key, 'guardians', `${header}k0,Petra,Jong,moeder,thuis@x.example\n`)
    await db.owner.query(
      `update app.guardianship set ended_on = '2026-11-20', started_on = '2026-11-01' where school_id = (select id from app.school where key = '${key}')`,
    )
    const again = await run(key, 'guardians', `${header}k0,Petra,Jong,moeder,thuis@x.example\n`)
    expect(again.result).toMatchObject({ added: zero, changed: zero, refusals: [{ line: 2 }] })
  })

  test('a member of staff with the same name and mail address is that same person', async () => {
    const key = await openSchool()
    await run(
      key,
      'edexml',
      edex(
        `<leerlingen>${ten.join('')}</leerlingen><leerkrachten><leerkracht key="s"><achternaam>Jong</achternaam><roepnaam>Pam</roepnaam><emailadres>pam@x.example</emailadres></leerkracht></leerkrachten>`,
      ),
    )
    await run(key, 'guardians', `${header}k0,Pam,Jong,moeder,PAM@x.example\n`)
    expect(
      await rowsOf(key, 'select 1 from app.guardianship g join app.staff t on t.person_id = g.guardian_id where true'),
    ).toEqual([[1]])
  })
})

describe('Taking back', () => {
  test('leaves who was touched since, or whom something else refers to, and says who', async () => {
    const key = await openSchool()
    const { rows } = await db.owner.query<{ id: string }>(`select id from app.school where key = '${key}'`)
    const school = rows[0]?.id ?? ''
    const first = await run(key, 'edexml', pupils(ten.slice(0, 4)))
    await run(key, 'guardians', 'pupil_key,last_name\nk0,Jong\n')
    await db.owner.query(
      `update app.person set first_name = 'Anders' where school_id = '${school}' and last_name = 'Naam1'`,
    )
    await db.owner.query(`insert into app.account (id) values ('00000000-0000-4000-8000-00000000ac01');
      insert into app.account_person select school_id, id, '00000000-0000-4000-8000-00000000ac01' from app.person where school_id = '${school}' and last_name = 'Naam2'`)
    const kept = await asOperator(db.app, school, (tx) =>
      reverseImport(tx, { hat: 'operator', school }, { school, id: first.id ?? '' }),
    )
    expect(kept).toHaveLength(3)
    expect(await rowsOf(key, "select t.last_name from app.person t where last_name like 'Naam%'")).toEqual([
      ['Naam0'],
      ['Naam1'],
      ['Naam2'],
    ])
    await expect(
      asOperator(db.app, school, (tx) =>
        reverseImport(tx, { hat: 'operator', school }, { school, id: first.id ?? '' }),
      ),
    ).rejects.toThrow('import-over')
  })

  test('is possible for thirty days; previews go after one', async () => {
    const key = await openSchool()
    const { id } = await run(key, 'edexml', pupils(ten.slice(0, 2)))
    await asTask(db.app, 'purge', null, purgeRoster)
    const parts = async () =>
      (await db.owner.query(`select count(*)::int as n from app.roster_undo where import_id = '${id}'`)).rows[0]?.n
    expect(await parts()).toBe(1)
    await db.setNow('2026-12-22 10:00+01')
    await asTask(db.app, 'purge', null, purgeRoster)
    expect(await parts()).toBe(0)
    await db.setNow('2026-11-21 10:00+01')
  })
})
