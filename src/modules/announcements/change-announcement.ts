import type { Doer } from '#platform/access/actor.ts'
import { purgeFilesSoon, type FileTables, type TakenFile } from '#modules/files/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { Content, State } from './announcement.ts'
import { layAudience, takeStep, type Kept } from './publish-announcement.ts'
import type { AnnouncementTables } from './tables.ts'
import { attach, demandReach, rowOf } from './write-announcement.ts'

export type Change = {
  content: Content
  files: readonly TakenFile[]
  /** Files that are taken off. */
  off: readonly string[]
}

/** Changes what was written. Once it is published it says when it was changed, and its audience is the new one at once. */
export const changeAnnouncement = async (
  tx: Tx<AnnouncementTables & FileTables>,
  doer: Doer,
  kept: Kept & { state: State; files: readonly unknown[] },
  { content, files, off }: Change,
): Promise<void> => {
  demandReach(doer, kept.school, content.wish)
  const next = { ...kept, wish: content.wish }
  await tx
    .updateTable('announcement')
    .set(rowOf(content))
    .where('school_id', '=', kept.school)
    .where('id', '=', kept.id)
    .execute()
  if (off.length > 0) {
    await tx
      .deleteFrom('announcement_attachment')
      .where('school_id', '=', kept.school)
      .where('announcement_id', '=', kept.id)
      .where('file_id', 'in', off)
      .execute()
    await purgeFilesSoon(tx)
  }
  await attach(tx, kept, files, kept.files.length)
  if (kept.state === 'published') {
    await clearAudience(tx, kept)
    await layAudience(tx, next)
    await takeStep(tx, doer, kept, 'changed')
  }
  await record(tx, {
    school: kept.school,
    event: 'announcements.announcement.changed',
    about: [kept.id, ...content.wish.groups],
    payload: { title: content.title, whom: [...content.wish.whom], files: files.length, off: off.length },
    doer,
  })
}

export const clearAudience = async (tx: Tx<AnnouncementTables>, { school, id }: Kept): Promise<void> => {
  await tx
    .deleteFrom('announcement_audience')
    .where('school_id', '=', school)
    .where('announcement_id', '=', id)
    .execute()
}
