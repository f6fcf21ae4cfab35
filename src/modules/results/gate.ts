import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'

/**
 * The one rule of what a reader may know of a version of a result. Pages, averages, counts and every later reader ask it, and nothing
 * else; the policy of the table says the same a second time, with the same functions. A pupil and a guardian know what is out for them;
 * who teaches knows what was entered. Whose results these are is not its matter: the finder starts from the pupils in reach.
 * @param of a row of `result`
 */
export const isKnown = ({ hat }: Pick<Actor, 'hat'>, of: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  const end = sql`${column('ended_at')}, ${column('ended_why')}`
  const version = (due: string) => sql`${column('school_id')}, ${column('id')}, ${column(due)}, ${end}`
  switch (hat) {
    case 'pupil':
      return sql<boolean>`app.known_by_pupil(${version('pupil_due')})`
    case 'guardian':
      return sql<boolean>`(app.known_at_home(${version('guardian_due')})
        or app.known_wider(${column('school_id')}, ${column('pupil_id')}, ${column('pupil_due')}, ${end}))`
    case 'staff':
      return sql<boolean>`true`
    case null:
      return sql<boolean>`false`
  }
}
