import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { keepsSchool } from '#modules/school/index.ts'
import type { Db } from '#platform/db/types.ts'
import type { Relation, RelationLine } from './letter.ts'
import { makeLoginName } from './login-names.ts'
import type { LettersView } from './queries.ts'

/** A name to sign in with for each of these pupils; who had one on an earlier slip keeps it. */
export const giveLoginNames = async (
  db: Db<LettersView>,
  actor: Actor,
  school: string,
  pupils: readonly RelationLine[],
): Promise<(Relation & { login: string })[]> => {
  if (!keepsSchool(actor, school)) return []
  const { rows } = await sql<{ login: string; pupil: string }>`
    select distinct l.login, l.pupil_id as pupil from letter l where l.school_id = ${school} and l.login is not null`.execute(
    db,
  )
  const { rows: keys } = await sql<{ key: string }>`select key from school where id = ${school}`.execute(db)
  const taken = new Set(rows.map(({ login }) => login))
  return pupils.map(({ pupil, person, child }) => ({
    pupil,
    person,
    login: rows.find((one) => one.pupil === pupil)?.login ?? makeLoginName(child, keys[0]?.key ?? 'school', taken),
  }))
}
