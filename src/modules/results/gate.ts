import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Reader } from './tables.ts'

const releasedTo: Readonly<Record<Reader, RawBuilder<unknown>>> = {
  pupil: sql`app.released('pupil')`,
  guardian: sql`app.released('guardian')`,
}

/**
 * The one rule of what a reader may know of a version of a result. Pages, averages, counts and every later reader ask it, and nothing
 * else; the policy of the table says the same a second time, with the same functions. A pupil and a guardian know what is out for them;
 * who teaches knows what was entered. Whose results these are is not its matter: the finder starts from the pupils in reach.
 * @param of a row of `result`
 */
export const isKnown = ({ hat }: Pick<Actor, 'hat'>, of: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  const end = sql`${column('ended_at')}, ${column('ended_why')}`
  const known = (due: string, reader: Reader) =>
    sql`app.is_known(${column(due)}, ${end}, ${column('id')} in (select ${releasedTo[reader]}))`
  switch (hat) {
    case 'pupil':
      return sql<boolean>`${known('pupil_due', 'pupil')}`
    case 'guardian':
      return sql<boolean>`(${known('guardian_due', 'guardian')} or (${column('pupil_id')} = any ((select app.widened())::uuid[])
        and app.known_wider(${column('school_id')}, ${column('pupil_id')}, ${column('pupil_due')}, ${end})))`
    case 'staff':
      return sql<boolean>`true`
    case null:
      return sql<boolean>`false`
  }
}

/**
 * From when home knows, as the pupil may read it: with a retake, or a first time, that the pupil does not know yet it says what it said
 * before. Null when no moment is set.
 */
export const homeDueOf = (of: string): RawBuilder<Date | null> => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  const due = sql`case when exists (select from assessment own
      join assessment other on other.school_id = own.school_id and (other.retake_of = own.id or other.id = own.retake_of)
      join result x on x.school_id = other.school_id and x.assessment_id = other.id
      where own.school_id = ${column('school_id')} and own.id = ${column('assessment_id')}
        and x.pupil_id = ${column('pupil_id')} and ${isKnown({ hat: 'pupil' }, 'x')})
    then ${column('guardian_due')} else ${column('alone_due')} end`
  return sql<Date | null>`nullif(${due}, 'infinity')`
}

/**
 * Whether no newer version of it is known to the pupil who asks. One that was entered and is not out yet changes nothing: a page that
 * went away would tell of it.
 */
export const isNewest = (of: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql<boolean>`not exists (select from result n where n.school_id = ${column('school_id')}
    and n.assessment_id = ${column('assessment_id')} and n.pupil_id = ${column('pupil_id')} and n.entered_at > ${column('entered_at')}
    and ${isKnown({ hat: 'pupil' }, 'n')})`
}

/** Whether anybody at home may look along: at 18 only who was let in by the pupil. */
export const homeReads = (of: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql<boolean>`(not app.is_adult(${column('school_id')}, ${column('pupil_id')}) or exists (select from adult_opening o
    where o.school_id = ${column('school_id')} and o.pupil_id = ${column('pupil_id')} and o.closed_at is null))`
}
