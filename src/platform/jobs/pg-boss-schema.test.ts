import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/root.ts'
import { pgBossMigration } from './pg-boss-schema.ts'

test('the migration is what the library would lay itself', () => {
  expect(readFileSync(join(root, 'migrations', '0040_jobs_pgboss.sql'), 'utf8')).toBe(pgBossMigration())
})

test('the migration has neither a transaction of its own nor anything that depends on the day', () => {
  const sql = pgBossMigration()
  expect(sql).toContain('CREATE TABLE pgboss.job ')
  expect(sql).toContain('INSERT INTO pgboss.version')
  expect(sql).not.toMatch(/^\s*(BEGIN|COMMIT);/m)
  expect(sql).not.toMatch(/YYYYMMDD|advisory/)
})
