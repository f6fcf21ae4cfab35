import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { personFor, type Whom } from './add-person.ts'
import type { PeopleTables, Relation } from './tables.ts'

export type NewGuardian = {
  school: string
  pupil: string
  relation: Relation
  guardian: Whom
  /** Who has no authority may ask; the paper follows with `setAuthority`. 'full' when left out. */
  authority?: 'full' | 'on_request'
  /** From today when left out. */
  startedOn?: string
}

/**
 * Gives a pupil one guardian more, equal to the others. A guardian who is known already, by another child or by work, is
 * the same person.
 * @returns the person, and the relation
 * @throws Conflict 'already guardian' when this relation holds already
 */
export const addGuardian = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, pupil, relation, guardian, authority = 'full', startedOn }: NewGuardian,
): Promise<{ person: string; guardianship: string }> => {
  demandKeeper(doer, school)
  await demandPupil(tx, school, pupil)
  const person = await personFor(tx, school, guardian)
  if (person === pupil) throw new NotFound('guardian')
  if (await isGuardian(tx, school, pupil, person)) throw new Conflict('already guardian')
  const { id } = await tx
    .insertInto('guardianship')
    .values({
      school_id: school,
      pupil_id: pupil,
      guardian_id: person,
      relation,
      ...(startedOn === undefined ? {} : { started_on: startedOn }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (authority === 'on_request') await limit(tx, { school, pupil, person, id })
  const payload = { relation, known: 'person' in guardian, authority }
  await record(tx, { school, event: 'people.guardian.added', about: [pupil, person, id], payload, doer })
  return { person, guardianship: id }
}

// What was said before of these two people holds on: it is never made less by a new relation.
const limit = async (
  tx: Tx<PeopleTables>,
  { school, pupil, person, id }: { school: string; pupil: string; person: string; id: string },
): Promise<void> => {
  await tx
    .insertInto('guardianship_authority')
    .values({
      school_id: school,
      guardianship_id: id,
      guardian_id: person,
      pupil_id: pupil,
      state: 'on_request',
      document_id: null,
      review_on: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'guardian_id', 'pupil_id']).where('ended_on', 'is', null).doNothing(),
    )
    .execute()
}

const demandPupil = async (tx: Tx<PeopleTables>, school: string, pupil: string): Promise<void> => {
  await tx
    .selectFrom('pupil')
    .select('person_id')
    .where('school_id', '=', school)
    .where('person_id', '=', pupil)
    .executeTakeFirstOrThrow(() => new NotFound('pupil'))
}

const isGuardian = async (tx: Tx<PeopleTables>, school: string, pupil: string, person: string): Promise<boolean> =>
  (await tx
    .selectFrom('guardianship')
    .select('id')
    .where('school_id', '=', school)
    .where('pupil_id', '=', pupil)
    .where('guardian_id', '=', person)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .executeTakeFirst()) !== undefined
