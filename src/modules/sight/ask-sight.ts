import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { isLive, type SightRequest } from './request.ts'
import { findRequests, type OwnChild, type SightView } from './request-queries.ts'

/** What still stands in the way: a request that is not over yet, or a no of less than four weeks ago. */
export const inTheWay = (
  requests: readonly SightRequest[],
  { id }: Pick<OwnChild, 'id'>,
  today: string,
): SightRequest | undefined =>
  requests.find((one) => one.pupil === id && (isLive(one) || (one.againFrom !== null && one.againFrom > today)))

/**
 * Asks the pupil and a mentor whether this guardian may see results when the pupil does, for some weeks.
 * @param asked `id` is given by the page, so that the same form sent twice asks once
 * @returns false when there is one that is not over, or somebody said no a moment ago: then nothing is done
 */
export const askSight = async (
  tx: Tx<SightView>,
  actor: Actor & { today: string },
  child: OwnChild,
  asked: { id: string; weeks: number; reason: string | null },
): Promise<boolean> => {
  const { school, id: pupil, guardian, guardianship, relation } = child
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sight ${guardian} ${pupil}`}, 0))`.execute(tx)
  if (inTheWay(await findRequests(tx, actor), child, actor.today) !== undefined) return false
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sight_request')
    .values({
      school_id: school,
      pupil_id: pupil,
      guardian_id: guardian,
      guardianship_id: guardianship,
      sender: await firstName(tx, school, guardian),
      relation,
      ...asked,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await record(tx, {
    school,
    event: 'sight.request.asked',
    about: [asked.id, pupil],
    payload: { weeks: asked.weeks },
    doer: actor,
  })
  return true
}

/** What the child calls who asks by; of an institution its name. */
const firstName = async (tx: Tx<SightView>, school: string, guardian: string): Promise<string> => {
  const person = await tx
    .selectFrom('person')
    .select(['first_name', 'initials', 'last_name'])
    .where('school_id', '=', school)
    .where('id', '=', guardian)
    .executeTakeFirstOrThrow()
  return person.first_name ?? person.last_name ?? person.initials ?? ''
}
