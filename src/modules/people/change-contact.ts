import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { contactRow } from './contact-row.ts'
import type { Contact } from './person.ts'
import type { PeopleTables } from './tables.ts'

/** Replaces what is known to reach a person. The ledger says which parts changed, never what they were. */
export const changeContact = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, person, contact }: { school: string; person: string; contact: Contact },
): Promise<void> => {
  demandKeeper(doer, school)
  const before = await tx
    .selectFrom('person')
    .leftJoin('person_contact as c', (join) =>
      join.onRef('c.school_id', '=', 'person.school_id').onRef('c.person_id', '=', 'person.id'),
    )
    .select(['c.email', 'c.phone', 'c.street', 'c.postal_code', 'c.city', 'c.language', 'c.contact_name'])
    .where('person.school_id', '=', school)
    .where('person.id', '=', person)
    .executeTakeFirstOrThrow(() => new NotFound('person'))
  const row = contactRow(contact)
  const was = new Map<string, string | null>(Object.entries(before))
  const changed = Object.entries(row).flatMap(([name, value]) => (was.get(name) === value ? [] : [name]))
  if (changed.length === 0) return
  await tx
    .insertInto('person_contact')
    .values({ school_id: school, person_id: person, ...row })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id']).doUpdateSet(row))
    .execute()
  await record(tx, { school, event: 'people.contact.changed', about: [person], payload: { changed }, doer })
}
