import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { ownGuardianships } from './opening-queries.ts'
import type { PeopleView } from './visible-to.ts'

/**
 * A pupil of age lets a guardian look along. Only the pupil can: neither the office nor the administrator has this deed.
 * Saying it twice changes nothing. @throws NotFound when this is no guardian of the pupil, or the pupil is not of age
 */
export const openToGuardian = async (tx: Tx<PeopleView>, pupil: Actor, guardianship: string): Promise<void> => {
  const relation = await ownRelation(tx, pupil, guardianship)
  if (relation.open) return
  const { school, guardian, self } = relation
  await tx
    .insertInto('adult_opening')
    .values({ school_id: school, guardianship_id: guardianship, guardian_id: guardian, pupil_id: self })
    .execute()
  const about = [self, guardian, guardianship]
  await record(tx, { school, event: 'people.opening.opened', about, payload: {}, doer: pupil })
}

/** The pupil lets this guardian look along no longer, from the next page on. */
export const closeToGuardian = async (tx: Tx<PeopleView>, pupil: Actor, guardianship: string): Promise<void> => {
  const relation = await ownRelation(tx, pupil, guardianship)
  if (!relation.open) return
  const { school, guardian, self } = relation
  await tx
    .updateTable('adult_opening')
    .set({ closed_at: sql<Date>`app.now()` })
    .where('school_id', '=', school)
    .where('guardianship_id', '=', guardianship)
    .where('closed_at', 'is', null)
    .execute()
  const about = [self, guardian, guardianship]
  await record(tx, { school, event: 'people.opening.closed', about, payload: {}, doer: pupil })
}

// Two taps at once wait for one another: each of them reads the relation for itself.
const ownRelation = async (tx: Tx<PeopleView>, pupil: Actor, guardianship: string) => {
  await sql`select pg_advisory_xact_lock(hashtextextended('opening ' || ${guardianship}::text, 0))`.execute(tx)
  return ownGuardianships(tx, pupil)
    .where('g.id', '=', guardianship)
    .executeTakeFirstOrThrow(() => new NotFound('guardianship'))
}
