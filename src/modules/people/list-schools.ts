import { sql } from 'kysely'
import type { SchoolTables } from '#modules/school/index.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import type { PeopleTables } from './tables.ts'

export type SchoolSummary = {
  id: string
  key: string
  name: string
  brin: string | null
  /** Of today: pupils who have not left, their guardians, staff, groups. */
  pupils: number
  guardians: number
  staff: number
  groups: number
}

/**
 * All schools of this installation with counts, by short name.
 * @param tx a transaction of the operator of no school; afterwards it acts as the operator of the last one
 */
export const listSchools = async (tx: Tx<PeopleTables & SchoolTables>): Promise<SchoolSummary[]> => {
  const schools = await tx.selectFrom('school').select(['id', 'key', 'name', 'brin']).orderBy('key').execute()
  const summaries: SchoolSummary[] = []
  for (const school of schools) {
    await sql`select app.act_as_operator(${school.id}::uuid)`.execute(tx)
    summaries.push({ ...school, ...(await countPeople(tx, school.id)) })
  }
  return summaries
}

const countPeople = (tx: Tx<PeopleTables & SchoolTables>, school: string) =>
  tx
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('pupil')
        .select(fn.countAll<number>().as('n'))
        .where('school_id', '=', school)
        .where(({ or, eb }) => or([eb('left_on', 'is', null), eb('left_on', '>', today)]))
        .$asScalar()
        .$notNull()
        .as('pupils'),
      selectFrom('guardianship')
        .select(sql<number>`count(distinct guardian_id)`.as('n'))
        .where('school_id', '=', school)
        .where(holdsToday('guardianship'))
        .$asScalar()
        .$notNull()
        .as('guardians'),
      selectFrom('staff')
        .select(fn.countAll<number>().as('n'))
        .where('school_id', '=', school)
        .where(holdsToday('staff'))
        .$asScalar()
        .$notNull()
        .as('staff'),
      selectFrom('school_group')
        .select(fn.countAll<number>().as('n'))
        .where('school_id', '=', school)
        .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
        .$asScalar()
        .$notNull()
        .as('groups'),
    ])
    .executeTakeFirstOrThrow()
