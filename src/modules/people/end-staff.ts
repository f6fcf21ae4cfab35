import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { grantableRoles } from './access.ts'
import { isAnotherAdministrator } from './end-role.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Says which day is somebody's last at work: the day after it the hat of staff opens nothing any more, whatever the roles.
 * Other hats of the same person stay.
 * @param lastDay 'YYYY-MM-DD', the last day of work
 * @throws Forbidden for who has a role that the doer may not end
 * @throws Conflict 'before the start', or 'last administrator' when nobody would be left to give roles
 */
export const endStaff = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, person, lastDay }: { school: string; person: string; lastDay: string },
): Promise<void> => {
  demandKeeper(doer, school)
  const work = await tx
    .selectFrom('staff')
    .select('started_on')
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('staff'))
  const roles = await tx
    .selectFrom('staff_role')
    .select(['id', 'role'])
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .execute()
  const mine = grantableRoles(doer, school)
  if (roles.some(({ role }) => !mine.includes(role))) throw new Forbidden('the administrator ends who has this role')
  if (lastDay < work.started_on) throw new Conflict('before the start')
  const [administrates] = roles.filter(({ role }) => role === 'administrator')
  if (administrates && !(await isAnotherAdministrator(tx, school, administrates.id, lastDay)))
    throw new Conflict('last administrator')
  await tx
    .updateTable('staff')
    .set({ ended_on: sql<string>`${lastDay}::date + 1` })
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .execute()
  await record(tx, { school, event: 'people.staff.ended', about: [person], payload: { lastDay }, doer })
}
