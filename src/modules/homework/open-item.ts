import { sql } from 'kysely'
import { findYears, type PeopleView } from '#modules/people/index.ts'
import type { Tx } from '#platform/db/types.ts'
import type { HomeworkTables } from './tables.ts'

/** Homework that whoever leads a team may know of: for which class, subject and day. */
type Item = { school: string; id: string; group: string }

/** Writes beside homework that is only for on a screen what a leader of a team reads of it; of any other nothing. */
export const writeOpenItem = async (
  tx: Tx<HomeworkTables & PeopleView>,
  { school, id, group }: Item,
): Promise<void> => {
  const years = await findYears(tx, school, [group])
  await sql`insert into homework_open_item (school_id, homework_id, group_id, group_name, years, subject, due_on)
    select h.school_id, h.id, h.group_id, g.name, ${years}::text[], h.subject, h.due_on
    from homework h join school_group g on g.school_id = h.school_id and g.id = h.group_id
    where h.school_id = ${school}::uuid and h.id = ${id}::uuid and h.kind = 'homework' and h.way = 'screen'`.execute(tx)
}

/** Takes it away: the homework was withdrawn, or stands there otherwise. */
export const dropOpenItem = async (tx: Tx<HomeworkTables>, { school, id }: Item): Promise<void> => {
  await tx.deleteFrom('homework_open_item').where('school_id', '=', school).where('homework_id', '=', id).execute()
}
