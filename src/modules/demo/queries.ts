import { sql } from 'kysely'
import type { Calendar } from '#modules/today/index.ts'
import type { AgreementTables, Scope } from '#modules/agreements/index.ts'
import type { AnnouncementTables } from '#modules/announcements/index.ts'
import type { PeopleTables } from '#modules/people/index.ts'
import type { ResultTables } from '#modules/results/index.ts'
import { closuresOf, type ClosureRow, type SchoolTables } from '#modules/school/index.ts'
import type { TimetableTables } from '#modules/timetable/index.ts'
import type { Db } from '#platform/db/types.ts'
import { today } from '#platform/db/holds-today.ts'
import type { LedgerTables } from '#platform/ledger/tables.ts'
import { klimboom } from './klimboom.ts'

/** Every school of the installation; the transaction is the operator's, of no school. */
export const findSchools = (db: Db<SchoolTables>) =>
  db.selectFrom('school').select(['id', 'key', 'synthetic']).execute()

export const findToday = async <T>(db: Db<T>): Promise<string> => {
  const { rows } = await sql<{ today: string }>`select ${today} as today`.execute(db)
  return rows[0]?.today ?? ''
}

export const loaded = 'demo.school.loaded'

/** Under which mark of passwords the school was loaded as a whole; null as long as it was not. */
export const findLoaded = async (db: Db<LedgerTables>, school: string): Promise<string | null> => {
  const { rows } = await sql<{ passwords: string }>`select p.payload ->> 'passwords' as passwords
    from ledger_entry e join ledger_payload p on p.chain_id = e.chain_id and p.entry_id = e.id
    where e.chain_id = ${school}::uuid and e.event = ${loaded} order by e.id desc limit 1`.execute(db)
  return rows[0]?.passwords ?? null
}

/** Today, with every day off and national holiday from so many days ago on, and how far national holidays are known. */
export const findClosures = async (
  db: Db<SchoolTables>,
  school: string,
  ago = 14,
): Promise<{ calendar: Calendar; knownUntil: string }> => {
  const { rows: closures } = await sql<ClosureRow>`select school, kind, name, "startsOn", "endsOn"
    from ${closuresOf([school])} shut where "endsOn" >= ${today} - ${ago}::int`.execute(db)
  const last = await db
    .selectFrom('holiday')
    .select(({ fn }) => fn.max('ends_on').as('endsOn'))
    .where('region', '=', klimboom.region)
    .executeTakeFirst()
  return {
    calendar: {
      today: await findToday(db),
      clock: '00:00',
      closures,
    },
    knownUntil: last?.endsOn ?? '',
  }
}

/** The last day on which there is a lesson, by whose timetable it is. */
export const findLastLessons = async (
  db: Db<TimetableTables>,
  school: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('lesson')
    .select(['bound_to', ({ fn }) => fn.max('on_day').as('day')])
    .where('school_id', '=', school)
    .groupBy('bound_to')
    .execute()
  return new Map(rows.map(({ bound_to, day }) => [bound_to, day]))
}

export const hasCancelled = async (db: Db<TimetableTables>, boundTo: string, day: string): Promise<boolean> =>
  (await db
    .selectFrom('lesson')
    .select('id')
    .where('bound_to', '=', boundTo)
    .where('on_day', '=', day)
    .where('cancelled_by', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Whether the school has told anything yet. */
export const findWhatIsTold = async (db: Db<AnnouncementTables>, school: string): Promise<boolean> =>
  (await db.selectFrom('announcement').select('id').where('school_id', '=', school).limit(1).executeTakeFirst()) !==
  undefined

export const keyOfAgreed = (kind: string, { level, of }: Scope): string => `${kind} ${level} ${of ?? ''}`

/** What the school wrote an agreement about, by `keyOfAgreed`, and the themes it says are open. */
export const findAgreed = async (db: Db<AgreementTables>, school: string): Promise<ReadonlySet<string>> => {
  const written = await db
    .selectFrom('agreement')
    .select([
      'kind',
      'level',
      sql<string | null>`coalesce(stage, year_group, group_id::text, subject, pupil_id::text)`.as('of'),
    ])
    .where('school_id', '=', school)
    .execute()
  const open = await db.selectFrom('agreement_open_theme').select('theme').where('school_id', '=', school).execute()
  return new Set([
    ...written.map(({ kind, level, of }) => keyOfAgreed(kind, { level, of })),
    ...open.map(({ theme }) => theme),
  ])
}

/** The keys of the tests that were laid. */
export const findLaid = async (db: Db<ResultTables>, school: string): Promise<ReadonlySet<string>> => {
  const laid = await db
    .selectFrom('assessment')
    .select('once')
    .where('school_id', '=', school)
    .where('once', 'like', 'demo-%')
    .execute()
  return new Set(laid.map(({ once }) => once))
}

/** The results of a test that count, the same order every time. */
export const findResults = async (
  db: Db<ResultTables & PeopleTables>,
  school: string,
  test: string,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('result')
    .innerJoin('pupil', (join) =>
      join.onRef('pupil.school_id', '=', 'result.school_id').onRef('pupil.person_id', '=', 'result.pupil_id'),
    )
    .select('result.id')
    .where('result.school_id', '=', school)
    .where('result.assessment_id', '=', test)
    .where('result.ended_at', 'is', null)
    .orderBy('pupil.source_key')
    .execute()
  return rows.map(({ id }) => id)
}
