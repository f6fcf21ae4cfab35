import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { contactRow } from './contact-row.ts'
import type { Contact, NewName } from './person.ts'
import type { PeopleTables } from './tables.ts'

/** Somebody the school has a row of already, or somebody new. */
export type Whom = { person: string } | { name: NewName; contact: Contact }

/**
 * The person meant: found, or added with the contact data. A step of the verbs that add guardians and staff, which
 * record it.
 * @throws NotFound for somebody of another school
 */
export const personFor = async (tx: Tx<PeopleTables>, school: string, whom: Whom): Promise<string> => {
  if ('person' in whom) {
    const found = await tx
      .selectFrom('person')
      .select('id')
      .where('school_id', '=', school)
      .where('id', '=', whom.person)
      .executeTakeFirstOrThrow(() => new NotFound('person'))
    return found.id
  }
  const { firstName, initials = null, prefix, lastName } = whom.name
  const { id } = await tx
    .insertInto('person')
    .values({ school_id: school, first_name: firstName, initials, prefix, last_name: lastName })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('person_contact')
    .values({ school_id: school, person_id: id, ...contactRow(whom.contact) })
    .execute()
  return id
}
