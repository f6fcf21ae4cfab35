import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { EventPlan } from './event.ts'
import { columnsOf, payloadOf, tieGroups } from './event-rows.ts'
import { findEvent, type CalendarView } from './queries.ts'

/** Changes an event. @returns the school it is of. @throws NotFound for one of a calendar the actor does not keep */
export const changeEvent = async (tx: Tx<CalendarView>, actor: Actor, id: string, plan: EventPlan): Promise<string> => {
  const { school } = await findEvent(tx, actor, id)
  const columns = await columnsOf(tx, school, plan)
  // On another day it is told anew.
  const toldOn = sql<string>`case when starts_on = ${plan.startsOn}::date then told_on else app.today() end`
  await tx
    .updateTable('calendar_event')
    .set({ ...columns, told_on: toldOn })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('calendar_event_group').where('school_id', '=', school).where('event_id', '=', id).execute()
  await tieGroups(tx, { school, event: id }, plan)
  await record(tx, { school, event: 'calendar.event.changed', about: [id], payload: payloadOf(plan), doer: actor })
  return school
}
