import { sql } from 'kysely'
import { today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import type { PeopleTables } from './tables.ts'

/** How many a school has today. */
export type PeopleCounts = { pupils: number; groups: number; staff: number; guardians: number }

/** Counts who is at a school today, as far as the context of the transaction reaches. */
export const countPeople = async (db: Db<PeopleTables>, school: string): Promise<PeopleCounts> => {
  const { rows } = await sql<PeopleCounts>`select
    (select count(*) from pupil where school_id = ${school}::uuid
      and (entered_on is null or entered_on <= ${today}) and (left_on is null or left_on > ${today})) as pupils,
    (select count(*) from school_group where school_id = ${school}::uuid and (ended_on is null or ended_on > ${today})) as groups,
    (select count(*) from staff where school_id = ${school}::uuid
      and started_on <= ${today} and (ended_on is null or ended_on > ${today})) as staff,
    (select count(distinct guardian_id) from guardianship where school_id = ${school}::uuid
      and started_on <= ${today} and (ended_on is null or ended_on > ${today})) as guardians`.execute(db)
  return rows[0] ?? { pupils: 0, groups: 0, staff: 0, guardians: 0 }
}
