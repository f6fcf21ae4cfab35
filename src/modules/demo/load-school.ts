import { sql } from 'kysely'
import { addSchool, addSchoolYear, schoolYearAround } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { DemoSchool } from './demo-school.ts'
import type { Passwords } from './passwords.ts'
import { findLoaded, findSchools, findToday } from './queries.ts'
import type { Db, Loading, Recipe, Step } from './steps.ts'

export type LoadOutcome = { is: 'real' } | { is: 'stopped' } | { is: 'loaded'; passwordsHold: boolean }

/** The school stands, but its days could not be brought up to date: no reason not to start. */
export type OnStale = (error: unknown) => void

type Way = {
  passwords: Passwords
  onStale: OnStale
  /** Asked before each step: a loading that is told to stop is gone on with at the next start. */
  isStopped?: () => boolean
}

/**
 * Loads a school of the demo where it is not yet, goes on with a loading that broke off, or keeps the days of one that is
 * there up to date. Only through the importers and the verbs that pages call.
 * @returns 'real' when there is a school that is not made up: then nothing more was done
 */
export const loadSchool = (db: Db, recipe: Recipe, way: Way): Promise<LoadOutcome> =>
  asOperator(db, null, async (guard) => {
    // Two processes on one database load one after the other. The lock is held by this transaction alone.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`demo ${recipe.school.key}`}, 0))`.execute(guard)
    const schools = await asOperator(db, null, findSchools)
    if (schools.some(({ synthetic }) => !synthetic)) return { is: 'real' }
    const { passwords, onStale } = way
    const today = await findToday(guard)
    const { key } = recipe.school
    const school = schools.find((one) => one.key === key)?.id ?? (await laySchool(db, recipe.school, today))
    const loading = { school, key, today, year: schoolYearAround(today).label, passwords }
    const mark = await asOperator(db, school, (tx) => findLoaded(tx, school))
    if (mark !== null) {
      await takeSteps(db, loading, recipe.laterSteps, way).catch(onStale)
      return { is: 'loaded', passwordsHold: mark === passwords.mark }
    }
    const outcome = await takeSteps(db, loading, recipe.firstSteps, way)
    return outcome === 'done' ? { is: 'loaded', passwordsHold: true } : { is: outcome }
  })

const takeSteps = async (
  db: Db,
  loading: Loading,
  steps: readonly Step[],
  { isStopped = () => false }: Way,
): Promise<'done' | 'real' | 'stopped'> => {
  for (const step of steps) {
    if (isStopped()) return 'stopped'
    const schools = await asOperator(db, null, findSchools)
    if (schools.some(({ synthetic }) => !synthetic)) return 'real'
    await step(db, loading)
  }
  return 'done'
}

const laySchool = (db: Db, { stage, ...school }: DemoSchool, today: string): Promise<string> =>
  asOperator(db, null, async (tx) => {
    const id = await addSchool(tx, { hat: 'operator', school: null }, { ...school, stages: [stage], synthetic: true })
    await addSchoolYear(tx, { hat: 'operator', school: id }, { school: id, ...schoolYearAround(today) })
    return id
  })

/** The schools of the demo that were loaded to the end. */
export const wholeSchools = async (db: Db): Promise<string[]> => {
  const schools = await asOperator(db, null, findSchools)
  const found = await Promise.all(
    schools.map(async ({ id, key }) => ((await asOperator(db, id, (tx) => findLoaded(tx, id))) === null ? [] : [key])),
  )
  return found.flat()
}
