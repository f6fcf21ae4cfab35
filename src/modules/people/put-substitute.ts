import { sql } from 'kysely'
import { overseesSchool } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { PeopleTables } from './tables.ts'

/** The most days of one substitution, both ends counted. Who stays longer teaches the group. */
export const mostDays = 31

/** Days from one to another, both 'YYYY-MM-DD'. */
export const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000

export type NewSubstitute = { school: string; person: string; group: string; from: string; until: string }

/**
 * Puts somebody who works at the school on a group for these days. On these days, and on no other, the group and its pupils
 * are in reach.
 * @param wanted `from` and `until` are both days of standing in, 'YYYY-MM-DD'
 * @throws Conflict 'no such days' when they are past or too many; 'no role' for who is neither teacher nor substitute
 */
export const putSubstitute = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, person, group, from, until }: NewSubstitute,
): Promise<string> => {
  demandOverseer(doer, school)
  const staff = await tx
    .selectFrom('staff')
    .select([
      today.as('day'),
      sql<boolean>`exists (select from staff_role r where r.school_id = staff.school_id and r.person_id = staff.person_id
        and r.role in ('teacher', 'substitute') and (r.ended_on is null or r.ended_on > ${today}))`.as('stands'),
    ])
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirstOrThrow(() => new NotFound('staff'))
  if (!staff.stands) throw new Conflict('no role')
  const between = daysBetween(from, until)
  if (from < staff.day || between < 0 || between >= mostDays) throw new Conflict('no such days')
  await tx
    .selectFrom('school_group')
    .select('id')
    .where('school_id', '=', school)
    .where('id', '=', group)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirstOrThrow(() => new NotFound('group'))
  const { id } = await tx
    .insertInto('group_substitute')
    .values({ school_id: school, person_id: person, group_id: group, on_from: from, on_until: until })
    .returning('id')
    .executeTakeFirstOrThrow()
  const payload = { from, until }
  await record(tx, { school, event: 'people.substitute.put', about: [person, group, id], payload, doer })
  return id
}

/** Ends a substitution before its time, from the next page on. */
export const endSubstitute = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, id }: { school: string; id: string },
): Promise<void> => {
  demandOverseer(doer, school)
  const ended = await tx
    .updateTable('group_substitute')
    .set({ ended_at: sql<Date>`app.now()` })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('on_until', '>=', today)
    .returning(['person_id', 'group_id'])
    .executeTakeFirstOrThrow(() => new NotFound('substitution'))
  const about = [ended.person_id, ended.group_id, id]
  await record(tx, { school, event: 'people.substitute.ended', about, payload: {}, doer })
}

const demandOverseer = (doer: Doer, school: string): void => {
  if (!overseesSchool(doer, school)) throw new Forbidden('who oversees the school puts substitutes')
}
