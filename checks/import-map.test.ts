import { expect, test } from 'vitest'
import { cyclesIn } from './cycles.ts'
import { importMap, rolesIn } from './import-map.ts'
import { plant } from './plant.ts'

const frame = { 'ARCHITECTURE.md': '<!-- import-map: begin -->\n<!-- import-map: end -->\n' }
const files = {
  ...frame,
  'src/platform/db/types.ts': "import type { Kysely } from 'kysely'\nexport type Db = Kysely<unknown>\n",
  'src/platform/http/page.ts': "import { Hono } from 'hono'\nexport const page = new Hono()\n",
  'src/platform/access/rules.ts': "import type { Db } from '../db/types.ts'\nexport const may = (_: Db) => true\n",
  'src/modules/people/access.ts': "export { may } from '#platform/access/rules.ts'\n",
  'src/ui/layout/frame.tsx': 'export const Frame = () => <p />\n',
  'src/ui/island.ts': 'export const island = 1\n',
  'src/modules/people/index.ts': 'export const people = 1\nexport type Person = { id: string }\n',
  'src/modules/people/pupil.ts': "import { z } from 'zod'\nexport const pupil = z.string()\n",
  'src/modules/people/find-pupil.ts': "import { page } from '#platform/http/page.ts'\nexport const find = page\n",
  'src/modules/roster/index.ts': "import { people } from '#modules/people/index.ts'\nexport const roster = people\n",
}
const sins = (extra: Record<string, string>): string[] => {
  const root = plant({ ...files, ...extra })
  importMap(root, true)
  return importMap(root).sins.map((sin) => `${sin.where}: ${sin.says}`)
}

test('a project that keeps to the table has no sin', () => {
  expect(sins({})).toEqual([])
})

test('a check that scanned nothing fails', () => {
  expect(importMap(plant(frame)).sins.at(-1)?.says).toContain('looked at nothing')
})

const planted: readonly [string, string, string, string][] = [
  ['platform imports a module', 'src/platform/a.ts', "import '#modules/people/index.ts'", 'platform may not import'],
  ['platform imports ui', 'src/platform/a.ts', "import '#ui/island.ts'", 'platform may not import ui'],
  ['ui imports a package', 'src/ui/a.ts', "import 'kysely'", 'ui may not import the package kysely'],
  ['ui imports platform types', 'src/ui/a.ts', "import type { Db } from '#platform/db/types.ts'", 'ui may not import'],
  ['a deep import', 'src/modules/roster/b.ts', "import '#modules/people/pupil.ts'", 'enter through index.ts'],
  ['a deep import by a relative path', 'src/modules/roster/b.ts', "import '../people/pupil.ts'", 'enter through'],
  ['a re-export of a deep path', 'src/modules/roster/b.ts', "export * from '../people/pupil.ts'", 'enter through'],
  ['a deep type import', 'src/modules/roster/b.ts', "export type A = import('../people/pupil.ts').A", 'enter through'],
  ['access does I/O', 'src/modules/people/access.ts', "import { page } from '#platform/http/page.ts'", 'for its types'],
  ['access asks a deed', 'src/modules/people/access.ts', "import { find } from './find-pupil.ts'", 'import deed'],
  ['rules that do I/O', 'src/platform/access/a.ts', "import '#platform/http/page.ts'", 'rules may not import'],
  ['pages that judge', 'src/modules/people/pages/a.tsx', "import { may } from '#platform/access/rules.ts'", 'types'],
  ['tables with a value', 'src/modules/people/tables.ts', "import { sql } from 'kysely'", 'but for its types'],
  ['a page that reads', 'src/modules/people/pages/a.tsx', "import { find } from '../find-pupil.ts'", 'for its types'],
  ['a page with platform', 'src/modules/people/pages/a.tsx', "import { page } from '#platform/http/page.ts'", 'types'],
  [
    'a page with a module',
    'src/modules/roster/pages/a.tsx',
    "import { people } from '#modules/people/index.ts'",
    'types',
  ],
  [
    'an island with server code',
    'src/modules/people/islands/a.ts',
    "import '#platform/db/types.ts'",
    'islands may not',
  ],
  ['an island with ui', 'src/modules/people/islands/a.ts', "import '#ui/layout/frame.tsx'", 'islands may not import'],
  ['a deed with ui', 'src/modules/people/jobs.ts', "import '#ui/island.ts'", 'deed may not import'],
  ['routes with the database', 'src/modules/people/routes.tsx', "import { sql } from 'kysely'", 'the package kysely'],
  ['a file outside the map', 'src/elsewhere.ts', 'export const a = 1', 'outside the map'],
  ['an entry file imported', 'src/modules/people/jobs.ts', "import '../../main.ts'", 'entry file'],
  ['a computed import', 'src/modules/people/jobs.ts', 'export const a = (x: string) => import(x)', 'computed path'],
  ['a lost file', 'src/modules/people/jobs.ts', "import './gone.ts'", 'does not exist'],
]

test.each(planted)('finds %s', (_name, path, text, says) => {
  const found = sins({ 'src/main.ts': 'export const main = 1', [path]: text })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(new RegExp(`^${path}.*${says}`))
})

test('a module cycle is found, through types too', () => {
  const index = "import type { R } from '#modules/roster/index.ts'\nexport const people = 1\nexport type Q = R\n"
  expect(sins({ 'src/modules/people/index.ts': index })).toEqual(['src/modules: cycle: people → roster → people'])
  expect(
    cyclesIn([
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
      { from: 'b', to: 'c' },
    ]),
  ).toEqual([])
})

test('an old diagram is a sin and --write mends it', () => {
  const root = plant(files)
  expect(importMap(root).sins.map((sin) => sin.says)).toEqual([expect.stringContaining('old import diagram')])
  expect(importMap(root, true).sins).toEqual([])
})

test('a nameless file is a noun while it is pure, and a deed as soon as it touches the world', () => {
  const root = plant({ ...files, 'src/modules/people/plan.ts': "import './find-pupil.ts'\n" })
  const people = ['pupil.ts', 'find-pupil.ts', 'plan.ts', 'index.ts'].map((name) => `src/modules/people/${name}`)
  expect(rolesIn(root, people)).toEqual(['noun', 'deed', 'deed', 'routes'])
})
