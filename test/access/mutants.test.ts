import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantsIn } from '../../checks/grants.ts'
import { appRole } from '#platform/db/embedded-database.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { blindReaches, cellsOf, connectAsApp, differences, smugglers } from './matrix.ts'
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
  asApp = await connectAsApp(db)
})
afterAll(async () => {
  await asApp.end()
  await db.drop()
})

type Question = { name: string; ask: () => Promise<string[]> }

/** Everything that is asked of one table, the cheapest question first. */
const questionsOf = (name: string): Question[] => {
  const tables = new Set([name])
  const cells = cellsOf(table, tables).filter((cell) => cell.place !== 'mismatched')
  return [
    { name: 'walls', ask: () => wrongWalls(name) },
    { name: 'blind', ask: () => blindReaches(asApp, table, tables) },
    { name: 'smuggled', ask: () => smugglers(asApp, table, tables) },
    ...table.actors.map((actor) => ({
      name: actor,
      ask: () =>
        differences(
          asApp,
          table,
          cells.filter((cell) => cell.actor === actor),
        ),
    })),
  ]
}

const wrongWalls = async (name: string): Promise<string[]> => {
  const walls = await wallsOf(db.owner, name)
  const wanted = [...(granted.get(name) ?? [])].toSorted()
  if (!walls.forced) return [`${name} has lost its wall`]
  return walls.rights.join() === wanted.join() ? [] : [`${name} grants what nobody reviewed`]
}

// What caught the last ones is asked first: neighbours are caught by the same.
const caughtBy = new Map<string, number>()
const likeliestFirst = (questions: readonly Question[]): Question[] =>
  questions.toSorted((one, other) => (caughtBy.get(other.name) ?? 0) - (caughtBy.get(one.name) ?? 0))

/**
 * Weakens a wall and asks until something is red; that same question must be green again once the wall stands as before.
 * @returns what is wrong with the tests of this wall, or null
 */
const faultOf = async (mutant: Mutant, questions: readonly Question[]): Promise<string | null> => {
  await db.owner.query(mutant.weaken)
  let red: Question | null = null
  for (const question of likeliestFirst(questions)) {
    if ((await question.ask()).length === 0) continue
    red = question
    break
  }
  await db.owner.query(mutant.restore)
  if (mutant.restore.startsWith('revoke')) await db.owner.query(grantsText.replaceAll(':app_role', appRole))
  if (red === null) return `${mutant.name}: nothing turns red`
  caughtBy.set(red.name, (caughtBy.get(red.name) ?? 0) + 1)
  const still = await red.ask()
  return still.length === 0 ? null : `${mutant.name}: ${red.name} is red without it too: ${still.join(', ')}`
}

test('Every policy that is weakened, every wall that is taken down and every right too many turns a test red.', async () => {
  const mutants = await mutantsOf(db.owner)
  expect(mutants.length).toBeGreaterThan(100)
  const faults: string[] = []
  const questions = new Map(mutants.map(({ table: name }) => [name, questionsOf(name)]))
  for (const mutant of mutants) {
    const fault = await faultOf(mutant, questions.get(mutant.table) ?? [])
    if (fault !== null) faults.push(fault)
  }
  expect(faults).toEqual([])
  expect(await mutantsOf(db.owner)).toEqual(mutants)
  // Each wall of each table is taken down once, and asked about until somebody notices.
}, 1_500_000)
