import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { eventFault, type EventPlan } from './event.ts'
import type { CalendarView } from './queries.ts'

/** The columns of an event. @throws NotFound for a stage the school does not teach, Conflict for days no event has */
export const columnsOf = async (tx: Tx<CalendarView>, school: string, plan: EventPlan) => {
  if (eventFault(plan) !== null) throw new Conflict('event days')
  const { audience } = plan
  const stage = audience.whom === 'stage' ? audience.stage : null
  if (stage !== null) {
    const { rows } = await sql`select from school_stage where school_id = ${school}::uuid and stage = ${stage}`.execute(
      tx,
    )
    if (rows.length === 0) throw new NotFound('stage')
  }
  return {
    kind: plan.kind,
    name: plan.name,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    starts_time: plan.startsTime,
    ends_time: plan.endsTime,
    line: plan.line,
    audience: audience.whom,
    stage,
  }
}

/** Says for which groups an event is. @throws NotFound for a group of another school */
export const tieGroups = async (
  tx: Tx<CalendarView>,
  { school, event }: { school: string; event: string },
  { audience }: EventPlan,
): Promise<void> => {
  if (audience.whom !== 'groups') return
  const wanted = [...new Set(audience.groups)]
  const found = await tx
    .selectFrom('school_group')
    .select('id')
    .where('school_id', '=', school)
    .where(sql<boolean>`id = any (${wanted}::uuid[])`)
    .execute()
  if (wanted.length === 0 || found.length < wanted.length) throw new NotFound('group')
  await tx
    .insertInto('calendar_event_group')
    .values(found.map(({ id }) => ({ school_id: school, event_id: event, group_id: id })))
    .execute()
}

/** What the ledger keeps of an event. @param stages those of everybody it is for */
export const payloadOf = ({ audience, ...plan }: EventPlan, stages: readonly string[]) => ({
  ...plan,
  stages,
  whom: audience.whom,
  stage: audience.whom === 'stage' ? audience.stage : null,
  groups: audience.whom === 'groups' ? [...audience.groups] : [],
})
