import { sql } from 'kysely'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import type { OpenTheme } from './open-theme.ts'
import { isTheme } from './kinds/kinds.ts'
import { counts } from './queries.ts'
import type { AgreementView } from './visible-to.ts'

export type Shown = { id: string; key: string; name: string; synthetic: boolean; today: string }

export const showQuery = statement<[key: string], { school: Omit<Shown, 'today'> | null; today: string }>(
  (key) => sql`select app.show_school(${key}::text) as school, app.today() as today`,
)

/** Opens what anybody may read of the school with this key, for this transaction. @returns null when there is no such school */
export const showSchool = async <T>(db: Db<T>, key: string): Promise<Shown | null> => {
  if (!/^[a-z0-9](-?[a-z0-9])*$/.test(key) || key.length > 40) return null
  const [row] = await showQuery.rows(db, key)
  return row?.school ? { ...row.school, today: row.today } : null
}

export const openThemesQuery = statement<[school: string], Omit<OpenTheme, 'theme'> & { theme: string }>(
  (school) =>
    sql`select theme, meanwhile, body, talked_on as "talkedOn" from agreement_open_theme where school_id = ${school}::uuid`,
)

/** About what nothing is agreed yet at a school, and what holds meanwhile. */
export const findOpenThemes = async (db: Db<AgreementView>, school: string): Promise<OpenTheme[]> => {
  const rows = await openThemesQuery.rows(db, school)
  return rows.flatMap(({ theme, ...rest }) => (isTheme(theme) ? [{ theme, ...rest }] : []))
}

/** As many teachers as is agreed, as long as it is agreed to count at all. `k` is the sum. */
const overEnough = sql`k.people >= coalesce((select (a.terms->>'teachers')::int from agreement a
  join agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id and s.starts_on <= app.today()
  where a.school_id = k.school_id and a.kind = 'measuring' and not exists (select from agreement_end e
    where e.school_id = a.school_id and e.agreement_id = a.id and e.ends_on < app.today() and ${counts})
  order by s.starts_on desc limit 1), 1000000)`

type KeptRow = { id: string; month: string; kept: number; total: number }

export const keptQuery = statement<[school: string], KeptRow>(
  (school) => sql`
    select k.agreement_id as id, k.month, k.kept, k.total from agreement_kept k
    where k.school_id = ${school}::uuid and k.person_id is null
      and k.month = (select max(n.month) from agreement_kept n where n.school_id = k.school_id and n.person_id is null)
      and ${overEnough}`,
)

/**
 * How often the school kept its line last month, by the id of the agreement: sums over enough teachers, and only as long as
 * the agreement to measure holds.
 */
export const findKept = async (
  db: Db<AgreementView>,
  school: string,
): Promise<Map<string, { month: string; kept: number; total: number }>> => {
  const rows = await keptQuery.rows(db, school)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** The same of every month that is kept, the newest first. */
export const findKeptMonths = async (
  db: Db<AgreementView>,
  school: string,
): Promise<ReadonlyMap<string, readonly KeptRow[]>> => {
  const { rows } = await sql<KeptRow>`select k.agreement_id as id, k.month, k.kept, k.total from agreement_kept k
    where k.school_id = ${school}::uuid and k.person_id is null and ${overEnough} order by k.month desc`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
}

/** The schools of a reader who is shown no child, by name, each with the key of its public page. */
export const findSchoolKeys = async <T>(
  db: Db<T>,
  schools: readonly string[],
): Promise<readonly { name: string; key: string }[]> => {
  const { rows } = await sql<{ name: string; key: string }>`select name, key from school
    where id = any (${schools}::uuid[]) order by name, id`.execute(db)
  return rows
}

/** The key of a school of the reader, which stands in the address of its public page. */
export const findSchoolKey = async <T>(db: Db<T>, school: string): Promise<string | null> => {
  const { rows } = await sql<{ key: string }>`select key from school where id = ${school}::uuid`.execute(db)
  return rows[0]?.key ?? null
}
