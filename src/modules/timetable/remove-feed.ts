import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { demandKeeper } from '#modules/school/index.ts'
import type { TimetableTables } from './tables.ts'

/** Takes a timetable away with all its lessons. @throws NotFound @returns its school */
export const removeFeed = async (tx: Tx<TimetableTables>, doer: Doer, feed: string): Promise<string> => {
  const found = await tx
    .selectFrom('calendar_feed')
    .where('id', '=', feed)
    .select(['school_id', 'bound_to'])
    .executeTakeFirstOrThrow(() => new NotFound('timetable'))
  demandKeeper(doer, found.school_id)
  await tx.deleteFrom('calendar_feed').where('school_id', '=', found.school_id).where('id', '=', feed).execute()
  await record(tx, {
    school: found.school_id,
    event: 'timetable.feed.removed',
    about: [feed, found.bound_to],
    payload: {},
    doer,
  })
  return found.school_id
}
