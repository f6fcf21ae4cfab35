import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { addFile, type FileTables, type TakenFile } from '#modules/files/index.ts'
import { record } from '#platform/ledger/record.ts'
import { writesAt, writesForAll } from './access.ts'
import type { Content, Wish } from './announcement.ts'
import type { AnnouncementTables } from './tables.ts'

export type NewAnnouncement = {
  school: string
  /** Given by the page, so that the same form sent twice is one announcement. */
  id: string
  content: Content
  /** The name under it. */
  signed: string
  files: readonly TakenFile[]
}

/**
 * Writes a draft. For which groups the writer may write, the page offers and publishing demands.
 * @returns false when it was written before: then nothing is done
 */
export const writeAnnouncement = async (
  tx: Tx<AnnouncementTables & FileTables>,
  doer: Doer,
  { school, id, content, signed, files }: NewAnnouncement,
): Promise<boolean> => {
  demandReach(doer, school, content.wish)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('announcement')
    .values({ school_id: school, id, ...rowOf(content), signed, written_by: personAt(doer, school) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await attach(tx, { school, id }, files, 0)
  await record(tx, {
    school,
    event: 'announcements.announcement.written',
    about: [id, ...content.wish.groups],
    payload: { title: content.title, whom: [...content.wish.whom], files: files.length },
    doer,
  })
  return true
}

export const rowOf = (content: Content) => ({
  title: content.title,
  body: content.body,
  important: content.important,
  shows_from: content.showsFrom,
  shows_until: content.showsUntil,
  wish: JSON.stringify(content.wish),
})

/** @throws NotFound for who may not write there, or not for the whole school */
export const demandReach = (doer: Doer, school: string, { whole }: Wish): void => {
  if (!writesAt(doer, school) || (whole && !writesForAll(doer, school))) throw new NotFound('school')
}

export const attach = async (
  tx: Tx<AnnouncementTables & FileTables>,
  { school, id }: { school: string; id: string },
  files: readonly TakenFile[],
  from: number,
): Promise<void> => {
  for (const [at, file] of files.entries()) {
    const fileId = await addFile(tx, school, file)
    await tx
      .insertInto('announcement_attachment')
      .values({ school_id: school, file_id: fileId, announcement_id: id, position: from + at })
      .execute()
  }
}
