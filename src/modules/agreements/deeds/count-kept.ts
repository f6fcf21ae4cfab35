import { sql } from 'kysely'
import { dayAfter } from '#modules/school/index.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { findBegun } from '../queries.ts'
import { resolve } from '../resolve.ts'
import { schoolWide, stageOf } from '../scope.ts'
import { tally, type Seen, type Tally } from '../tally.ts'
import type { AgreementView } from '../visible-to.ts'

/**
 * Counts of one school how often its line was kept in a month, from the ledger: per teacher, and over all teachers together when
 * they are enough. Done again it gives the same rows. Only days on which it is agreed to measure count.
 * The transaction is that of the task `kept` of the school.
 * @param month the first day of the month, 'YYYY-MM-DD'
 */
export const countKept = async (tx: Tx<AgreementView>, school: string, month: string): Promise<void> => {
  await tx.deleteFrom('agreement_kept').where('school_id', '=', school).where('month', '=', month).execute()
  const begun = await findBegun(tx, school)
  if (!begun.some(({ kind }) => kind === 'measuring')) return
  const fewest = (day: string): number => {
    const teachers = resolve(begun, 'measuring', schoolWide(school), day)?.terms['teachers']
    return typeof teachers === 'number' ? teachers : 0
  }
  const tallies = tally(begun, await findSeen(tx, school, month), (day) => fewest(day) > 0)
  // The first of the next month lies less than 32 days on.
  const lastDay = dayAfter(`${dayAfter(month, 31).slice(0, 8)}01`, -1)
  const rows = tallies.flatMap((one) => rowsOf(one, Math.max(3, fewest(lastDay))))
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('agreement_kept')
      .values(rows.slice(at, at + 1000).map((row) => ({ school_id: school, month, ...row })))
      .execute()
}

/** The own figure of each teacher; and the sum, when it is over so many that it tells of none. */
const rowsOf = ({ agreement, byPerson }: Tally, fewest: number) => {
  const own = [...byPerson].map(([person_id, { kept, total }]) => ({
    agreement_id: agreement,
    person_id,
    kept,
    total,
    people: 1,
  }))
  if (own.length < fewest) return own
  const sum = { kept: 0, total: 0 }
  for (const { kept, total } of own) {
    sum.kept += kept
    sum.total += total
  }
  return [...own, { agreement_id: agreement, person_id: null, ...sum, people: own.length }]
}

type SeenRow = Omit<Seen, 'situation'> & {
  group: string | null
  subject: string | null
  year: string | null
  stages: string[]
  /** The stage that an event is for. */
  ofStage: string | null
}

/** What happened in the month that an agreement speaks of, as the ledger has it: alike rows of one teacher on one day together. */
const findSeen = async (db: Db<AgreementView>, school: string, month: string): Promise<Seen[]> => {
  const { rows } = await sql<SeenRow>`
    with seen as materialized (
      select e.id, e.event, e.doer_person as person, (e.at at time zone 'Europe/Amsterdam')::date as day,
        case when e.event = 'homework.item.set' then e.about[2] end as "group"
      from ledger_entry e
      where e.chain_id = ${school}::uuid and e.event in ('calendar.event.added', 'homework.item.set')
        and e.at >= (${month}::date::timestamp at time zone 'Europe/Amsterdam')
        and e.at < ((${month}::date + interval '1 month') at time zone 'Europe/Amsterdam')
        and e.doer_hat = 'staff' and e.doer_person is not null
    )
    select case s.event when 'homework.item.set' then 'on-paper' else 'events' end as kind, s.person, s.day, s."group",
      lower(w.payload ->> 'subject') as subject, w.payload ->> 'stage' as "ofStage", g.year_group as year,
      array(select t.stage from school_stage t where t.school_id = ${school}::uuid order by t.stage) as stages,
      case when s.event = 'homework.item.set' then case when w.payload ->> 'way' = 'screen' then 0 else 1 end
        else (w.payload ->> 'startsOn')::date - s.day end as amount,
      count(*)::int as times
    from seen s
    join ledger_payload w on w.chain_id = ${school}::uuid and w.entry_id = s.id
    left join school_group g on g.school_id = ${school}::uuid and g.id = s."group"
    where (s.event = 'calendar.event.added' and (w.payload ->> 'startsOn')::date >= s.day)
      or (w.payload ->> 'kind' = 'homework' and w.payload ->> 'way' is not null)
    group by 1, 2, 3, 4, 5, 6, 7, 9`.execute(db)
  return rows.map(({ group, subject, year, stages, ofStage, ...row }) => ({
    ...row,
    situation: {
      school,
      stage: ofStage ?? stageOf(year, stages),
      year,
      groups: group === null ? [] : [group],
      subject,
      pupil: null,
    },
  }))
}
