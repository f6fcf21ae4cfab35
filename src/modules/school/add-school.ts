import { sql } from 'kysely'
import type { Operator } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Region, SchoolTables, Stage } from './tables.ts'

export type NewSchool = {
  /** Short name for the command line: small letters, digits, hyphens. */
  key: string
  name: string
  /** Number in the national register, as 12AB or 12AB00. */
  brin: string | null
  region: Region
  stages: readonly Stage[]
  /** Made up, for the demo: every page says so. */
  synthetic?: boolean
}

/**
 * Adds a school. From then on this transaction acts as the operator of that school.
 * @param tx a transaction of the operator of no school yet
 * @returns the id of the school
 * @throws Conflict 'school key' when another school has this key
 */
export const addSchool = async (tx: Tx<SchoolTables>, operator: Operator, school: NewSchool): Promise<string> => {
  const { stages, synthetic = false, ...rest } = school
  const added = await tx
    .insertInto('school')
    .values({ ...rest, synthetic })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Conflict('school key')
  const { id } = added
  await sql`select app.act_as_operator(${id}::uuid)`.execute(tx)
  if (stages.length > 0) {
    await tx
      .insertInto('school_stage')
      .values(stages.map((stage) => ({ school_id: id, stage })))
      .execute()
  }
  const payload = { key: school.key, region: school.region, stages: [...stages] }
  await record(tx, {
    school: id,
    event: 'school.school.added',
    about: [id],
    payload,
    doer: { ...operator, school: id },
  })
  return id
}
