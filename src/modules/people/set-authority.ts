import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { canBlock, lastReview, type Authority, type AuthorityDocument } from './authority.ts'
import type { PeopleTables } from './tables.ts'

export type NewAuthority = {
  school: string
  /** The relation. What is said holds for this guardian and this child, also when the relation is made anew. */
  guardianship: string
  state: Authority
  /** The paper that was seen. `blocked` needs one that can block; `on_request` may still wait for it. */
  document: AuthorityDocument | null
  /** When the school looks again, within a year; `blocked` needs it, and is `on_request` from that day. */
  reviewOn: string | null
}

/**
 * Says what a guardian may know of a child, from this moment on. What held before ends and stays as history.
 * @throws Conflict 'unchanged' when full stays full, 'no order' when the paper cannot block, 'no review' and 'too late' when
 * the day of review is missing or not within a year
 */
export const setAuthority = async (tx: Tx<PeopleTables>, doer: Doer, wanted: NewAuthority): Promise<void> => {
  const { school, guardianship, state, reviewOn } = wanted
  demandKeeper(doer, school)
  // Two who say something of one relation at once wait for one another.
  const relation = await tx
    .selectFrom('guardianship')
    .select(['pupil_id', 'guardian_id', today.as('day')])
    .where('school_id', '=', school)
    .where('id', '=', guardianship)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('guardianship'))
  demandGrounds(wanted, relation.day)
  const ended = await endLimit(tx, school, relation)
  const about = [relation.pupil_id, relation.guardian_id, guardianship]
  if (state === 'full') {
    if (!ended) throw new Conflict('unchanged')
    await record(tx, { school, event: 'people.authority.restored', about, payload: {}, doer })
    return
  }
  const document = wanted.document === null ? null : await keepDocument(tx, school, wanted.document)
  await tx
    .insertInto('guardianship_authority')
    .values({
      school_id: school,
      guardianship_id: guardianship,
      guardian_id: relation.guardian_id,
      pupil_id: relation.pupil_id,
      state,
      document_id: document,
      review_on: reviewOn,
    })
    .execute()
  const payload = { state, document: wanted.document?.kind ?? null, reviewOn }
  await record(tx, { school, event: 'people.authority.limited', about, payload, doer })
}

const demandGrounds = ({ state, document, reviewOn }: NewAuthority, day: string): void => {
  if (state === 'blocked' && (document === null || !canBlock(document))) throw new Conflict('no order')
  if (state === 'blocked' && reviewOn === null) throw new Conflict('no review')
  if (state !== 'full' && reviewOn !== null && (reviewOn <= day || reviewOn > lastReview(day)))
    throw new Conflict('too late')
}

/** @returns whether something limited this guardian until now */
const endLimit = async (
  tx: Tx<PeopleTables>,
  school: string,
  relation: { guardian_id: string; pupil_id: string },
): Promise<boolean> => {
  const ended = await tx
    .updateTable('guardianship_authority')
    .set({ ended_on: sql<string>`app.today()` })
    .where('school_id', '=', school)
    .where('guardian_id', '=', relation.guardian_id)
    .where('pupil_id', '=', relation.pupil_id)
    .where('ended_on', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

const keepDocument = async (tx: Tx<PeopleTables>, school: string, document: AuthorityDocument): Promise<string> => {
  const { kind, datedOn, reference, forbids } = document
  const { id } = await tx
    .insertInto('authority_document')
    .values({ school_id: school, kind, dated_on: datedOn, reference, forbids })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
