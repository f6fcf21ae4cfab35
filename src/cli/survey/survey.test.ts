import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { defaultRules } from '#stats'
import { typist } from '../typist.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'survey-'))
const type = typist({ DATA_DIR: join(folder, 'nowhere') })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = (name: string): string => join(folder, name)
const write = (name: string, text: string | Uint8Array): void => writeFileSync(path(name), text)
const read = (name: string): string => readFileSync(path(name), 'utf8')

const data = [
  'id,gender,education,region,income,trust',
  'a1,f,high,north,31.5,yes',
  'a2,m,low,north,20.0,no',
  'a3,f,low,north,25.2,yes',
  'a4,m,high,north,41.0,yes',
  'a5,f,high,south,35.8,no',
  'a6,m,low,south,NA,no',
  'a7,f,low,south,22.4,yes',
  'a8,m,high,south,38.1,yes',
  'a9,f,high,south,29.9,NA',
  'a10,f,low,north,24.6,no',
  'a11,m,low,south,19.7,no',
  'a12,f,high,north,33.3,yes',
].join('\n')
const margins = { gender: { f: 1_224_000, m: 1_176_000 }, education: { high: 1_000_000, low: 1_400_000 } }

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(path(name), { recursive: true })
  write('data.csv', data)
  write('margins.json', JSON.stringify(margins))
})

const weight = (...more: string[]) =>
  type(['survey', 'weight', path('data.csv'), '--margins', path('margins.json'), ...outputs, ...more])
const outputs = ['--out', path('w.csv'), '--report', path('r.json')]

const tabulate = (design: unknown, spec: unknown) => {
  write('design.json', JSON.stringify(design))
  write('spec.json', JSON.stringify(spec))
  const files = ['--design', path('design.json'), '--spec', path('spec.json'), '--out', path('t.json')]
  return type(['survey', 'tabulate', path('data.csv'), ...files])
}

/** The one sentence of a refusal, after which no file is there. */
const refusalIn = ({ exit, stdout, stderr }: { exit: number; stdout: string; stderr: string }): string => {
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+[.?]\n$/)
  expect(readdirSync(folder).filter((name) => /^(w\.csv|[rt]\.json|\..*)$/.test(name))).toEqual([])
  return stderr
}

describe('The figures are those of R', () => {
  // svydesign(ids = ~1, strata = ~region, weights = rep(1, 12)); rake(…, control = list(maxit = 1000, epsilon = 1e-13))
  test('weights of rake', async () => {
    expect((await weight()).exit).toBe(0)
    const weights = read('w.csv').split('\n').slice(1, 4)
    const expected = [152460.342623628, 261947.123498171, 204719.543168496]
    weights.forEach((line, at) => expect(Number(line.split(',')[1]) / (expected[at] ?? 0)).toBeCloseTo(1, 11))
  })

  // svyciprop(~I(trust == "yes"), subset(rk, education == "low" & !is.na(trust))); svychisq(~trust + education, rk);
  // svyttest(income ~ gender, rk)
  test('an interval, the Rao-Scott test and the t-test', async () => {
    const shares = { question: 'trust', statistic: 'share', by: 'education', tests: [{ test: 'raoScott' }] }
    const means = { question: 'income', statistic: 'mean', by: 'gender', tests: [{ test: 't' }] }
    const design = { weighting: { margins }, strata: 'region' }
    expect((await tabulate(design, { missing: 'leave-out', tables: [shares, means] })).exit).toBe(0)
    const [trust, income] = JSON.parse(read('t.json')).tables
    expect(trust.estimates[3].estimate).toBeCloseTo(0.2924564902690443, 9)
    expect(trust.estimates[3].lower).toBeCloseTo(0.0467039584465127, 9)
    expect(trust.estimates[3].upper).toBeCloseTo(0.7771492462895132, 9)
    expect(trust.tests[0].p).toBeCloseTo(0.0429294092586733, 9)
    expect(income.tests[0].p).toBeCloseTo(0.989693367144093, 9)
    expect(income.tests[0].t).toBeCloseTo(-0.0133268711808909, 9)
  })
})

describe('Data is read as spreadsheets write it', () => {
  test.each([
    [
      'semicolons, CRLF, a mark and quotes',
      '\ufeff"gender";"education"\r\nf;"high"\r\nm;low\r\nf;low\r\nm;high\r\n\r\n',
    ],
    ['tabs and bare returns', 'gender\teducation\rf\thigh\rm\tlow\rf\tlow\rm\thigh'],
  ])('%s', async (_, text) => {
    write('data.csv', text)
    expect((await weight()).exit).toBe(0)
    expect(read('w.csv').split('\n').slice(0, 2)).toEqual(['id,weight', '1,510000'])
  })

  test('a decimal comma where semicolons stand between values', async () => {
    write('data.csv', 'v\tw\n1,5\tx\n2,5\ty\n')
    await tabulate({}, { tables: [{ question: 'v', statistic: 'mean' }] })
    expect(JSON.parse(read('t.json')).tables[0].estimates[0].estimate).toBe(2)
  })

  test.each<readonly [string | Uint8Array, string]>([
    ['', 'is empty'],
    ['gender,education\n', 'has a header and no rows'],
    ['gender,gender\nf,m\n', 'has the column "gender" twice'],
    ['gender,education\nf,high\nm\n', 'line 3 has 1 values where the header has 2 names'],
    ['gender,education\nf,high\n\nm,low\n', 'line 3 is empty, and rows follow'],
    ['gender,education\nf,"high\nm,low\n', 'a quotation mark is opened and never closed'],
    [Uint8Array.of(103, 10, 102, 10, 255, 10), 'is not in UTF-8: line 3'],
    ['gender,education\nf,high\nm,low\nNA,low\n', '"gender" has no answer in 1 of the rows'],
  ])('%j is refused', async (text, sentence) => {
    write('data.csv', text)
    expect(refusalIn(await weight())).toContain(sentence)
  })
})

describe('Margins that cannot be are refused', () => {
  test.each<readonly [string, string]>([
    ['{"gendr": {"f": 1, "m": 1}}', 'no column "gendr"; did you mean "gender"?'],
    ['{"gender": {"f": 1, "m": 1, "x": 1}}', 'level "x" in the population and nobody in the sample'],
    ['{"gender": {"f": 1}}', '"gender" says nothing of level "m"'],
    ['{"gender": {"f": 1, "m": 1}, "education": {"high": 1, "low": 2}}', 'a difference of 1'],
    ['{"gender": {"f": 1, "m": 1, "f": 2}}', 'has the key "f" twice'],
    ['{"gender": {"f": 1, "__proto__": 2}}', 'has the key "__proto__", which cannot be read'],
    ['{"gender": {"f": 1, "m": "1"}}', 'at "gender → m"'],
    ['{"gender": {"totals": {"f": 1, "m": 1}, "missing": "dorp"}}', 'at "gender → missing"'],
    ['{"gender": {"shares": {"f": 0.5, "m": 0.5}}}', 'under "N"'],
    ['{"income": 70000000}', 'only the method calibrate'],
    ['{"gender": ', 'is no JSON'],
    ['{}', 'name no variable'],
  ])('%s', async (text, sentence) => {
    write('margins.json', text)
    expect(refusalIn(await weight())).toContain(sentence)
  })

  test.each<readonly [string[], string]>([
    [['--trim', '0.99,1.01'], 'cannot hold'],
    [['--method', 'calibrate', '--bounds', '0.9,1.1'], 'cannot hold'],
    [['--method', 'poststratify'], 'give the cells as "gender × education"'],
    [['--bounds', '0.5,2', '--trim', '0.5,2'], 'give one of them'],
    [['--base', 'income'], '"income" has no value on line 7'],
    [['--distance', 'logit'], 'A distance goes with the method calibrate'],
  ])('%j', async (options, sentence) => {
    expect(refusalIn(await weight(...options))).toContain(sentence)
  })

  test('what is typed wrongly is wrong use', async () => {
    for (const options of [
      ['--bounds', '1'],
      ['--method', 'rake'],
      ['--trmi', '1,2'],
    ])
      expect(await weight(...options)).toMatchObject({ exit: 3, stdout: '' })
  })
})

describe('All files are written or none', () => {
  test('what stood there stays when the other cannot be written', async () => {
    write('w.csv', 'old')
    const from = ['survey', 'weight', path('data.csv'), '--margins', path('margins.json'), '--out', path('w.csv')]
    const { exit, stderr } = await type([...from, '--report', join(folder, 'none', 'r.json')])
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining('its folder does not exist') })
    expect({ w: read('w.csv'), files: readdirSync(folder).length }).toEqual({ w: 'old', files: 3 })
  })

  test('a file is not written over what it is read from', async () => {
    const argv = ['survey', 'weight', path('data.csv'), '--margins', path('margins.json')]
    const { exit, stderr } = await type([...argv, '--out', path('data.csv'), '--report', path('r.json')])
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining('named twice') })
    expect(read('data.csv')).toBe(data)
  })
})

describe('Tables', () => {
  const means = { question: 'income', statistic: 'mean' }

  test('weights from a file belong to rows by their ids, and those of 0 are out', async () => {
    write('margins.json', JSON.stringify({ trust: { totals: { yes: 600, no: 400 }, missing: 'drop' } }))
    await weight()
    const design = { weights: { file: 'w.csv' } }
    expect(await tabulate(design, { missing: 'leave-out', tables: [means] })).toMatchObject({ exit: 0 })
    expect(JSON.parse(read('t.json')).design).toMatchObject({ rows: 11, population: 1000, degreesOfFreedom: 10 })
    write('data.csv', data.replace('a3,', 'b3,'))
    rmSync(path('t.json'))
    const { exit, stderr } = await tabulate(design, { missing: 'leave-out', tables: [means] })
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining('"a3" where the data has "b3"') })
  })

  test('replicates are weighted each', async () => {
    const design = { strata: 'region', replicates: { type: 'JKn' }, weighting: { margins } }
    expect(await tabulate(design, { missing: 'leave-out', tables: [means] })).toMatchObject({ exit: 0 })
    expect(JSON.parse(read('t.json')).design).toMatchObject({ kind: 'replicate JKn', replicates: 12 })
  })

  test.each<readonly [unknown, unknown, string]>([
    [{ weight: 'x' }, { tables: [means] }, 'Unrecognized key: "weight"'],
    [{ weights: 'trust' }, { tables: [means] }, '"trust" has "yes" on line 2, which is no number'],
    [{ strata: 'trust' }, { tables: [means] }, '"trust" has no value on line 10'],
    [{ strata: 'id' }, { missing: 'leave-out', tables: [means] }, 'has one sampling unit'],
    [{}, { tables: [] }, 'there must be a table'],
    [{}, { tables: [means] }, 'Table "mean of income": "income" has no answer in 1 row; leave them out.'],
    [{}, { missing: 'leave-out', tables: [{ ...means, tests: [{ test: 't' }] }] }, 'say "by" what'],
    [{}, { tables: [{ ...means, where: { region: 'west' } }] }, '"region" has no level "west"'],
    [{}, { disclosure: { wave: '1' }, tables: [means] }, 'only shares are told'],
  ])('%j with %j is refused', async (design, spec, sentence) => {
    expect(refusalIn(await tabulate(design, spec))).toContain(sentence)
  })
})

describe('Tables that everybody may see', () => {
  // A hundred pupils of four classes: one girl of 4 says no, of every other gender and class five or more do.
  const pupils = Array.from({ length: 112 }, (_, at) => {
    const [school, gender, nth] = [1 + (at % 4), at % 8 < 4 ? 'f' : 'm', Math.floor(at / 8)]
    return { id: `p${at}`, school, gender, trust: nth < (school === 4 && gender === 'f' ? 1 : 6) ? 'no' : 'yes' }
  })
  const rowsOf = (some: readonly (typeof pupils)[number][]): string =>
    ['id,class,gender,trust', ...some.map(({ id, school, gender, trust }) => [id, school, gender, trust].join())].join(
      '\n',
    )
  const trust = (more: object = {}) => ({ question: 'trust', statistic: 'share', sensitive: false, ...more })
  const spec = (tables: unknown[], more: object = {}) => ({ disclosure: { wave: '2026', ...more }, tables })

  beforeEach(() => write('data.csv', rowsOf(pupils)))

  /** Publishes under another name than `t.json`. */
  const publish = async (name: string, tables: unknown[], more: object = {}) => {
    const { exit, stderr } = await tabulate({}, spec(tables, more))
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    write(name, read('t.json'))
    rmSync(path('t.json'))
    return JSON.parse(read(name)).tables
  }
  const toldOf = (
    table: { groups: { group: string; cells: { told: string }[] }[] },
    group: string,
  ): string | undefined => table.groups.find((one) => one.group === group)?.cells[0]?.told

  test('a cell of the joint table does not follow from those of its variables', async () => {
    const tables = [trust({ by: 'class' }), trust({ by: 'gender' }), trust({ by: ['class', 'gender'] })]
    const [byClass, byGender, both] = await publish('a.json', tables)
    expect(toldOf(both, 'class: 4, gender: f')).toBe('not')
    const row = toldOf(byClass, 'class: 4') === 'not' || toldOf(both, 'class: 4, gender: m') === 'not'
    const column =
      toldOf(byGender, 'gender: f') === 'not' ||
      [1, 2, 3].some((one) => toldOf(both, `class: ${one}, gender: f`) === 'not')
    expect({ row, column }).toEqual({ row: true, column: true })
  })

  test('nor when the joint table comes later, nor when a part of the whole is asked for', async () => {
    await publish('a.json', [trust({ by: 'class' }), trust({ by: 'gender' })])
    const [both] = await publish('b.json', [trust({ by: ['class', 'gender'] })], { earlier: ['a.json'] })
    const [girls] = await publish('c.json', [trust({ by: 'class', where: { gender: 'f' } })], { earlier: ['a.json'] })
    expect(['f', 'm'].map((gender) => toldOf(both, `class: 4, gender: ${gender}`))).toEqual(['not', 'not'])
    expect(toldOf(girls, 'class: 4 of {"gender":"f"}')).toBe('not')
  })

  test('what was told before stays, and is needed once', async () => {
    await publish('a.json', [trust({ by: 'class' })])
    const [again] = await publish('b.json', [trust({ by: 'class' })], { earlier: ['a.json'] })
    expect(again).toEqual(JSON.parse(read('a.json')).tables[0])
  })

  test('between waves those who came and went are known by their ids', async () => {
    await publish('a.json', [trust()])
    write('old.csv', rowsOf(pupils))
    write('plain.json', '{}')
    const before = [{ tables: 'a.json', data: 'old.csv', design: 'plain.json' }]
    const next = async (some: typeof pupils) => {
      write('data.csv', rowsOf(some))
      const [table] = await publish('b.json', [trust()], { wave: '2027', earlier: before })
      return toldOf(table, 'all')
    }
    expect(await next(pupils)).toBe('apart')
    expect(await next(pupils.slice(2))).toBe('not')
    expect(await next(pupils.map((one, at) => (at < 2 ? { ...one, id: `new ${at}` } : one)))).toBe('not')
    expect(await next(pupils.map((one, at) => (at < 60 ? { ...one, id: `new ${at}` } : one)))).toBe('apart')
  })

  test('what an earlier file gives away is said, but not in the tables', async () => {
    const lax = { cell: 0, width: 0, widthShare: 0, insiders: 0 }
    // Of 150 pupils 50 are in the choir, of whom 2 say yes; of the others 2 say no, which follows.
    const row = (at: number) =>
      `${at < 50 ? 'yes' : ''},${at % 2 < 1 ? 'f' : 'm'},${at < 2 || (at >= 50 && at < 148) ? 'yes' : 'no'}`
    write('data.csv', ['choir,gender,trust', ...Array.from({ length: 150 }, (_, at) => row(at))].join('\n'))
    await publish('a.json', [trust({ by: 'choir', missing: 'leave-out' })], { rules: lax })
    const file = JSON.parse(read('a.json'))
    write('a.json', JSON.stringify({ ...file, disclosure: { ...file.disclosure, rules: defaultRules } }))
    const { exit, stdout } = await tabulate({}, spec([trust({ by: 'gender' })], { earlier: ['a.json'] }))
    expect({ exit, stdout }).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('a.json tells how many of “all” without “choir: yes” answered “no” to “trust”.'),
    })
    expect(read('t.json')).not.toContain('Whatever')
  })

  test.each<readonly [string, () => unknown, object, string]>([
    ['not there', () => rmSync(path('a.json')), {}, 'a.json" does not exist'],
    ['not one of ours', () => write('a.json', '{"tables": []}'), {}, 'holds no tables that survey tabulate made'],
    [
      'tables without disclosure control',
      () => write('a.json', '[1]'),
      {},
      'holds no tables that survey tabulate made',
    ],
    ['of another wave', () => undefined, { wave: '2027' }, 'is of wave "2026": give it with the "data"'],
    ['under other rules', () => undefined, { rules: { cell: 7 } }, 'was made under another rule "cell"'],
    [
      'of other groups',
      () => write('data.csv', rowsOf(pupils).replaceAll(',3,', ',5,')),
      {},
      '“class: 3” is not where it was',
    ],
    [
      'of other figures',
      () => write('data.csv', rowsOf(pupils.slice(0, 70))),
      {},
      'was published with another figure for “all”',
    ],
    [
      'of a question that is gone',
      () => write('data.csv', rowsOf(pupils).replace('trust', 'faith')),
      {},
      'no column "trust"',
    ],
  ])('a file %s is refused', async (_, change, more, sentence) => {
    await publish('a.json', [trust({ by: 'class' })])
    change()
    expect(refusalIn(await tabulate({}, spec([trust({ by: 'gender' })], { ...more, earlier: ['a.json'] })))).toContain(
      sentence,
    )
  })

  test('a wave is refused that is this one, or whose ids do not tell people apart', async () => {
    await publish('a.json', [trust()])
    write('plain.json', '{}')
    const before = [{ tables: 'a.json', data: 'data.csv', design: 'plain.json' }]
    expect(refusalIn(await tabulate({}, spec([trust()], { earlier: before })))).toContain('is of this wave')
    write('old.csv', rowsOf(pupils))
    write('data.csv', rowsOf(pupils).replace('p1,', 'p0,'))
    const others = [{ ...before[0], data: 'old.csv' }]
    expect(refusalIn(await tabulate({}, spec([trust()], { wave: '2027', earlier: others })))).toContain(
      'the id "p0" twice',
    )
  })
})
