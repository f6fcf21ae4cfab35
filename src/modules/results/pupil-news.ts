import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { homeDueOf, homeReads, isKnown, isNewest } from './gate.ts'

/** What a pupil finds on the page of the day: something new, or what the pupil wanted to tell before it is shown at home. */
export type PupilNews = {
  id: string
  subject: string
  /** Of the test: two of one subject may come at once. */
  title: string
  why: 'new' | 'tell'
  homeDue: Date | null
  homeReads: boolean
}

const newsQuery = statement<[persons: readonly string[]], PupilNews>(
  (persons) => sql<PupilNews>`
  select r.id, a.subject, a.title, case t.choice when 'self' then 'tell' else 'new' end as why, ${homeReads('r')} as "homeReads",
    ${homeDueOf('r')} as "homeDue"
  from result r
  join assessment a on a.school_id = r.school_id and a.id = r.assessment_id
  left join result_telling t on t.school_id = r.school_id and t.result_id = r.id and t.undone_at is null
  where r.pupil_id = any (${persons}::uuid[]) and r.guardian_due > app.now()
    and ${isKnown({ hat: 'pupil' }, 'r')} and ${isNewest('r')}
    and not app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why)
    and case when t.choice is null then r.pupil_due > app.now() - interval '4 days' or not isfinite(r.pupil_due) or r.pupil_due > app.now()
      when t.choice = 'self' then app.today() >= coalesce((select max(d) from unnest(app.lesson_days(r.school_id,
        (r.alone_due at time zone 'Europe/Amsterdam')::date - 12, (r.alone_due at time zone 'Europe/Amsterdam')::date - 1)) d),
        (r.alone_due at time zone 'Europe/Amsterdam')::date)
      else false end
  order by why desc, r.guardian_due, a.subject limit 6`,
)

type Asker = Pick<Actor, 'hat' | 'at'>

const personsOf = ({ at }: Asker): readonly string[] => at.map(({ person }) => person)

/** To be sent along with the other questions of a page; a pupil alone has such news. */
export const pupilNewsAlong = (known: Asker): readonly Step[] =>
  known.hat === 'pupil' ? [newsQuery.along(personsOf(known))] : []

/** Out of what went along, or asked now; nothing for anybody but a pupil. */
export const findPupilNews = async <T>(db: Db<T>, actor: Asker, answers: Answers): Promise<readonly PupilNews[]> =>
  actor.hat === 'pupil' ? (newsQuery.answered(answers) ?? (await newsQuery.rows(db, personsOf(actor)))) : []
