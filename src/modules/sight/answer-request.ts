import { sql } from 'kysely'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isLive, type Says, type Side, type SightRequest } from './request.ts'
import { findRequest, type SightView } from './request-queries.ts'

/** What became of it: it waits for the other, it holds from now on, it is over, or it was before. */
export type Answered = 'waits' | 'granted' | 'ended' | 'late'

/**
 * Says yes or no: the pupil for oneself, a mentor for the school or, of a pupil without an account, what the child said. The second yes
 * opens, a no ends, also after a yes; saying the same again changes nothing.
 * @throws NotFound for a request that is not the actor's to answer, Forbidden for a mentor who speaks for a pupil with an account
 */
export const answerRequest = async (
  tx: Tx<SightView>,
  actor: Actor,
  { id, as, says }: { id: string; as: Side; says: Says },
): Promise<Answered> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sight ${id}`}, 0))`.execute(tx)
  const request = await findRequest(tx, actor, id)
  const side = actor.hat === 'pupil' ? 'pupil' : as
  if (actor.hat === 'staff' && side === 'pupil' && !request.noAccount) throw new Forbidden('sight answer')
  if (!isLive(request)) return 'late'
  const person = personAt(actor, request.school)
  if (person === null) throw new NotFound('sight request')
  if (request.said[side] !== says) {
    await tx
      .insertInto('sight_answer')
      .values({ school_id: request.school, request_id: id, pupil_id: request.pupil, side, says, person_id: person })
      .execute()
    await record(tx, {
      school: request.school,
      event: says === 'yes' ? 'sight.request.agreed' : 'sight.request.declined',
      about: [id, request.pupil],
      payload: { as: side },
      doer: actor,
    })
  }
  const said = { ...request.said, [side]: says }
  if (says === 'no') return end(tx, request)
  if (request.state === 'granted') return 'granted'
  return said.pupil === 'yes' && said.mentor === 'yes' ? grant(tx, actor, request) : 'waits'
}

const end = async (tx: Tx<SightView>, request: SightRequest): Promise<Answered> => {
  await tx
    .insertInto('sight_end')
    .values({ ...keysOf(request), why: 'refused' })
    .execute()
  return 'ended'
}

/** Until when it holds, the database finds. */
const grant = async (tx: Tx<SightView>, actor: Actor, request: SightRequest): Promise<Answered> => {
  await tx.insertInto('sight_grant').values(keysOf(request)).execute()
  await record(tx, {
    school: request.school,
    event: 'sight.request.granted',
    about: [request.id, request.pupil],
    payload: {},
    doer: actor,
  })
  return 'granted'
}

const keysOf = ({ school, id, guardian, pupil }: SightRequest) => ({
  school_id: school,
  request_id: id,
  guardian_id: guardian,
  pupil_id: pupil,
})
