import { getConstructionPlans } from 'pg-boss'

const head = `-- The schema of pg-boss 12.35.0 (MIT), as the library exports it: src/platform/jobs/pg-boss-schema.ts says what was left out.
-- Not written by hand; a newer library brings a migration of its own.
`

/**
 * The text of migrations/0040_jobs_pgboss.sql: what the library would run itself, but as one of our migrations. Without
 * its own transaction and lock; without the daily partitions of statistics that we do not keep, which would be DDL while
 * serving; and with its clock named in full, since it is the jobs' clock and not app.now().
 */
export const pgBossMigration = (): string => {
  const plan = getConstructionPlans('pgboss', { createSchema: true })
  const statements = plan
    .replace(/^\s*BEGIN;[\s\S]*?pg_advisory_xact_lock\([^;]*;\s*/, '')
    .replace(/\s*COMMIT;\s*$/, '\n')
    .replace(/DO \$\$(?:(?!\$\$)[\s\S])*queue_stats_(?:(?!\$\$)[\s\S])*\$\$\s*;/, '')
    .replaceAll(/(?<![.\w])(now|clock_timestamp)\(\)/g, 'pg_catalog.$1()')
  const lines = statements.split('\n').map((line) => line.trimEnd())
  return `${head}${lines.filter((line) => line !== '').join('\n')}\n`
}
