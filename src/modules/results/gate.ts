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
