import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { type Installation, openInstallation } from '#platform/installation.ts'
import { makeLog } from '#platform/log.ts'
import { serveCommands } from './serve-commands.ts'
import { typist } from './typist.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-import-'))
const env = { DATA_DIR: join(folder, 'data') }
const type = typist(env)
const quiet = makeLog(
  () => undefined,
  () => 'error',
)

const file = (name: string, ...lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''))
  return join(folder, name)
}

const header = 'key,first_name,prefix,last_name,birth_date,group,email'
const sanne = '1001,Sanne,de,Vries,2017-03-04,4B,'
const bram = '1002,Bram,,Bakker,2017-05-06,4B,'
const two = file('two.csv', header, sanne, bram)
const one = file('one.csv', header, sanne)
const withBadRow = file('bad-row.csv', header, sanne, bram, '1003,Noor,,Smit,2017-02-30,4B,')
const empty = file('empty.csv')
const noHeaders = file('no-headers.csv', '1;2;3')
mkdirSync(join(folder, 'map'))

let installation: Installation
let served: { close(): Promise<void> }

beforeAll(async () => {
  const made = await type([
    'schools',
    'add',
    '--key',
    'klimboom',
    '--name',
    'De Klimboom',
    '--region',
    'midden',
    '--stage',
    'BO',
  ])
  expect(made.exit).toBe(0)
  const read = readConfig(env)
  if (!read.ok) throw new Error('the settings of this test are wrong')
  installation = await openInstallation(read.config, quiet)
  served = await serveCommands(installation, quiet)
})
afterAll(async () => {
  await served.close()
  await installation.stop()
  rmSync(folder, { recursive: true, force: true })
})

const school = ['--school', 'klimboom']
const asJson = async (...argv: readonly string[]) => {
  const { exit, stdout, stderr } = await type([...argv, '--json'])
  expect(stdout).toMatch(/^\{.*\}\n$/)
  return { exit, stderr, json: JSON.parse(stdout) }
}

describe('Wrong use of import exits with 3 and leaves stdout empty', () => {
  test.each<readonly [string[], string]>([
    [['import'], 'The format is missing'],
    [['import', 'pupils'], 'FILE is missing.'],
    [['import', 'pupil', two, ...school], '"pupil" is not a format; did you mean pupils?'],
    [['import', 'xlsx', two, ...school], '"xlsx" is not a format: give edexml, pupils, staff, guardians.'],
    [['import', 'pupils', two], '--school is missing'],
    [['import', 'pupils', two, one, ...school], 'is too much: one file at a time.'],
    [['import', 'pupils', join(folder, 'none.csv'), ...school], 'does not exist.'],
    [['import', 'pupils', join(two, 'below'), ...school], 'does not exist.'],
    [['import', 'pupils', join(folder, 'map'), ...school], 'is a folder, not a file.'],
    [['import', 'pupils', '/dev/zero', ...school], 'is not a file.'],
    [['import', 'pupils', two, ...school, '--end-missing'], '--end-missing needs a value.'],
    [['import', 'pupils', two, ...school, '--end-missing', '--dry-run'], '--end-missing needs a value.'],
    [['import', 'pupils', two, ...school, '--end-missing', '2026-02-30'], 'must be a day that exists'],
    [['import', 'pupils', two, ...school, '--end-missing', '2027-02-29'], 'must be a day that exists'],
    [['import', 'pupils', two, ...school, '--end-missing', '30-01-2026'], 'must be a day that exists'],
    [['import', 'pupils', two, ...school, '--end-missing', '2026-13-01'], 'must be a day that exists'],
    [['import', 'pupils', two, ...school, '--end-missing', '2026-00-10'], 'must be a day that exists'],
    [['import', 'pupils', two, ...school, '--dryrun'], '--dryrun is not an option here; did you mean --dry-run?'],
    [['import', 'pupils', two, ...school, '--dry-run=no'], '--dry-run takes no value.'],
    [['import', 'pupils', two, ...school, '--school', 'wilg'], '--school is given twice.'],
  ])('%j', async (argv, sentence) => {
    const { exit, stdout, stderr } = await type(argv)
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/^[^\n]+\nUsage: samenspraak import [^\n]+\n$/)
  })
})

describe('A file refused as a whole exits with 2, one sentence on stderr and in the JSON', () => {
  test.each<readonly [string[], RegExp]>([
    [['import', 'pupils', two, '--school', 'nergens'], /no school with the short name "nergens"/],
    [['import', 'pupils', two, '--school', 'De Klimboom'], /no school/],
    [['import', 'pupils', empty, ...school], /empty/],
    [['import', 'pupils', noHeaders, ...school], /column|header/i],
    [['import', 'edexml', two, ...school], /XML/],
    [['import', 'pupils', withBadRow, ...school, '--strict'], /./],
  ])('%j', async (argv, sentence) => {
    const { exit, stderr, json } = await asJson(...argv)
    expect(exit).toBe(2)
    expect(stderr).toMatch(sentence)
    expect(stderr).toMatch(/^[^\n]+\.\n$/)
    expect(json).toMatchObject({ refused: stderr.trim(), added: { pupils: 0 }, refusals: expect.any(Array) })
  })
})

test('What a terminal would obey is not written to it', async () => {
  const { stderr } = await type(['import', 'pupils', '-', ...school], {}, 'a\u001b[2Jb\u202ec\n')
  expect(stderr).toMatch(/a.?\[2Jb/)
  expect(stderr.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u)
})

const nobody = { pupils: 0, groups: 0, staff: 0, guardians: 0 }

describe('A file is read in', () => {
  test('not by a dry run, which exits with 0 and tells what it would do', async () => {
    for (const round of [1, 2]) {
      const { exit, stderr, json } = await asJson('import', 'pupils', two, ...school, '--dry-run')
      expect({ round, exit, stderr }).toEqual({ round, exit: 0, stderr: '' })
      expect(json).toMatchObject({
        format: 'pupils',
        file: two,
        school: 'klimboom',
        dryRun: true,
        added: { pupils: 2, groups: 1, staff: 0, guardians: 0 },
        changed: nobody,
        unchanged: nobody,
        missing: nobody,
        ended: nobody,
        skippedFields: [],
        repairs: [],
        refusals: [],
      })
    }
  })

  test('by the running server, from stdin too, and once is enough', async () => {
    const text = `${header}\n${sanne}\n${bram}\n`
    const first = await type(['import', 'pupils', '-', ...school], {}, text)
    expect({ exit: first.exit, stderr: first.stderr }).toEqual({ exit: 0, stderr: '' })
    expect(first.stdout).toContain('The file was applied.')
    expect((await asJson('import', 'pupils', two, ...school)).json).toMatchObject({
      added: nobody,
      unchanged: { pupils: 2 },
    })
    expect((await type(['schools'])).stdout).toMatch(/klimboom .* 2 +1 +0 +0\n/)
  })

  test('but for a row that is refused', async () => {
    const { exit, json } = await asJson('import', 'pupils', withBadRow, ...school, '--dry-run')
    expect(exit).toBe(0)
    expect(json.refusals.concat(json.repairs)).toContainEqual({ line: 4, what: expect.any(String) })
  })

  test('and who is missing stays, unless told to end, and many only when told twice', async () => {
    expect((await asJson('import', 'pupils', one, ...school)).json).toMatchObject({
      missing: { pupils: 1 },
      ended: nobody,
    })
    const end = ['import', 'pupils', one, ...school, '--end-missing', '2026-08-01']
    expect((await asJson(...end)).exit).toBe(2)
    expect(await asJson(...end, '--allow-leavers', '--dry-run')).toMatchObject({
      exit: 0,
      json: { ended: { pupils: 1 } },
    })
    expect(await asJson(...end, '--allow-leavers')).toMatchObject({ exit: 0, json: { ended: { pupils: 1 } } })
  })

  test('with nobody named in what the command says', async () => {
    const said = [
      await type(['import', 'pupils', withBadRow, ...school, '--dry-run']),
      await type(['import', 'pupils', withBadRow, ...school, '--strict']),
    ]
    expect(JSON.stringify(said)).not.toMatch(/Sanne|Vries|Bram|Bakker|Noor|Smit/)
  })
})
