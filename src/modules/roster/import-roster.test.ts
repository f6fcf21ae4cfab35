import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { importRoster, type ImportRequest, type ImportTables } from './import-roster.ts'

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
  importRoster(db.app, { format, fileName: 'proef', bytes: Buffer.from(bytes), schoolKey: key, ...more })

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
    const dry = await run(key, 'edexml', fixture('wilgenhof.xml'), { dryRun: true })
    const real = await run(key, 'edexml', fixture('wilgenhof.xml'))
    expect({ ...dry.result, dryRun: false }).toEqual(real.result)
  })

  test('the file of another school is refused whole', async () => {
    const key = await openSchool('99ZZ')
    expect(await run(key, 'edexml', fixture('wilgenhof.xml'))).toMatchObject({
      refused: 'This file is of another school: it says BRIN 00XY and this school has 99ZZ.',
      result: { added: zero },
    })
  })
})
