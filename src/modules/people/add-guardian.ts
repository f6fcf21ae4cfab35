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
  { school, pupil, relation, guardian, startedOn }: NewGuardian,
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
  const payload = { relation, known: 'person' in guardian }
  await record(tx, { school, event: 'people.guardian.added', about: [pupil, person, id], payload, doer })
  return { person, guardianship: id }
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
