import type { Doer } from '#platform/access/actor.ts'
import { purgeFilesSoon } from '#modules/files/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { clearAudience } from './change-announcement.ts'
import { takeStep, type Kept } from './publish-announcement.ts'
import type { AnnouncementTables } from './tables.ts'

/** Takes an announcement, or a draft, out of everybody's reach for good; its files are erased within moments. */
export const withdrawAnnouncement = async (tx: Tx<AnnouncementTables>, doer: Doer, kept: Kept): Promise<void> => {
  await clearAudience(tx, kept)
  await tx
    .deleteFrom('announcement_attachment')
    .where('school_id', '=', kept.school)
    .where('announcement_id', '=', kept.id)
    .execute()
  await purgeFilesSoon(tx)
  await takeStep(tx, doer, kept, 'withdrawn')
  await record(tx, {
    school: kept.school,
    event: 'announcements.announcement.withdrawn',
    about: [kept.id],
    payload: {},
    doer,
  })
}
