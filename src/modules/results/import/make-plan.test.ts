import { describe, expect, test } from 'vitest'
import { readTable } from '#modules/roster/index.ts'
import { asText, carriedTable, carry } from './carried.ts'
import { mapColumns } from './columns.ts'
import { makePlan } from './make-plan.ts'
import type { KnownTest, Plan, Situation } from './plan.ts'
import type { Nameable } from './pupil-names.ts'

const pupil = (id: string, first: string | null, prefix: string | null, last: string, key: string | null = null) => ({
  pupil: id,
  key,
  first,
  prefix,
  last,
})
const pupils: Nameable[] = [
  pupil('senay', 'Şenay', null, 'Özdemir', '4711'),
  pupil('dæth', 'Bob', "d'", 'Æth'),
  pupil('hooft', 'IJsbrand', "'t", 'Hooft'),
  pupil('omar', 'عمر', null, 'خالد'),
  pupil('li', '李', null, '小龙'),
  pupil('one', 'Sam', null, 'Bakker', '12'),
  pupil('other', 'Sam', null, 'Bakker', '13'),
]
const known = (more: Partial<KnownTest>): KnownTest => ({
  id: 'there',
  subject: 'Wiskunde',
  title: 'Hoofdstuk 6',
  kind: 'written',
  scale: 'tenths',
  dossier: 'progress',
  weight: 2,
  madeOn: '2026-11-20',
  retakeOf: null,
  results: [],
  ...more,
})
const school = (more: Partial<Situation> = {}): Situation => ({
  stage: 'VO',
  first: '2026-07-01',
  last: '2027-07-31',
  pupils,
  tests: [],
  ...more,
})

const read = async (bytes: string | Uint8Array) =>
  readTable(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes))

const plan = async (bytes: string | Uint8Array, situation = school(), subject = ''): Promise<Plan> => {
  const outcome = await read(bytes)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const mapping = mapColumns(outcome.table.header)
  if (mapping === null) throw new Error('no columns')
  return makePlan(outcome.table, mapping, situation, { subject, madeOn: '2026-11-23' })
}
const got = ({ tests }: Plan) =>
  tests.flatMap(({ title, results }) => results.map((one) => `${title}: ${one.name} ${one.tenths ?? one.mark ?? '-'}`))
const why = ({ refused }: Plan) => refused.map(({ line, code }) => `${line} ${code}`)

describe('A line for each result', () => {
  const header = 'Cijfer;TOETS;vak;Leerling;weging;datum;soort;opmerking'

  test('columns in any order, three delimiters, a mark of the file or none', async () => {
    const lines = [
      header,
      '6,4;H6;Wiskunde;Şenay Özdemir;2;20-11-2026;proefwerk;Netjes',
      '7;H6;Wiskunde;李 小龙;;20-11-2026;;',
    ]
    const semicolons = await plan(lines.join('\n'))
    expect(got(semicolons)).toEqual(['H6: Şenay Özdemir 64', 'H6: 李 小龙 70'])
    expect(semicolons.tests[0]).toMatchObject({ id: null, weight: 2, kind: 'written', madeOn: '2026-11-20' })
    expect(semicolons.tests[0]?.results[0]?.words).toBe('Netjes')
    const commas = lines.join('\r\n').replace('6,4', '"6,4"').replaceAll(';', ',')
    expect(await plan(`\ufeff${commas}`)).toEqual(semicolons)
    expect(await plan(lines.join('\n').replaceAll(';', '\t'))).toEqual(semicolons)
    expect(await plan(Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'))).toEqual(semicolons)
  })

  test('Windows-1252, and names with signs that are easily lost', async () => {
    const text = `leerling;vak;toets;cijfer\nBob d' Æth;Frans;Één;8.0\nHooft, IJsbrand ’t;Frans;Één;Vr`
    const ansi = Buffer.from(text.replace('’', '\u0092'), 'latin1')
    for (const bytes of [text, ansi])
      expect(got(await plan(bytes))).toEqual(["Één: Bob d' Æth 80", "Één: IJsbrand 't Hooft Vr"])
    expect(got(await plan('leerling;vak;toets;cijfer\nعمر خالد;Frans;A;inh'))).toEqual(['A: عمر خالد Inh'])
  })

  test('a number goes before a name, and two pupils of one name need it', async () => {
    const byName = await plan('leerling;vak;toets;cijfer\nSam Bakker;Frans;A;7')
    expect(why(byName)).toEqual(['2 pupilsMore'])
    const byKey = await plan('leerlingnummer;vak;toets;cijfer\n13;Frans;A;7')
    expect(byKey.tests[0]?.results[0]?.pupil).toBe('other')
    expect(got(await plan("roepnaam;tussenvoegsel;achternaam;vak;toets;cijfer\nBob;d';Æth;Frans;A;7"))).toHaveLength(1)
  })

  test('every line that is refused is told with its number, and the others are read in', async () => {
    const lines = [
      'leerling;vak;toets;weging;datum;soort;cijfer',
      'Niemand;Frans;A;1;;;7',
      'Şenay Özdemir;Frans;A;1;;;11',
      'Şenay Özdemir;Frans;A;1;31-2-2026;;7',
      'Şenay Özdemir;Frans;A;1;20-11-2019;;7',
      'Şenay Özdemir;Frans;A;veel;;;7',
      'Şenay Özdemir;Frans;A;1;;raar;7',
      'Şenay Özdemir;Frans;A;1;;PTA;7',
      'Şenay Özdemir;;A;1;;;7',
      'Şenay Özdemir;Frans;;1;;;7',
      ';Frans;A;1;;;7',
      'Şenay Özdemir;Frans;A;1',
      'Şenay Özdemir;Frans;A;1;;;7;te veel',
      'Şenay Özdemir;Frans;A;1;;proefwerk;6,5',
      'Şenay Özdemir;Frans;A;1;;;6,6',
      '李 小龙;Frans;A;3;;;6,6',
      '李 小龙;Frans;A;1;;oral;6,6',
      '李 小龙;Frans;A;1;;;',
    ]
    const made = await plan(lines.join('\n'))
    expect(why(made)).toEqual([
      '2 pupilUnknown',
      '3 gradeWrong',
      '4 dayWrong',
      '5 dayFar',
      '6 weightWrong',
      '7 kindUnknown',
      '8 exam',
      '9 subjectMissing',
      '10 testMissing',
      '11 pupilMissing',
      '12 ragged',
      '13 ragged',
      '15 double',
      '16 otherWeight',
      '17 otherKind',
    ])
    expect(got(made)).toEqual(['A: Şenay Özdemir 65'])
    expect(made.empty).toBe(1)
  })

  test('a formula is text, and never a grade or a pupil', async () => {
    for (const sign of ['=', '+', '-', '@', '＝'])
      expect(
        why(await plan(`leerling;vak;toets;cijfer\n${sign}1+1;Frans;A;7\nŞenay Özdemir;Frans;A;${sign}6`)),
      ).toEqual(['2 pupilUnknown', '3 gradeWrong'])
    const title = await plan('leerling;vak;toets;cijfer\nŞenay Özdemir;Frans;=HYPERLINK(1);7')
    expect(got(title)).toEqual(['=HYPERLINK(1): Şenay Özdemir 70'])
  })

  test('signs that nobody sees are left out, and a cell of five megabytes is one refused line', async () => {
    const made = await plan(
      `leerling;vak;toets;cijfer\nŞe\u0000nay \u202eÖzdemir;Frans;A;7\n李 小龙;Frans;${'x'.repeat(5_000_000)};7`,
    )
    expect(got(made)).toEqual(['A: Şenay Özdemir 70'])
    expect(why(made)).toEqual(['3 tooLong'])
  })

  test('letters make a test of letters, and Vr alone a test as is usual at the stage', async () => {
    const text = 'leerling;vak;toets;cijfer\nŞenay Özdemir;Frans;A;g\n李 小龙;Frans;A;Vr'
    expect((await plan(text)).tests[0]).toMatchObject({ scale: 'words' })
    expect((await plan(text.replace(';g', ';Vr'))).tests[0]).toMatchObject({ scale: 'tenths' })
    expect((await plan(text.replace(';g', ';Vr'), school({ stage: 'BO' }))).tests[0]).toMatchObject({ scale: 'words' })
  })
})

describe('A test that is there', () => {
  const line = 'leerling;vak;toets;datum;cijfer\nŞenay Özdemir;wiskunde;hoofdstuk 6;2026-11-20;6,4'
  const current = { pupil: 'senay', id: 'r', tenths: 64, mark: null, words: 'Netjes' }

  test('is used again: what stands there stays, and a remark too', async () => {
    const same = await plan(line, school({ tests: [known({ results: [current] })] }))
    expect(same.tests[0]).toMatchObject({ id: 'there', title: 'Hoofdstuk 6', weight: 2, results: [{ change: 'same' }] })
    const changed = await plan(line.replace('6,4', '6,5'), school({ tests: [known({ results: [current] })] }))
    expect(changed.tests[0]?.results[0]).toMatchObject({ change: 'changed', words: 'Netjes', before: current })
  })

  test('is not touched in the exam dossier, as a retake, or when there are two', async () => {
    for (const [code, tests] of [
      ['exam', [known({ dossier: 'exam' })]],
      ['retake', [known({ retakeOf: 'first' })]],
      ['testsMore', [known({}), known({ id: 'second' })]],
    ] as const) {
      const made = await plan(line, school({ tests }))
      expect(why(made)).toEqual([`2 ${code}`])
      expect(made.tests).toEqual([])
    }
  })
})

describe('A class list', () => {
  test('has a column for each test and takes the subject of the form', async () => {
    const made = await plan('naam;klas;H5;H6\nŞenay Özdemir;3c;6;7,5\n李 小龙;3c;;8\nNiemand;3c;1;2', school(), 'Frans')
    expect(got(made)).toEqual(['H5: Şenay Özdemir 60', 'H6: Şenay Özdemir 75', 'H6: 李 小龙 80'])
    expect(why(made)).toEqual(['4 pupilUnknown'])
    expect([made.empty, made.skipped]).toEqual([1, ['klas']])
    expect(made.tests.every(({ subject, madeOn }) => subject === 'Frans' && madeOn === '2026-11-23')).toBe(true)
  })

  test('may begin with a column of any name, of numbers too', async () => {
    expect(got(await plan('3c;H5\n4711;6', school(), 'Frans'))).toEqual(['H5: Şenay Özdemir 60'])
  })
})

describe('A list is refused whole', () => {
  test.each([
    ['a header twice', 'leerling;vak;toets;cijfer;Cijfer\na;b;c;1;2', 'headerTwice'],
    ['a hundred thousand rows', `leerling;vak;toets;cijfer\n${'a;b;c;7\n'.repeat(100_000)}`, 'tooManyRows'],
    ['nothing', ' \n ', 'empty'],
    ['a header alone', 'leerling;vak;toets;cijfer', 'noRows'],
    ['a workbook', 'PK\u0003\u0004 and more', 'unreadable'],
    ['a quote that stays open', 'leerling;vak;toets;cijfer\n"a;b;c;7', 'quoteOpen'],
  ])('%s', async (_, text, code) => {
    expect(await read(text)).toMatchObject({ ok: false, fault: { code } })
  })

  test('when no column holds a pupil and a result', () => {
    for (const header of [['leerling'], ['vak', 'toets', 'cijfer'], ['leerling', 'cijfer'], ['leerling', 'klas']])
      expect(mapColumns(header)).toBeNull()
  })
})

test('A page carries a list as it was read, and gives it back as text that reads the same.', async () => {
  const outcome = await read('leerling;vak;toets;cijfer;opmerking\n"Bob ""d\'"" Æth";Frans;A;7;"a; b"\nx;y')
  if (!outcome.ok) throw new Error(outcome.fault.code)
  expect(carriedTable(carry(outcome.table) ?? '')).toEqual(outcome.table)
  const [whole] = outcome.table.rows
  const again = await read(asText({ ...outcome.table, rows: whole === undefined ? [] : [whole] }))
  expect(again).toMatchObject({ ok: true, table: { header: outcome.table.header, rows: [{ cells: whole?.cells }] } })
  expect(carriedTable('{"header":1}')).toBeNull()
  expect(carriedTable('geen lijst')).toBeNull()
})
