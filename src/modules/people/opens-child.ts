import { sql, type RawBuilder } from 'kysely'
import { holdsToday, today } from '#platform/db/holds-today.ts'

/** Whether something limits today what this guardian may know of the child. @param relation a row of `guardianship` */
export const isLimited = (relation: string): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${relation}.${column}`)
  return sql<boolean>`exists (select from guardianship_authority a where a.school_id = ${of('school_id')}
    and a.guardian_id = ${of('guardian_id')} and a.pupil_id = ${of('pupil_id')} and ${holdsToday('a')})`
}

/**
 * Whether this relation lets the guardian see the child today: it holds, nothing limits what this guardian may know, and a
 * pupil of age let this guardian in. Without a birth date nobody is of age. It looks the child up by itself: a statement that
 * names the children by `in (select … from guardianship …)` then starts from the few relations of the reader. One row is
 * asked for at a time: with `exists` PostgreSQL may read all persons of the school to answer for two.
 * @param relation a row of `guardianship`
 */
export const opensChild = (relation: string): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${relation}.${column}`)
  return sql<boolean>`(${holdsToday(relation)}
    and not ${isLimited(relation)}
    and (coalesce((select app.reaches(k.birth_date, 18) > ${today} from person k
      where k.school_id = ${of('school_id')} and k.id = ${of('pupil_id')}), true)
      or coalesce((select true from adult_opening o where o.school_id = ${of('school_id')}
        and o.guardianship_id = ${of('id')} and o.closed_at is null limit 1), false)))`
}

/** Whether a row of `group_substitute` holds today. */
export const holdsOnTheDay = (table: string): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql<boolean>`(${of('on_from')} <= ${today} and ${of('on_until')} >= ${today} and ${of('ended_at')} is null)`
}
