import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { Wish } from './announcement.ts'
import type { AnnouncementTables } from './tables.ts'
import { demandReach } from './write-announcement.ts'

/** An announcement that this one may change, as the finder gave it. */
export type Kept = { school: string; id: string; wish: Wish }

/**
 * Publishes a draft: from now on, or from its first day, its audience finds it. The policies say once more whether the
 * doer teaches those groups.
 */
export const publishAnnouncement = async (tx: Tx<AnnouncementTables>, doer: Doer, kept: Kept): Promise<void> => {
  demandReach(doer, kept.school, kept.wish)
  await layAudience(tx, kept)
  await takeStep(tx, doer, kept, 'published')
  await record(tx, {
    school: kept.school,
    event: 'announcements.announcement.published',
    about: [kept.id, ...kept.wish.groups],
    payload: { whom: [...kept.wish.whom] },
    doer,
  })
}

/** One row for each group and each kind of reader. */
export const layAudience = async (tx: Tx<AnnouncementTables>, { school, id, wish }: Kept): Promise<void> => {
  const groups = wish.whole ? [null] : wish.groups
  await tx
    .insertInto('announcement_audience')
    .values(
      groups.flatMap((group) =>
        wish.whom.map((whom) => ({ school_id: school, announcement_id: id, group_id: group, for_whom: whom })),
      ),
    )
    .execute()
}

export const takeStep = async (
  tx: Tx<AnnouncementTables>,
  doer: Doer,
  { school, id }: Kept,
  step: 'published' | 'changed' | 'withdrawn',
): Promise<void> => {
  await tx
    .insertInto('announcement_step')
    .values({ school_id: school, announcement_id: id, step, taken_by: personAt(doer, school) })
    .execute()
}
