import { sql } from 'kysely'
import type { Doer, PersonRole } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { grantableFunctions } from './access.ts'
import { personFor, type Whom } from './add-person.ts'
import type { PeopleTables } from './tables.ts'

export type NewFunction = {
  school: string
  whom: Whom
  role: PersonRole
  /** The class of a class parent, and of nobody else. */
  group: string | null
  /** The last day, 'YYYY-MM-DD'; an attendance officer is a guest and has one from the start. */
  lastDay: string | null
}

/**
 * Gives somebody who does not work at the school a function. It opens nothing by itself.
 * @returns the person @throws Forbidden when the doer may not give it @throws Conflict 'function held'
 */
export const grantFunction = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, whom, role, group, lastDay }: NewFunction,
): Promise<string> => {
  demandKeeper(doer, school)
  if (!grantableFunctions(doer, school).includes(role)) throw new Forbidden('this is given by the administrator')
  const person = await personFor(tx, school, whom)
  await sql`select pg_advisory_xact_lock(hashtextextended('function ' || ${person}::text, 0))`.execute(tx)
  if (group !== null) await demandGroup(tx, school, group)
  const held = await tx
    .selectFrom('person_role')
    .select('id')
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where('group_id', group === null ? 'is' : '=', group)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirst()
  if (held) throw new Conflict('function held')
  const { id } = await tx
    .insertInto('person_role')
    .values({
      school_id: school,
      person_id: person,
      role,
      group_id: group,
      ended_on: lastDay === null ? null : sql<string>`${lastDay}::date + 1`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, { school, event: 'people.function.granted', about: [person, id], payload: { role, lastDay }, doer })
  return person
}

const demandGroup = async (tx: Tx<PeopleTables>, school: string, group: string): Promise<void> => {
  await tx
    .selectFrom('school_group')
    .select('id')
    .where('school_id', '=', school)
    .where('id', '=', group)
    .executeTakeFirstOrThrow(() => new NotFound('group'))
}

/** Ends a function: from `endedOn` it is over. @throws Conflict 'before the start' */
export const endFunction = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, id, endedOn }: { school: string; id: string; endedOn: string },
): Promise<void> => {
  demandKeeper(doer, school)
  const held = await tx
    .selectFrom('person_role')
    .select(['person_id', 'role', 'started_on', 'ended_on'])
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirstOrThrow(() => new NotFound('function'))
  if (!grantableFunctions(doer, school).includes(held.role)) throw new Forbidden('this is ended by the administrator')
  if (endedOn < held.started_on) throw new Conflict('before the start')
  // A guest stays no longer for being sent away later.
  if (held.ended_on !== null && endedOn > held.ended_on) throw new Conflict('after the end')
  await tx
    .updateTable('person_role')
    .set({ ended_on: endedOn })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  const payload = { role: held.role, endedOn }
  await record(tx, { school, event: 'people.function.ended', about: [held.person_id, id], payload, doer })
}
