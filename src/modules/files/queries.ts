import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { FileKind } from './kept-file.ts'
import type { FileTables } from './tables.ts'

/** Files of the schools where the actor stands. Which of them, what they hang on says: the policies ask it. */
const visibleTo = (db: Db<FileTables>, actor: Actor) =>
  db.selectFrom('file').where(sql<boolean>`file.school_id = any (${actor.at.map(({ school }) => school)}::uuid[])`)

export type ServedFile = { kind: FileKind; name: string; bytes: Uint8Array }

/** A file with its bytes, or the small one of a picture. @throws NotFound */
export const findFile = async (
  db: Db<FileTables>,
  actor: Actor,
  id: string,
  part: 'whole' | 'small',
): Promise<ServedFile> => {
  const { kind, name, bytes } = await visibleTo(db, actor)
    .where('file.id', '=', id)
    .select(['file.kind', 'file.name', `file.${part} as bytes`])
    .executeTakeFirstOrThrow(() => new NotFound('file'))
  if (bytes === null) throw new NotFound('file')
  return { kind, name, bytes }
}
