import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '#platform/db/context.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { importRoster, type ImportTables } from './import-roster.ts'
import { defaultCaps } from './read/caps.ts'
import { readBytes } from './read/read-bytes.ts'
import type { readFile } from './read/read-file.ts'
import { reverseImport } from './reverse-import.ts'
import type { Format } from './roster.ts'

let db: TestDatabase<ImportTables>
beforeAll(async () => {
  db = await freshDatabase<ImportTables>()
  await db.setNow('2026-11-21 10:00+01')
})
afterAll(() => db.drop())

// Reading in a thread is tested apart; hundreds of threads would only cost time.
const inHere: typeof readFile = (format, bytes, context) => readBytes(format, bytes, context, defaultCaps)

let schools = 0
const openSchool = async (): Promise<{ id: string; key: string }> => {
  schools += 1
  const key = `eik-${schools}`
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into app.school (key, name, region) values ('${key}', 'De Eik', 'noord') returning id`,
  )
  const id = rows[0]?.id ?? ''
  await db.owner.query(`insert into app.school_stage values ('${id}', 'BO')`)
  await db.owner.query(
    `insert into app.school_year (school_id, label, starts_on, ends_on) values ('${id}', '2026-2027', '2026-08-01', '2027-07-31')`,
  )
  return { id, key }
}

const tables = [
  'person',
  'person_contact',
  'pupil',
  'staff',
  'staff_role',
  'school_group',
  'group_member',
  'group_teacher',
  'guardianship',
]

/** Every row of the people of a school, in a fixed order. */
const everything = async (school: string): Promise<unknown> => {
  const all: Record<string, unknown> = {}
  for (const table of tables)
    all[table] = (
      await db.owner.query(
        `select to_jsonb(t) as row from app.${table} t where school_id = '${school}' order by to_jsonb(t)::text`,
      )
    ).rows
  return all
}

const names = fc.constantFrom('Sem', 'Noor', 'Şenay', 'IJsbrand', 'عمر', 'Lieve')
const surnames = fc.constantFrom('Jong', "d'Æth", 'Özdemir', '李', 'Brand')
const days = fc.constantFrom('2018-02-28', '2017-12-31', '31-02-2018', '')
const pupil = fc.record({
  key: fc.constantFrom('1', '2', '3', '4', '#1', '#2'),
  first: names,
  last: surnames,
  prefix: fc.constantFrom('', 'van den'),
  born: days,
  group: fc.constantFrom('a', 'b', 'c', ''),
  mixed: fc.boolean(),
  year: fc.constantFrom('', '4', 'H', 'C'),
  left: fc.constantFrom('', '', '2026-07-01', '2027-02-01'),
  mail: fc.constantFrom('', 'kind@eik.example'),
})
const worker = fc.record({
  key: fc.constantFrom('s1', 's2', '#s'),
  first: names,
  last: surnames,
  groups: fc.subarray(['a', 'b', 'm', 'z']),
  mail: fc.constantFrom('', 'juf@eik.example'),
})
const school = fc.record({
  pupils: fc.array(pupil, { minLength: 1, maxLength: 6 }),
  staff: fc.array(worker, { maxLength: 3 }),
  groups: fc.subarray(['a', 'b', 'c']),
  bName: fc.constantFrom('4B', '4b plus'),
})

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const field = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escape(text)}</${name}>`)
const edexml = ({ pupils, staff, groups, bName }: typeof school extends fc.Arbitrary<infer S> ? S : never): string =>
  `<EDEX><school><schooljaar>2026-2027</schooljaar></school><groepen>${groups
    .map((key) => `<groep key="${key}"><naam>${key === 'b' ? bName : `4${key}`}</naam><jaargroep>4</jaargroep></groep>`)
    .join('')}<samengestelde_groep key="m"><naam>Plus</naam></samengestelde_groep></groepen><leerlingen>${pupils
    .map(
      (one) =>
        `<leerling key="${one.key}">${field('achternaam', one.last)}${field('voorvoegsel', one.prefix)}${field('roepnaam', one.first)}${field('geboortedatum', one.born)}${field('jaargroep', one.year)}${one.group === '' ? '' : `<groep key="${one.group}"/>`}${one.mixed ? '<samengestelde_groepen><samengestelde_groep key="m"/></samengestelde_groepen>' : ''}${field('emailadres', one.mail)}${field('uitstroomdatum', one.left)}</leerling>`,
    )
    .join('')}</leerlingen><leerkrachten>${staff
    .map(
      (one) =>
        `<leerkracht key="${one.key}">${field('achternaam', one.last)}${field('roepnaam', one.first)}${field('emailadres', one.mail)}<groepen>${one.groups.map((key) => `<groep key="${key}"/>`).join('')}</groepen></leerkracht>`,
    )
    .join('')}</leerkrachten></EDEX>`

const guardian = fc.record({
  pupil: fc.constantFrom('1', '2', '3', '9'),
  first: names,
  last: surnames,
  mail: fc.constantFrom('', 'thuis@eik.example', 'juf@eik.example'),
  phone: fc.constantFrom('', '06-12345678'),
  relation: fc.constantFrom('', 'moeder', 'vader', 'buurvrouw'),
  language: fc.constantFrom('', 'nl', 'tr'),
})
const csv = (rows: readonly (typeof guardian extends fc.Arbitrary<infer G> ? G : never)[]): string =>
  [
    'pupil_key,first_name,last_name,relation,email,phone,language',
    ...rows.map((row) => [row.pupil, row.first, row.last, row.relation, row.mail, row.phone, row.language].join(',')),
  ].join('\n')

const listed = fc.record({
  key: fc.constantFrom('1', '2', '3', '5'),
  first: names,
  last: surnames,
  born: days,
  group: fc.constantFrom('', '4a', '4B', '5/6'),
})
const list = (rows: readonly (typeof listed extends fc.Arbitrary<infer L> ? L : never)[]): string =>
  [
    'key;first_name;last_name;birth_date;group',
    ...rows.map((row) => [row.key, row.first, row.last, row.born, row.group].join(';')),
  ].join('\n')

type Given = { format: Format; text: string; endMissing: string | null }
const file: fc.Arbitrary<Given> = fc
  .oneof(
    school.map((one) => ({ format: 'edexml' as const, text: edexml(one) })),
    fc
      .array(guardian, { minLength: 1, maxLength: 6 })
      .map((rows) => ({ format: 'guardians' as const, text: csv(rows) })),
    fc.array(listed, { minLength: 1, maxLength: 5 }).map((rows) => ({ format: 'pupils' as const, text: list(rows) })),
  )
  .chain((one) => fc.constantFrom(null, null, '2026-11-21', '2026-12-24').map((endMissing) => ({ ...one, endMissing })))

const none = { pupils: 0, groups: 0, staff: 0, guardians: 0 }

test('What is applied is what the dry run told; a second time changes nothing; taking back restores every row.', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      const { id, key } = await openSchool()
      const states: { before: unknown; import: string; moved: boolean }[] = []
      for (const { format, text, endMissing } of files) {
        const request = {
          format,
          fileName: 'x',
          bytes: Buffer.from(text),
          schoolKey: key,
          endMissing,
          allowLeavers: true,
        }
        const before = await everything(id)
        const dry = await importRoster(db.app, { ...request, dryRun: true }, inHere)
        expect(await everything(id)).toEqual(before)
        const real = await importRoster(db.app, request, inHere)
        expect(real.refused).toBeNull()
        expect(real.result).toEqual({ ...dry.result, dryRun: false })
        const after = await everything(id)
        const again = await importRoster(db.app, { ...request, endMissing: null }, inHere)
        expect({ added: again.result.added, changed: again.result.changed }).toEqual({ added: none, changed: none })
        expect(await everything(id)).toEqual(after)
        states.push({ before, import: real.id ?? '', moved: JSON.stringify(before) !== JSON.stringify(after) })
      }
      for (const state of states.toReversed()) {
        if (!state.moved) continue
        const kept = await asOperator(db.app, id, (tx) =>
          reverseImport(tx, { hat: 'operator', school: id }, { school: id, id: state.import }),
        )
        expect(kept).toEqual([])
        expect(await everything(id)).toEqual(state.before)
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
