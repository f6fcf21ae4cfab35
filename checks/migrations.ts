// Migrations as text: one flat line of time, one clock, no back door. Whether every table is locked is judged on the
// live catalogue by checks/tables.ts; this one needs no database.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { finish, verdict, type Sin, type Verdict } from './sins.ts'
import { filesUnder } from './source.ts'

/** Functions that may be SECURITY DEFINER, with the reason. Empty on purpose. */
export const definersAllowed: Readonly<Record<string, string>> = {}

const flatName = /^(\d{4})_([a-z]+)_[a-z0-9_]+\.sql$/
const repeatable = 'grants.sql'

/** Reads every file in migrations/ and says what is wrong with it. */
export const migrations = (root: string): Verdict => {
  const paths = filesUnder(root, ['migrations'], /\.sql$/)
  const seen = new Map<string, string>()
  const sins = paths.flatMap((path) => {
    const sql = withoutComments(readFileSync(join(root, path), 'utf8'))
    return [...nameSins(root, path, seen), ...wallSins(path, sql)].map((says): Sin => ({ where: path, says }))
  })
  return verdict('migrations', paths.length, sins)
}

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '')

const nameSins = (root: string, path: string, seen: Map<string, string>): string[] => {
  if (basename(path) === repeatable) return []
  const [, number, owner] = flatName.exec(basename(path)) ?? []
  if (!number || !owner) return ['is not named NNNN_owner_what.sql']
  const twin = seen.get(number)
  seen.set(number, path)
  const owned = owner === 'platform' || existsSync(join(root, 'src/modules', owner)) || isPlatformPart(root, owner)
  return [...(twin ? [`has the number of ${twin}`] : []), ...(owned ? [] : [`names no module: ${owner}`])]
}

const isPlatformPart = (root: string, owner: string): boolean => existsSync(join(root, 'src/platform', owner))

const wallSins = (path: string, sql: string): string[] => {
  const sins: string[] = []
  const grants = basename(path) === repeatable
  if (!grants && /\bgrant\s+[a-z, ()_]+\s+on\b/i.test(sql))
    sins.push('grants: all grants stand in migrations/grants.sql')
  for (const [view] of sql.matchAll(/create\s+(?:or\s+replace\s+)?view\b[^;]*?\bas\b/gi))
    if (!/security_invoker\s*=\s*true/i.test(view)) sins.push('a view without security_invoker = true')
  for (const [body, name = ''] of sql.matchAll(/create\s+(?:or\s+replace\s+)?function\s+([\w.]+)[\s\S]*?;\s*$/gim))
    if (/security\s+definer/i.test(body) && !(name in definersAllowed)) sins.push(`${name}: SECURITY DEFINER`)
  return [...sins, ...clockSins(sql)]
}

const clockSins = (sql: string): string[] => {
  const outside = sql.replace(/create\s+(?:or\s+replace\s+)?function\s+app\.(now|today)\b[\s\S]*?;\s*$/gim, '')
  const found = /(?<![.\w])(now\(\)|current_date|current_timestamp|localtimestamp|clock_timestamp\(\))/i.exec(outside)
  return found ? [`${found[0]}: the one clock is app.now() and app.today()`] : []
}

if (import.meta.main) finish(migrations(process.cwd()))
