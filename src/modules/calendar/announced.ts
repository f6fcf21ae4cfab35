import {
  agreementForAll,
  findInForce,
  inForceAlong,
  isToldAnew,
  situationsOfStages,
  stageOf,
  type AgreementTables,
  type InForce,
} from '#modules/agreements/index.ts'
import { findYears } from '#modules/people/index.ts'
import { daysBetween } from '#modules/school/index.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Entered } from '#platform/db/context.ts'
import type { Db } from '#platform/db/types.ts'
import { audienceOf, type Audience, type CalendarEvent, type EventPlan } from './event.ts'
import type { CalendarView } from './queries.ts'

/** The stages of everybody an event is for: of the whole school all it teaches, of groups those of the years of their pupils. */
export const findStages = async (db: Db<CalendarView>, school: string, audience: Audience): Promise<string[]> => {
  if (audience.whom === 'stage') return [audience.stage]
  const rows = await db
    .selectFrom('school_stage')
    .where('school_id', '=', school)
    .select('stage')
    .orderBy('stage')
    .execute()
  const all = rows.map(({ stage }) => stage)
  if (audience.whom === 'school') return all
  const years = await findYears(db, school, audience.groups)
  return all.filter((stage) => (years.length === 0 ? [null] : years).some((year) => stageOf(year, all) === stage))
}

/** What a page asks for it, along with its own questions. */
export const termAlong = (known: Entered) => inForceAlong(known, ['events'])

/** How long before an event it is to stand in the calendar, as agreed for those it is for. Where that differs, the longest counts. */
export const findTerm = async (
  db: Db<CalendarView & AgreementTables>,
  school: string,
  audience: Audience,
  today: string,
  answers: Answers,
): Promise<InForce | null> => {
  const situations = situationsOfStages(school, await findStages(db, school, audience))
  return agreementForAll(await findInForce(db, { school }, ['events'], answers), 'events', situations, today)
}

/** Whether an event is told later than was agreed, when it is told today. */
export const isLate = (term: InForce | null, today: string, { startsOn }: Pick<EventPlan, 'startsOn'>): boolean => {
  const days = term?.terms['days']
  return typeof days === 'number' && daysBetween(today, startsOn) < days
}

/** Whether a change tells people of another day, or tells of the event who did not know of it. */
export const isNews = (before: CalendarEvent, after: EventPlan): boolean =>
  isToldAnew(toldOf({ ...before, audience: audienceOf(before) }), toldOf(after))

const toldOf = ({ startsOn, endsOn, audience }: Pick<EventPlan, 'startsOn' | 'endsOn' | 'audience'>) => ({
  startsOn,
  endsOn,
  whom: audience.whom,
  stage: audience.whom === 'stage' ? audience.stage : null,
  groups: audience.whom === 'groups' ? audience.groups : [],
})
