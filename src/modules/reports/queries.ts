import { sql } from 'kysely'
import { overseesSchool } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { defaultRule, type Period, type Rule } from './period.ts'

/** The periods of these schools, of every stage, in order of day. Policies show them to everybody at the school. Written once. */
export const periodsQuery = statement<[schools: readonly string[]], Period>(
  (schools) => sql<Period>`
  select p.id, p.school_id as school, p.stage, p.name, p.starts_on as "startsOn", p.ends_on as "endsOn", p.report_on as "reportOn",
    to_char(p.report_at, 'HH24:MI') as "reportAt",
    (p.report_on + p.report_at) at time zone 'Europe/Amsterdam' <= (select app.now()) as "isReported"
  from report_period p where p.school_id = any (${schools}::uuid[]) order by p.stage, p.starts_on, p.id`,
)

type StageRule = Rule & { school: string; stage: string }

const rulesQuery = statement<[schools: readonly string[]], StageRule>(
  (schools) => sql<StageRule>`
  select r.school_id as school, r.stage, r.rounding, r.guide_weeks as "guideWeeks"
  from report_rule r where r.school_id = any (${schools}::uuid[])`,
)

/** The periods of one stage, in order of day. @param answers of a page that sent `periodsQuery` along for this school */
export const findPeriods = async <T>(
  db: Db<T>,
  school: string,
  stage: string,
  answers: Answers = new Map(),
): Promise<Period[]> => {
  const rows = periodsQuery.answered(answers) ?? (await periodsQuery.rows(db, [school]))
  return rows.filter((one) => one.school === school && one.stage === stage)
}

/** A period of a school whose calendar the actor keeps. @throws NotFound */
export const findKeptPeriod = async <T>(db: Db<T>, actor: Actor, id: string): Promise<Period> => {
  const schools = actor.at.map(({ school }) => school).filter((school) => overseesSchool(actor, school))
  const found = (await periodsQuery.rows(db, schools)).find((one) => one.id === id)
  if (found === undefined) throw new NotFound('period')
  return found
}

/** How a stage rounds, and how many weeks the school guide leaves between two reports. */
export const findRule = async <T>(db: Db<T>, school: string, stage: string): Promise<Rule> => {
  const found = (await rulesQuery.rows(db, [school])).find((one) => one.stage === stage)
  return found === undefined ? defaultRule : { rounding: found.rounding, guideWeeks: found.guideWeeks }
}

/** The first report moment to come; where none is set, so many weeks from now as the school guide leaves. */
export const nextReportFor = async <T>(db: Db<T>, school: string, stage: string): Promise<Date> => {
  const { rows } = await sql<{ at: Date }>`select app.next_report(${school}::uuid, ${stage}, app.now()) as at`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('app.next_report gives one row')
  return row.at
}

/** The moment it is, as clocks in the Netherlands show it: 'YYYY-MM-DD HH:MM'. */
export const findNow = async <T>(db: Db<T>): Promise<string> => {
  const { rows } = await sql<{
    now: string
  }>`select to_char(app.now() at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') as now`.execute(db)
  return rows[0]?.now ?? ''
}
