import { NotFound } from '#platform/errors.ts'
import type { Whom } from './add-person.ts'
import type { Namesake } from './guardian-queries.ts'
import { noContact, type Contact, type NewName } from './person.ts'

/**
 * Whom a form means: somebody new, the one of that name who is at the school already, or not clear yet.
 * @param same the answer: an id, 'new', or nothing when it was not asked
 * @returns 'ask' when somebody has this name and no answer was given
 * @throws NotFound for an id of anybody but the namesakes: a form names nobody else
 */
export const whomOf = (
  same: string | undefined,
  filled: NewName & Partial<Contact>,
  namesakes: readonly Pick<Namesake, 'id'>[],
): Whom | 'ask' => {
  const { firstName, prefix, lastName, ...contact } = filled
  if (same === 'new' || (namesakes.length === 0 && same === undefined)) {
    return { name: { firstName, prefix, lastName }, contact: { ...noContact, ...contact } }
  }
  if (same === undefined) return 'ask'
  if (!namesakes.some(({ id }) => id === same)) throw new NotFound('person')
  return { person: same }
}
