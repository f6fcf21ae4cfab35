import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { isLive } from './request.ts'
import { findRequest, type SightView } from './request-queries.ts'

/**
 * Takes an own request back, or ends what it opened.
 * @returns whether there was still something to end. @throws NotFound for a request of somebody else
 */
export const withdrawRequest = async (tx: Tx<SightView>, actor: Actor, id: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sight ${id}`}, 0))`.execute(tx)
  const { school, pupil, guardian, ...request } = await findRequest(tx, actor, id)
  if (!isLive(request)) return false
  await tx
    .insertInto('sight_end')
    .values({ school_id: school, request_id: id, guardian_id: guardian, pupil_id: pupil, why: 'withdrawn' })
    .execute()
  await record(tx, { school, event: 'sight.request.withdrawn', about: [id, pupil], payload: {}, doer: actor })
  return true
}
