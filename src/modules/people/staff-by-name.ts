import { sql } from 'kysely'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Who works at a school today under exactly this name, capitals aside; for the operator, who has no list to choose from.
 * @param fullName first name, prefix and last name with single spaces
 */
export const staffByName = async (db: Db<PeopleTables>, school: string, fullName: string): Promise<string[]> => {
  const found = await db
    .selectFrom('staff')
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 'staff.school_id').onRef('person.id', '=', 'staff.person_id'),
    )
    .select('person.id')
    .where('staff.school_id', '=', school)
    .where(holdsToday('staff'))
    .where(sql<boolean>`lower(concat_ws(' ', person.first_name, person.prefix, person.last_name)) = lower(${fullName})`)
    .execute()
  return found.map(({ id }) => id)
}
