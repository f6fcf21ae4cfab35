import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { findStages, isNews } from './announced.ts'
import type { CalendarEvent, EventPlan } from './event.ts'
import { columnsOf, payloadOf, tieGroups } from './event-rows.ts'
import { findEvent, type CalendarView } from './queries.ts'

/** Changes an event. @returns how it was. @throws NotFound for one of a calendar the actor does not keep */
export const changeEvent = async (
  tx: Tx<CalendarView>,
  actor: Actor,
  id: string,
  plan: EventPlan,
): Promise<CalendarEvent> => {
  const before = await findEvent(tx, actor, id)
  const { school } = before
  const columns = await columnsOf(tx, school, plan)
  await tx
    .updateTable('calendar_event')
    .set({ ...columns, ...(isNews(before, plan) && { told_on: sql<string>`app.today()` }) })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('calendar_event_group').where('school_id', '=', school).where('event_id', '=', id).execute()
  await tieGroups(tx, { school, event: id }, plan)
  const stages = await findStages(tx, school, plan.audience)
  await record(tx, {
    school,
    event: 'calendar.event.changed',
    about: [id],
    payload: payloadOf(plan, stages),
    doer: actor,
  })
  return before
}
