import { sql, type RawBuilder } from 'kysely'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import type { PeopleView } from './visible-to.ts'

/** A pupil of a group today, and the year it is in. */
export type PupilYear = { id: string; year: string | null }

/** The pupils of the row of `school_group` at hand, as far as the policies show them. */
export const pupilYears: RawBuilder<PupilYear[]> = sql<PupilYear[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', p.person_id, 'year', p.year_group) order by p.person_id)
  from group_member m join pupil p on p.school_id = m.school_id and p.person_id = m.pupil_id
  where m.school_id = school_group.school_id and m.group_id = school_group.id and ${holdsToday('m')}
    and (p.left_on is null or p.left_on > ${today})), '[]')`

/** The years of a group: those of its pupils, and its own for a pupil of whom none is known and for a group without pupils. */
export const yearsOf = ({ year, pupils }: { year: string | null; pupils: readonly PupilYear[] }): string[] => {
  const years = pupils.length === 0 ? [year] : pupils.map((pupil) => pupil.year ?? year)
  return [...new Set(years)].flatMap((one) => one ?? []).toSorted()
}

/** The years that the pupils of these groups of a school are in. Pupils of two years can be in one class. */
export const findYears = async (db: Db<PeopleView>, school: string, groups: readonly string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('school_group')
    .where('school_id', '=', school)
    .where(sql<boolean>`id = any (${groups}::uuid[])`)
    .select(['year_group as year', pupilYears.as('pupils')])
    .execute()
  return [...new Set(rows.flatMap(yearsOf))].toSorted()
}
