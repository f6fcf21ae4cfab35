import { sql } from 'kysely'
import { dayAfter } from '#modules/school/index.ts'
import type { Db } from '#platform/db/types.ts'
import { subjectKey } from './scope.ts'
import { stagesOf } from './stages-of.ts'
import type { Seen } from './tally.ts'
import { seenOfEvent, seenOfHomework, type EventDone, type HomeworkDone } from './seen-of.ts'
import type { AgreementView } from './visible-to.ts'

/** The events held in a month and the homework that was for a day of it, each once, as they count. Other things are not counted. */
export const findSeen = async (db: Db<AgreementView>, school: string, month: string): Promise<Seen[]> => {
  const rows = await findDone(db, school, month)
  const stages = await stagesOf(db, school, { level: 'school', of: null })
  const found: Seen[] = []
  for (let first = 0; first < rows.length;) {
    let next = first
    while (rows[next]?.thing === rows[first]?.thing) next += 1
    const one = seenOf(school, stages, rows.slice(first, next))
    // Every row is of before the month's end, so that what is for a later month is counted there.
    if (one !== null && one.on.slice(0, 7) === month.slice(0, 7)) found.push(one.seen)
    first = next
  }
  return found
}

/** @param done the rows of one event or of one piece of homework. A test is no homework: its beginning is not among them. */
const seenOf = (school: string, stages: readonly string[], done: readonly DoneRow[]) => {
  const event = done[0]?.event ?? ''
  if (event.startsWith('calendar.')) return seenOfEvent(school, done.flatMap(eventDone))
  return event === 'homework.item.set' ? seenOfHomework(school, stages, done.flatMap(homeworkDone)) : null
}

type DoneRow = {
  thing: string
  event: string
  person: string | null
  day: string
  /** Of what was taken back nothing of this is there. */
  startsOn: string | null
  endsOn: string | null
  whom: string | null
  stage: string | null
  stages: readonly string[] | null
  groups: readonly string[] | null
  dueOn: string | null
  way: string | null
  subject: string | null
  group: string | null
  years: readonly string[] | null
  year: string | null
}

/** What the ledger has of each event and each piece of homework that is or was for a day of the month, up to the end of that month. */
const findDone = async (db: Db<AgreementView>, school: string, month: string): Promise<DoneRow[]> => {
  // The first of the next month lies less than 32 days on. Nobody plans more than two years ahead what is counted.
  const next = `${dayAfter(month, 31).slice(0, 8)}01`
  const { rows } = await sql<DoneRow>`
    with done as materialized (
      select e.id, e.event, e.about[1] as thing, case when e.event like 'homework.%' then e.about[2] end as "group",
        case when e.doer_hat = 'staff' then e.doer_person end as person, (e.at at time zone 'Europe/Amsterdam')::date as day
      from ledger_entry e
      where e.chain_id = ${school}::uuid and e.event in ('calendar.event.added', 'calendar.event.changed', 'calendar.event.removed',
          'homework.item.set', 'homework.item.changed', 'homework.item.withdrawn')
        and e.at >= ((${month}::date - interval '2 years') at time zone 'Europe/Amsterdam')
        and e.at < (${next}::date::timestamp at time zone 'Europe/Amsterdam')
    ), said as materialized (
      select d.*, x.*
      from done d
      left join ledger_payload w on w.chain_id = ${school}::uuid and w.entry_id = d.id
      left join lateral json_to_record(case d.event when 'homework.item.changed' then w.payload -> 'now' else w.payload end)
        as x ("startsOn" date, "endsOn" date, whom text, stage text, stages json, groups json, "dueOn" date, way text, subject text,
          years json, kind text) on true
    )
    select s.thing, s.event, s.person, s.day, s."startsOn", s."endsOn", s.whom, s.stage, s.stages, s.groups, s."dueOn", s.way, s.subject,
      s."group", s.years, g.year_group as year
    from said s
    left join school_group g on g.school_id = ${school}::uuid and g.id = s."group"
    where s.thing in (select one.thing from said one
      where coalesce(one."startsOn", one."dueOn") >= ${month}::date and coalesce(one."startsOn", one."dueOn") < ${next}::date)
    and not (s.event = 'homework.item.set' and s.kind is distinct from 'homework')
    order by s.thing, s.id`.execute(db)
  return rows
}

const eventDone = ({ event, person, day, ...row }: DoneRow): EventDone[] => {
  if (event === 'calendar.event.removed') return [{ what: 'removed', person, day }]
  const { startsOn, endsOn, whom, stage, stages, groups } = row
  if (startsOn === null || endsOn === null || whom === null) return []
  const own = stages ?? (stage === null ? [] : [stage])
  return [{ what: 'told', person, day, startsOn, endsOn, whom, stage, groups: groups ?? [], stages: own }]
}

const homeworkDone = ({ event, person, day, ...row }: DoneRow): HomeworkDone[] => {
  if (event === 'homework.item.withdrawn') return [{ what: 'withdrawn', person, day }]
  const { dueOn, way, group, subject, years, year } = row
  if (dueOn === null || way === null || group === null) return []
  const key = subject === null ? null : subjectKey(subject)
  return [
    { what: 'asked', person, day, dueOn, way, group, subject: key, years: years ?? (year === null ? [] : [year]) },
  ]
}
