import { demandOverseer } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { findStages } from './announced.ts'
import type { EventPlan } from './event.ts'
import { columnsOf, payloadOf, tieGroups } from './event-rows.ts'
import type { CalendarView } from './queries.ts'

/** Puts an event in the calendar of a school. @returns its id. @throws NotFound for a group or stage the school has not */
export const addEvent = async (
  tx: Tx<CalendarView>,
  doer: Doer,
  { school, ...plan }: EventPlan & { school: string },
): Promise<string> => {
  demandOverseer(doer, school)
  const columns = await columnsOf(tx, school, plan)
  const { id } = await tx
    .insertInto('calendar_event')
    .values({ school_id: school, ...columns })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tieGroups(tx, { school, event: id }, plan)
  const stages = await findStages(tx, school, plan.audience)
  await record(tx, { school, event: 'calendar.event.added', about: [id], payload: payloadOf(plan, stages), doer })
  return id
}
