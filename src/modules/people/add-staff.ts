import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { grantableRoles } from './access.ts'
import { personFor, type Whom } from './add-person.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Adds somebody who works at the school, without any role yet. Who worked here before, or has a child here, is the same
 * person.
 * @param lastDay for work of a day or some days: 'YYYY-MM-DD', the last of them
 * @returns the person
 * @throws Conflict 'already staff' when this person works here now
 * @throws Forbidden when a role would hold again that the doer may not give
 */
export const addStaff = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, whom, startedOn, lastDay }: { school: string; whom: Whom; startedOn?: string; lastDay?: string },
): Promise<string> => {
  demandKeeper(doer, school)
  const person = await personFor(tx, school, whom)
  const before = await tx
    .selectFrom('staff')
    .select(({ eb }) => eb('ended_on', '<=', today).as('over'))
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (before && before.over !== true) throw new Conflict('already staff')
  await demandNoHigherRole(tx, doer, school, person)
  const since = startedOn ?? today
  const until = lastDay === undefined ? null : sql<string>`${lastDay}::date + 1`
  await tx
    .insertInto('staff')
    .values({ school_id: school, person_id: person, started_on: since, ended_on: until })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'person_id']).doUpdateSet({ started_on: since, ended_on: until }),
    )
    .execute()
  await record(tx, {
    school,
    event: 'people.staff.added',
    about: [person],
    payload: { known: 'person' in whom, returns: before !== undefined },
    doer,
  })
  return person
}

/** Whose employment ended may have kept the roles: with the employment they would hold again. */
const demandNoHigherRole = async (tx: Tx<PeopleTables>, doer: Doer, school: string, person: string): Promise<void> => {
  const kept = await tx
    .selectFrom('staff_role')
    .select('role')
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .execute()
  const mine = grantableRoles(doer, school)
  if (kept.some(({ role }) => !mine.includes(role)))
    throw new Forbidden('the administrator takes back who has this role')
}
