import { expect, test } from 'vitest'
import { houseRules } from './house-rules.ts'
import { plant } from './plant.ts'

const sins = (files: Record<string, string>): string[] =>
  houseRules(plant(files), { 'src/ui/reviewed.tsx': 'a test' }).sins.map((sin) => `${sin.where}: ${sin.says}`)

const many = (lines: number): string => 'export const a = 1\n'.repeat(lines)
const planted: readonly [string, string, string, string][] = [
  ['new Date', 'src/modules/a/b.ts', 'export const a = new Date()', 'new Date'],
  ['Date.now', 'src/modules/a/b.ts', 'export const a = Date.now()', 'Date.now'],
  ['Math.random', 'src/ui/b.ts', 'export const a = Math.random', 'Math.random'],
  ['process.env', 'src/modules/a/b.ts', 'export const a = process.env.HOME', 'process.env'],
  ['any', 'test/rig.ts', 'export const a = (b: any) => b', 'any: parse'],
  ['as', 'src/modules/a/b.ts', 'export const a = 1 as unknown', 'as: outside platform'],
  ['a non-null !', 'checks/b.ts', 'export const a = (b?: string) => b!', 'non-null'],
  ['a default export', 'src/modules/a/b.ts', 'export default 1', 'default export'],
  ['selectAll', 'src/platform/db/b.ts', "export const a = db.selectFrom('x').selectAll()", 'selectAll'],
  ['selectAll of a table', 'src/modules/a/b.ts', "export const a = db.selectFrom('x').selectAll('x')", 'selectAll'],
  [
    'a verb that opens a transaction',
    'src/modules/a/b.ts',
    'export const a = db.transaction().execute(b)',
    'takes the Tx',
  ],
  ['sql.raw', 'src/platform/ledger/b.ts', "export const a = sql.raw('x')", 'never built from strings'],
  ['a query from a template', 'src/modules/a/b.ts', 'export const a = c.query(`select ${x}`)', 'bind the values'],
  ['console', 'src/cli/b.ts', 'console.log(1)', 'console.log'],
  ['raw', 'src/ui/b.tsx', "export const a = raw('<b>')", 'nobody reviewed'],
  ['raw HTML', 'src/ui/b.tsx', "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />", 'nobody'],
  ['a name that says nothing', 'src/modules/a/date-utils.ts', 'export const a = 1', 'says nothing'],
  ['a folder that says nothing', 'src/modules/a/helpers/b.ts', 'export const a = 1', 'says nothing'],
  ['camelCase', 'src/modules/a/bigName.ts', 'export const a = 1', 'kebab-case'],
  ['a long file', 'src/modules/a/b.ts', many(401), '401 lines'],
  [
    'a long function',
    'src/modules/a/b.ts',
    `export const a = () => {\n${'  b()\n'.repeat(60)}}\n`,
    'function of 62 lines',
  ],
]

test.each(planted)('finds %s', (_name, path, text, says) => {
  const found = sins({ [path]: text })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(says)
  expect(found[0]).toMatch(new RegExp(`^${path}`))
})

test('the entry files together stay under 150 lines', () => {
  expect(sins({ 'src/main.ts': many(100), 'src/app.ts': many(50) })).toEqual([expect.stringContaining('150 lines')])
})

test('what the rules allow is no sin', () => {
  const allowed = {
    'src/platform/clock.ts': 'export const now = () => new Date(Date.now() as unknown as number)',
    'src/platform/log.ts': 'export const log = console.log',
    'src/platform/db/copy.ts': "export const a = sql.raw('x')",
    'src/main.ts': 'export const home = process.env.HOME',
    'src/cli/import.ts': 'export const t = Date.now()',
    'src/modules/a/b.ts': 'export const a = [1] as const\nexport const c = a satisfies readonly number[]',
    'src/modules/a/b.test.ts': 'export const a = new Date() as unknown',
    'src/modules/a/texts.nl.ts': many(500),
    'src/modules/a/jobs.ts': 'export const a = db.transaction().execute(b)',
    'src/ui/reviewed.tsx': "export const a = raw('<svg>')",
    'src/modules/a/table.ts': `export const a = () => ({\n${"  b: 'c',\n".repeat(80)}})\n`,
    'src/modules/a/closure.ts': `export const a = () => {\n${`  const b = () => {\n${'    c()\n'.repeat(40)}  }\n`.repeat(2)}}\n`,
    'bench/today.ts': 'export default Math.random()',
  }
  expect(sins(allowed)).toEqual([])
})

test('a check that scanned nothing fails', () => {
  expect(houseRules(plant({ 'README.md': '' })).sins).toHaveLength(1)
})
