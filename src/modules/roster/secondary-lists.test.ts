import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, operate, type TestDatabase } from '#test/rig.ts'
import { addSchool, addSchoolYear, type SchoolTables } from '#modules/school/index.ts'
import { importRoster, type ImportOutcome, type ImportRequest } from './import-roster.ts'
import { defaultCaps } from './read/caps.ts'
import { readBytes } from './read/read-bytes.ts'
import type { readFile } from './read/read-file.ts'

const inHere: typeof readFile = (format, bytes, context) => readBytes(format, bytes, context, defaultCaps)

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
  await db.setNow('2026-11-21 10:00+01')
})
afterAll(() => db.drop())

let schools = 0
const openSchool = (): Promise<string> =>
  operate<SchoolTables, string>(db, null, async (tx) => {
    schools += 1
    const key = `overzijde-${schools}`
    const none = { hat: 'operator', school: null } as const
    const school = await addSchool(tx, none, {
      key,
      name: 'De Overzijde',
      brin: null,
      region: 'noord',
      stages: ['VO'],
    })
    const year = { school, label: '2026-2027', startsOn: '2026-08-01', endsOn: '2027-07-31' }
    await addSchoolYear(tx, { hat: 'operator', school }, year)
    return key
  })

const run = (
  key: string,
  format: ImportRequest['format'],
  lines: readonly string[],
  more: Partial<ImportRequest> = {},
): Promise<ImportOutcome> =>
  importRoster(
    db.app,
    { format, fileName: 'lijst.csv', bytes: Buffer.from(lines.join('\n')), schoolKey: key, ...more },
    inHere,
  )

const rows = async (key: string, select: string): Promise<unknown[]> =>
  (
    await db.owner.query({
      text: `${select} and p.school_id = (select id from app.school where key = '${key}') order by 1, 2`,
      rowMode: 'array',
    })
  ).rows

const pupils = [
  'Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Geb.datum;Leerjaar;Stamklas',
  '12001;Merel;de;Jong;03-02-2012;3;3c',
  '12002;Emir;;Kaya;11-11-2011;3;3c',
  '12003;Ñ;;Žižka;;4;havo A',
]
const staff = [
  'Personeelsnummer;Roepnaam;Tussenvoegsel;Achternaam;E-mailadres;Klassen',
  'D1;Loes;;Bakker;l.bakker@overzijde.example;"3c, havo A"',
  'D2;Ruben;;Mensah;r.mensah@overzijde.example;',
]
const taught = `select s.source_key, g.name from app.group_teacher p join app.school_group g on g.id = p.group_id
  join app.staff s on s.person_id = p.person_id where p.ended_on is null`

describe('The list of pupils of a secondary school', () => {
  test('tells the year also where the name of the class does not', async () => {
    const key = await openSchool()
    expect(await run(key, 'pupils', pupils)).toMatchObject({
      refused: null,
      result: { added: { pupils: 3, groups: 2 }, refusals: [], repairs: [] },
    })
    expect(await rows(key, 'select p.source_key, p.year_group from app.pupil p where true')).toEqual([
      ['12001', '13'],
      ['12002', '13'],
      ['12003', '14'],
    ])
  })

  test('is not read as one of staff, nor the other way round', async () => {
    const key = await openSchool()
    expect((await run(key, 'staff', pupils)).refused).toContain('key')
    expect((await run(key, 'pupils', staff)).refused).toContain('birth_date')
    expect((await run(key, 'guardians', staff)).refused).toContain('relation')
  })
})

describe('The list of staff', () => {
  test('brings who works there, with the classes they teach, and a second time changes nothing', async () => {
    const key = await openSchool()
    await run(key, 'pupils', pupils)
    expect(await run(key, 'staff', staff)).toMatchObject({
      refused: null,
      result: { added: { staff: 2, pupils: 0, groups: 0 }, missing: { pupils: 0, groups: 0 }, refusals: [] },
    })
    expect(await rows(key, taught)).toEqual([
      ['D1', '3c'],
      ['D1', 'havo A'],
    ])
    expect(await rows(key, 'select role, 1 from app.staff_role p where true')).toEqual([])
    expect(await run(key, 'staff', staff)).toMatchObject({
      result: { added: { staff: 0 }, changed: { staff: 0 }, unchanged: { staff: 2 } },
    })
  })

  test('ends teaching that it no longer tells of, and leaves it alone where it has no column for it', async () => {
    const key = await openSchool()
    await run(key, 'pupils', pupils)
    await run(key, 'staff', staff)
    const [, loes = '', ruben = ''] = staff
    await run(key, 'staff', ['key,first_name,last_name', 'D1,Loes,Bakker', 'D2,Ruben,Mensah'])
    expect(await rows(key, taught)).toHaveLength(2)
    await run(key, 'staff', [staff[0] ?? '', loes.replace(', havo A', ''), ruben])
    expect(await rows(key, taught)).toEqual([['D1', '3c']])
  })

  test('leaves out a class the school does not have, and says so', async () => {
    const key = await openSchool()
    await run(key, 'pupils', pupils)
    const { result } = await run(key, 'staff', ['key;last_name;classes', 'D1;Bakker;3c|9z'])
    expect(result.repairs).toMatchObject([{ line: 2 }])
    expect(await rows(key, taught)).toEqual([['D1', '3c']])
  })

  test('finds who is no longer in it, and lets them go only when told to', async () => {
    const key = await openSchool()
    await run(key, 'pupils', pupils)
    await run(key, 'staff', staff)
    const fewer = staff.slice(0, 2)
    expect((await run(key, 'staff', fewer)).result).toMatchObject({
      missing: { staff: 1, pupils: 0 },
      ended: { staff: 0 },
    })
    const gone = await run(key, 'staff', fewer, { endMissing: '2026-12-01', allowLeavers: true })
    expect(gone.result).toMatchObject({ ended: { staff: 1, pupils: 0, groups: 0 } })
  })
})
