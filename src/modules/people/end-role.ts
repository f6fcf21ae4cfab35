import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { grantableRoles } from './access.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Ends a role: from `endedOn` it opens nothing any more.
 * @throws Forbidden when the doer may not end this role
 * @throws Conflict 'before the start' when it began later, 'last administrator' when nobody would be left to give roles
 */
export const endRole = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, id, endedOn }: { school: string; id: string; endedOn: string },
): Promise<void> => {
  demandKeeper(doer, school)
  const held = await tx
    .selectFrom('staff_role')
    .select(['person_id', 'role', 'started_on'])
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirstOrThrow(() => new NotFound('role'))
  if (!grantableRoles(doer, school).includes(held.role)) throw new Forbidden('this role is ended by the administrator')
  if (endedOn < held.started_on) throw new Conflict('before the start')
  if (held.role === 'administrator' && !(await isAnotherAdministrator(tx, school, id, endedOn))) {
    throw new Conflict('last administrator')
  }
  await tx
    .updateTable('staff_role')
    .set({ ended_on: endedOn })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  await record(tx, {
    school,
    event: 'people.role.ended',
    about: [held.person_id, id],
    payload: { role: held.role, endedOn },
    doer,
  })
}

/** Whether somebody else is administrator on that day. Two who end each other's role at once wait for one another. */
export const isAnotherAdministrator = async (
  tx: Tx<PeopleTables>,
  school: string,
  id: string,
  day: string,
): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators ' || ${school}::text, 0))`.execute(tx)
  const other = await tx
    .selectFrom('staff_role as r')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.school_id', '=', 'r.school_id').onRef('s.person_id', '=', 'r.person_id'),
    )
    .select('r.id')
    .where('r.school_id', '=', school)
    .where('r.role', '=', 'administrator')
    .where('r.id', '<>', id)
    .where('r.started_on', '<=', day)
    .where(({ or, eb }) => or([eb('r.ended_on', 'is', null), eb('r.ended_on', '>', day)]))
    .where(({ or, eb }) => or([eb('s.ended_on', 'is', null), eb('s.ended_on', '>', day)]))
    .executeTakeFirst()
  return other !== undefined
}
