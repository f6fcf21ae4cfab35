import { sql, type RawBuilder } from 'kysely'

/** Today in the Netherlands by the database's clock, asked once per statement. */
export const today: RawBuilder<string> = sql<string>`(select app.today())`

/** Whether a row with `started_on` and `ended_on` holds today: `ended_on` is the first day on which it no longer does. */
export const holdsToday = (table: string): RawBuilder<boolean> => {
  const [startedOn, endedOn] = [sql.ref(`${table}.started_on`), sql.ref(`${table}.ended_on`)]
  return sql<boolean>`(${startedOn} <= ${today} and (${endedOn} is null or ${endedOn} > ${today}))`
}
