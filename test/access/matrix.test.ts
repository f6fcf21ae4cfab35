import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { appRole } from '#platform/db/embedded-database.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { blindReaches, cellsOf, connectAsApp, differences, smugglers } from './matrix.ts'
import { makeMatrixCast } from './matrix-cast.ts'
import { parseAccess } from './parse-access.ts'

// Tens of thousands of questions in a test, more with each actor and table; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 400_000 })

const table = parseAccess(readFileSync('docs/access.md', 'utf8'))
let db: TestDatabase
let asApp: pg.Client

beforeAll(async () => {
  db = await freshDatabase()
  await makeMatrixCast(db.owner)
  asApp = await connectAsApp(db)
})
afterAll(async () => {
  await asApp.end()
  await db.drop()
})

test('Every actor may do to every resource what the reviewed table says, and nothing else, in the own school and the other.', async () => {
  const cells = cellsOf(table)
  expect(cells.length).toBeGreaterThan(5_000)
  expect(await differences(asApp, table, cells)).toEqual([])
})

const allTables = new Set(table.resources.map((resource) => resource.table))

test('A change that names no row reaches no more rows than its author sees.', async () => {
  expect(await blindReaches(asApp, table, allTables)).toEqual([])
})

test('Nobody moves a row they may change to where they may not: another school, another account, a higher role.', async () => {
  expect(await smugglers(asApp, table, allTables)).toEqual([])
})

test('Every table that the program may touch stands in the reviewed table.', async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select distinct table_name as name from information_schema.column_privileges where grantee = $1 and table_schema = 'app'`,
    [appRole],
  )
  expect(rows.map((row) => row.name).toSorted()).toEqual(
    [...new Set(table.resources.map((resource) => resource.table))].toSorted(),
  )
})
