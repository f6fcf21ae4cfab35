import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { CalendarEvent } from './event.ts'
import { findEvent, type CalendarView } from './queries.ts'

/** Takes an event out of the calendar. @returns what it was. @throws NotFound for one of a calendar the actor does not keep */
export const removeEvent = async (tx: Tx<CalendarView>, actor: Actor, id: string): Promise<CalendarEvent> => {
  const event = await findEvent(tx, actor, id)
  const { school, kind, name, startsOn, endsOn } = event
  await tx.deleteFrom('calendar_event').where('school_id', '=', school).where('id', '=', id).execute()
  await record(tx, {
    school,
    event: 'calendar.event.removed',
    about: [id],
    payload: { kind, name, startsOn, endsOn },
    doer: actor,
  })
  return event
}
