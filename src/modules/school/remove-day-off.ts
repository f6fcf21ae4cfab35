import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { keepsSchool } from './access.ts'
import type { SchoolTables } from './tables.ts'

/** Takes a day off back. @returns the school it was of. @throws NotFound for one of a school the actor does not keep */
export const removeDayOff = async (tx: Tx<SchoolTables>, actor: Actor, id: string): Promise<string> => {
  const kept = actor.at.map(({ school }) => school).filter((school) => keepsSchool(actor, school))
  const removed =
    kept.length === 0
      ? undefined
      : await tx
          .deleteFrom('day_off')
          .where('school_id', 'in', kept)
          .where('id', '=', id)
          .returning(['school_id', 'name', 'starts_on', 'ends_on'])
          .executeTakeFirst()
  if (!removed) throw new NotFound('day off')
  const { school_id: school, name, starts_on: startsOn, ends_on: endsOn } = removed
  await record(tx, {
    school,
    event: 'school.day-off.ended',
    about: [id],
    payload: { name, startsOn, endsOn },
    doer: actor,
  })
  return school
}
