import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '#platform/root.ts'

type Migration = { name: string; text: string; checksum: string }

const migrationLock = 7_423_001

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })

const appliedSoFar = async (owner: pg.Client): Promise<Map<string, string>> => {
  const { rows: there } = await owner.query<{ there: boolean }>(
    `select to_regclass('app.migration') is not null as there`,
  )
  if (there[0]?.there !== true) return new Map()
  const { rows } = await owner.query<{ name: string; checksum: string }>('select name, checksum from app.migration')
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

const applyOne = async (owner: pg.Client, migration: Migration): Promise<void> => {
  await owner.query('begin')
  try {
    await owner.query(migration.text)
    await owner.query('insert into app.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`The migration ${migration.name} failed; nothing of it was kept.`, { cause: error })
  }
}

const applyGrants = async (owner: pg.Client, appRole: string, folder: string): Promise<void> => {
  const text = readFileSync(join(folder, 'grants.sql'), 'utf8').replaceAll(':app_role', pg.escapeIdentifier(appRole))
  await owner.query(`begin;\n${text}\n;commit`)
}

/**
 * Brings the schema to the state of the migrations folder: each file once, in order, in a transaction of its own, then
 * the rights of the login role. Two programs that start at once wait for each other.
 * @param owner a connection of the role that owns the schema
 * @param appRole the login role of the program while serving
 * @returns the names of the migrations that were applied now
 * @throws Error when an applied migration was changed, when the database is newer than this program, or when one fails
 */
export const migrate = async (
  owner: pg.Client,
  appRole: string,
  folder = join(root, 'migrations'),
): Promise<string[]> => {
  await owner.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    const applied = await appliedSoFar(owner)
    const migrations = readMigrations(folder)
    const known = new Set(migrations.map((migration) => migration.name))
    for (const name of applied.keys()) {
      if (!known.has(name))
        throw new Error(
          `The database has the migration ${name}, which this version does not know. Use a newer version.`,
        )
    }
    const fresh: string[] = []
    for (const migration of migrations) {
      const before = applied.get(migration.name)
      if (before === undefined) {
        await applyOne(owner, migration)
        fresh.push(migration.name)
      } else if (before !== migration.checksum) {
        throw new Error(`The migration ${migration.name} was changed after it was applied to this database.`)
      }
    }
    await applyGrants(owner, appRole, folder)
    return fresh
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}
