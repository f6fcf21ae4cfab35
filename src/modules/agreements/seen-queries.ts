import { sql } from 'kysely'
import { z } from 'zod'
import { dayAfter } from '#modules/school/index.ts'
import type { Db } from '#platform/db/types.ts'
import { subjectKey } from './scope.ts'
import { stagesOf } from './stages-of.ts'
import type { SeenTimes } from './tally.ts'
import { seenOfEvent, seenOfHomework, type EventDone, type HomeworkDone } from './seen-of.ts'
import type { AgreementView } from './visible-to.ts'

/** The events held in a month and the homework that was for a day of it, each once, as they count. Other things are not counted. */
export const findSeen = async (db: Db<AgreementView>, school: string, month: string): Promise<SeenTimes[]> => {
  const rows = await findDone(db, school, month)
  const stages = await stagesOf(db, school, { level: 'school', of: null })
  const found: SeenTimes[] = []
  for (let first = 0; first < rows.length;) {
    let next = first
    while (rows[next]?.thing === rows[first]?.thing) next += 1
    const one = seenOf(school, stages, rows.slice(first, next))
    // Every row is of before the month's end, so that what is for a later month is counted there.
    if (one !== null && one.on.slice(0, 7) === month.slice(0, 7))
      found.push({ ...one.seen, times: rows[first]?.times ?? 1 })
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
  /** Of what nothing more became: how many other things are the same in all that is told here. */
  times: number
  event: string
  person: string | null
  day: string
  /** Of what was taken back nothing of this is there. */
  startsOn: string | null
  endsOn: string | null
  whom: string | null
  stage: string | null
  stages: string | null
  groups: string | null
  dueOn: string | null
  way: string | null
  subject: string | null
  group: string | null
  years: string | null
  year: string | null
}

/** What is told of each row. Homework of one teacher that is asked once, and asks the same, is told as one. */
const told = sql`t.event, t.person, t.day, t."startsOn", t."endsOn", t.whom, t.stage, t.stages, t.groups, t."dueOn", t.way, t.subject,
  t."group", t.years, t.year`

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
        as x ("startsOn" date, "endsOn" date, whom text, stage text, stages text, groups text, "dueOn" date, way text, subject text,
          years text, kind text) on true
    ), marked as (
      select s.*, count(*) over of_thing as rows,
        bool_or(coalesce(s."startsOn", s."dueOn") >= ${month}::date and coalesce(s."startsOn", s."dueOn") < ${next}::date)
          over of_thing as is_of_month
      from said s window of_thing as (partition by s.thing)
    ), told as (
      select m.*, g.year_group as year from marked m
      left join school_group g on g.school_id = ${school}::uuid and g.id = m."group"
      where m.is_of_month and not (m.event = 'homework.item.set' and m.kind is distinct from 'homework')
    )
    select t.thing, t.id, 1 as times, ${told} from told t where t.rows > 1
    union all
    select min(t.thing::text)::uuid, min(t.id), count(*)::int, ${told} from told t where t.rows = 1 group by ${told}
    order by 1, 2`.execute(db)
  return rows
}

const eventDone = ({ event, person, day, ...row }: DoneRow): EventDone[] => {
  if (event === 'calendar.event.removed') return [{ what: 'removed', person, day }]
  const { startsOn, endsOn, whom, stage, stages, groups } = row
  if (startsOn === null || endsOn === null || whom === null) return []
  const own = stages === null ? (stage === null ? [] : [stage]) : namesIn(stages)
  return [
    {
      what: 'told',
      person,
      day,
      startsOn,
      endsOn,
      whom,
      stage,
      groups: groups === null ? [] : namesIn(groups),
      stages: own,
    },
  ]
}

const homeworkDone = ({ event, person, day, ...row }: DoneRow): HomeworkDone[] => {
  if (event === 'homework.item.withdrawn') return [{ what: 'withdrawn', person, day }]
  const { dueOn, way, group, subject, years, year } = row
  if (dueOn === null || way === null || group === null) return []
  const key = subject === null ? null : subjectKey(subject)
  return [
    {
      what: 'asked',
      person,
      day,
      dueOn,
      way,
      group,
      subject: key,
      years: years === null ? (year === null ? [] : [year]) : namesIn(years),
    },
  ]
}

const namesIn = (list: string): string[] => z.array(z.string()).parse(JSON.parse(list))
