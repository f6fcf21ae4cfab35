import { sql } from 'kysely'
import { holdsOnTheDay } from '#modules/people/index.ts'
import type { Hat } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import type { Entered } from '#platform/db/context.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'

/** An announcement as a line on another page. */
export type CurrentAnnouncement = {
  id: string
  school: string
  title: string
  important: boolean
  day: string
  /** For which groups in reach; null among them is the whole school. */
  groups: readonly (string | null)[]
}

type Asked = [
  hat: Hat,
  schools: readonly string[],
  persons: readonly string[],
  pupils: readonly string[],
  groups: readonly string[],
]

/**
 * The newest twelve of the last seven days that are meant for the reader: a family by the pupils and groups in reach, staff by
 * where they work and what they teach; of which a page shows three. Written once; the policies bound it. `offset 0` has the audience looked up by its key:
 * else that of every school may be read, to look up one.
 */
export const currentQuery = statement<Asked, CurrentAnnouncement>(
  (hat, schools, persons, pupils, groups) => sql<CurrentAnnouncement>`
  select n.id, n.school_id as school, n.title, n.important, p.day, array(select a.group_id from announcement_audience a
    where a.school_id = n.school_id and a.announcement_id = n.id and a.for_whom = ${hat}::text) as groups
  from announcement n
  join lateral (
    select greatest(n.shows_from, (min(s.taken_at) at time zone 'Europe/Amsterdam')::date) as day from announcement_step s
    where s.school_id = n.school_id and s.announcement_id = n.id and s.step = 'published'
  ) p on p.day >= (select app.today()) - 7
  where n.school_id = any (${schools}::uuid[])
    and n.shows_from <= (select app.today()) and n.shows_until >= (select app.today())
    and exists (select from announcement_audience a
      where a.school_id = n.school_id and a.announcement_id = n.id and a.for_whom = ${hat}::text and (
        a.group_id = any (${groups}::uuid[])
        or (${hat}::text = 'staff' and (a.group_id is null or a.group_id in (select t.group_id from group_teacher t
          where t.school_id = any (${schools}::uuid[]) and t.person_id = any (${persons}::uuid[]) and ${holdsToday('t')}
          union all select x.group_id from group_substitute x
          where x.school_id = any (${schools}::uuid[]) and x.person_id = any (${persons}::uuid[]) and ${holdsOnTheDay('x')})))
        or (${hat}::text <> 'staff' and a.group_id is null and a.school_id in (
          select c.school_id from pupil c where c.school_id = any (${schools}::uuid[]) and c.person_id = any (${pupils}::uuid[]))))
      offset 0)
  order by n.important desc, p.day desc, n.title, n.id limit 12`,
)

const askedBy = (known: Entered, hat: Hat): Asked => [
  hat,
  [...new Set(known.at.map(({ school }) => school))],
  known.at.map(({ person }) => person),
  known.pupils,
  known.groups,
]

/** To be sent along with the other questions of a page. */
export const currentAlong = (known: Entered): readonly Step[] =>
  known.hat === null ? [] : [currentQuery.along(...askedBy(known, known.hat))]

/** The newest three: those that went along, or asked now. @param keeps which of them the reader wants to see */
export const findCurrent = async (
  db: Db<unknown>,
  known: Entered,
  answers: Answers,
  keeps: (one: CurrentAnnouncement) => boolean = () => true,
): Promise<readonly CurrentAnnouncement[]> => {
  if (known.hat === null) return []
  const rows = currentQuery.answered(answers) ?? (await currentQuery.rows(db, ...askedBy(known, known.hat)))
  return rows.filter(keeps).slice(0, 3)
}
