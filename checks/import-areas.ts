import { basename, dirname } from 'node:path'

/** What a file is, which decides what it may import. One row of the table in CONVENTIONS.md each. */
export type Role =
  | 'survey-stats'
  | 'ui'
  | 'platform'
  | 'rules'
  | 'access'
  | 'noun'
  | 'deed'
  | 'routes'
  | 'tables'
  | 'texts'
  | 'pages'
  | 'islands'
  | 'entry'

/** Where a file stands: its role, and its module when it has one. */
export type Area = { readonly role: Role; readonly module: string | null }

/** How much of a thing may be imported: nothing, types alone, or all of it. */
export type Use = 'no' | 'types' | 'yes'

/** One row of the import table. `packages` decides by the package's name (`node:fs`, `hono/jsx`, `zod`, …). */
export type Row = {
  readonly packages: (name: string) => Use
  readonly stats: Use
  readonly platform: Use
  /** `platform/access`: what an actor is and the rules about it, without I/O. As `platform` when not said. */
  readonly rules?: Use
  readonly ui: (path: string) => Use
  readonly module: Use
  readonly own: (role: Role) => Use
}

const validation = (name: string): Use => (name === 'zod' ? 'yes' : 'no')
const jsx = (name: string): Use => (name === 'hono/jsx' || name === 'hono/jsx/jsx-runtime' ? 'yes' : 'no')
const only =
  (use: Use, ...roles: Role[]) =>
  (role: Role): Use =>
    roles.includes(role) ? use : 'no'
const all = (): Use => 'yes'
const none = (): Use => 'no'

const pure: Row = {
  packages: validation,
  stats: 'yes',
  platform: 'types',
  rules: 'yes',
  ui: none,
  module: 'yes',
  own: (role) => (role === 'tables' ? 'types' : only('yes', 'noun', 'access', 'texts')(role)),
}

/** The table of CONVENTIONS.md, row by row. */
export const rows: Record<Role, Row> = {
  'survey-stats': { packages: none, stats: 'yes', platform: 'no', ui: none, module: 'no', own: none },
  ui: { packages: jsx, stats: 'no', platform: 'no', ui: all, module: 'no', own: none },
  platform: { packages: all, stats: 'no', platform: 'yes', ui: none, module: 'no', own: none },
  rules: { packages: none, stats: 'no', platform: 'types', rules: 'yes', ui: none, module: 'no', own: none },
  access: pure,
  noun: pure,
  deed: { packages: all, stats: 'yes', platform: 'yes', ui: none, module: 'yes', own: all },
  routes: {
    packages: (name) => (/^hono(\/|$)/.test(name) ? 'yes' : validation(name)),
    stats: 'yes',
    platform: 'yes',
    ui: all,
    module: 'yes',
    own: all,
  },
  tables: {
    packages: () => 'types',
    stats: 'no',
    platform: 'types',
    ui: none,
    module: 'no',
    own: () => 'types',
  },
  texts: {
    packages: () => 'types',
    stats: 'no',
    platform: 'types',
    ui: none,
    module: 'no',
    own: (role) => (role === 'texts' ? 'yes' : 'types'),
  },
  pages: {
    packages: jsx,
    stats: 'no',
    platform: 'types',
    ui: all,
    module: 'types',
    own: (role) => (['noun', 'access', 'texts', 'pages'].includes(role) ? 'yes' : 'types'),
  },
  islands: {
    packages: none,
    stats: 'no',
    platform: 'no',
    ui: (path) => (path === 'src/ui/island.ts' ? 'yes' : 'no'),
    module: 'no',
    own: only('yes', 'noun', 'islands'),
  },
  entry: {
    packages: all,
    stats: 'yes',
    platform: 'yes',
    ui: (p) => (p.startsWith('src/ui/layout/') ? 'yes' : 'no'),
    module: 'yes',
    own: all,
  },
}

const entries = /^src\/(main|worker|app|modules)\.tsx?$|^src\/cli\//

/** The area of a file by its path; null when it lies outside the map. A file of a module without a reserved name starts as `noun`. */
export const areaOf = (path: string): Area | null => {
  if (path.startsWith('packages/survey-stats/src/')) return { role: 'survey-stats', module: null }
  if (entries.test(path)) return { role: 'entry', module: null }
  if (path.startsWith('src/platform/access/')) return { role: 'rules', module: null }
  if (path.startsWith('src/platform/')) return { role: 'platform', module: null }
  if (path.startsWith('src/ui/')) return { role: 'ui', module: null }
  const module = /^src\/modules\/([^/]+)\//.exec(path)?.[1]
  return module ? { role: roleInModule(path), module } : null
}

const roleInModule = (path: string): Role => {
  const folders = dirname(path).split('/')
  if (folders.includes('pages')) return 'pages'
  if (folders.includes('islands')) return 'islands'
  const name = basename(path)
  if (/^texts(\.[a-z]{2})?\.ts$/.test(name)) return 'texts'
  if (name === 'access.ts') return 'access'
  if (name === 'tables.ts') return 'tables'
  if (name === 'index.ts' || /routes\.tsx?$/.test(name) || name.endsWith('.tsx')) return 'routes'
  if (name === 'jobs.ts' || name.endsWith('queries.ts')) return 'deed'
  return 'noun'
}

/** The face of a module: the only file of it that others may import. */
export const isFace = (path: string): boolean => /^src\/modules\/[^/]+\/index\.tsx?$/.test(path)
