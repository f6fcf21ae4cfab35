import type { Doer, StaffRole } from '#platform/access/actor.ts'
import { withdrawInvitations, type AccountTables } from '#modules/accounts/index.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { grantableRoles } from './access.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Gives somebody who works at the school a role. Only people give roles: no import does. A role that opens more than
 * teaching ends the invitations that are out for this person: they were made for less.
 * @returns the id of the grant
 * @throws Forbidden when the doer may not give this role
 * @throws Conflict 'role held' when the person has it already
 */
export const grantRole = async (
  tx: Tx<PeopleTables & AccountTables>,
  doer: Doer,
  { school, person, role, startedOn }: { school: string; person: string; role: StaffRole; startedOn?: string },
): Promise<string> => {
  demandKeeper(doer, school)
  if (!grantableRoles(doer, school).includes(role)) throw new Forbidden('this role is given by the administrator')
  await tx
    .selectFrom('staff')
    .select('person_id')
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where(holdsToday('staff'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('staff'))
  const held = await tx
    .selectFrom('staff_role')
    .select('id')
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirst()
  if (held) throw new Conflict('role held')
  const { id } = await tx
    .insertInto('staff_role')
    .values({
      school_id: school,
      person_id: person,
      role,
      ...(startedOn === undefined ? {} : { started_on: startedOn }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (role !== 'teacher') await withdrawInvitations(tx, doer, { school, person })
  await record(tx, { school, event: 'people.role.granted', about: [person, id], payload: { role }, doer })
  return id
}
