import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantsIn } from '../../checks/grants.ts'
import { appRole } from '#platform/db/embedded-database.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { blindReaches, cellsOf, differences, smugglers } from './matrix.ts'
import { makeMatrixCast } from './matrix-cast.ts'
import { leavePoliciesAlone, mutantsOf, wallsOf, type Mutant } from './mutants.ts'
import { parseAccess } from './parse-access.ts'

const table = parseAccess(readFileSync('docs/access.md', 'utf8'))
const grantsText = readFileSync('migrations/grants.sql', 'utf8')
const granted = grantsIn(grantsText)
let db: TestDatabase
let asApp: pg.Client

beforeAll(async () => {
  db = await freshDatabase()
  await leavePoliciesAlone(db.owner)
  await makeMatrixCast(db.owner)
  asApp = new pg.Client(db.config(appRole))
  await asApp.connect()
})
afterAll(async () => {
  await asApp.end()
  await db.drop()
})

/** Everything that is asked of one table, the cheapest question first. @returns the first answers that differ */
const redTests = async (name: string): Promise<string[]> => {
  const tables = new Set([name])
  const walls = await wallsOf(db.owner, name)
  const wanted = [...(granted.get(name) ?? [])].toSorted()
  if (!walls.forced) return [`${name} has lost its wall`]
  if (walls.rights.join() !== wanted.join()) return [`${name} grants what nobody reviewed`]
  const cells = cellsOf(table, tables).filter((cell) => cell.place !== 'mismatched')
  const questions = [
    () => blindReaches(asApp, table, tables),
    () => smugglers(asApp, table, tables),
    ...table.actors.map(
      (actor) => () =>
        differences(
          asApp,
          table,
          cells.filter((cell) => cell.actor === actor),
        ),
    ),
  ]
  for (const ask of questions) {
    const red = await ask()
    if (red.length > 0) return red
  }
  return []
}

const survives = async (mutant: Mutant): Promise<boolean> => {
  await db.owner.query(mutant.weaken)
  const red = await redTests(mutant.table)
  await db.owner.query(mutant.restore)
  if (mutant.restore.startsWith('revoke')) await db.owner.query(grantsText.replaceAll(':app_role', appRole))
  return red.length === 0
}

test('Every policy that is weakened, every wall that is taken down and every right too many turns a test red.', async () => {
  const mutants = await mutantsOf(db.owner)
  for (const name of new Set(mutants.map((mutant) => mutant.table))) expect(await redTests(name)).toEqual([])
  const survivors: string[] = []
  for (const mutant of mutants) if (await survives(mutant)) survivors.push(mutant.name)
  expect(mutants.length).toBeGreaterThan(100)
  expect(survivors).toEqual([])
  for (const name of new Set(mutants.map((mutant) => mutant.table))) expect(await redTests(name)).toEqual([])
  // Each wall of each table is taken down once, and asked about by every actor.
}, 1_500_000)
