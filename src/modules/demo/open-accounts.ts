import type { Kysely } from 'kysely'
import { acceptInvitation, findAccountState, invite, type AccountTables } from '#modules/accounts/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { allOf } from './all-of.ts'
import { leave } from './as-owner.ts'
import type { SchoolKey } from './demo-school.ts'
import type { Passwords } from './passwords.ts'
import { personOf, type PeopleNow } from './people-now.ts'
import { personas, type Persona } from './personas.ts'

type Place = { school: string; key: SchoolKey; people: PeopleNow; passwords: Passwords }

/** Opens the accounts of the cast as a school does: each is invited, and takes the account into use. */
export const openAccounts = async (db: Kysely<AccountTables>, place: Place): Promise<void> => {
  const here = personas.filter(({ school }) => school === place.key)
  await allOf(here.map((persona) => openAccount(db, place, persona)))
}

/** One account, of somebody for whom no button stands on the page of the demo too. */
export const openAccount = async (
  db: Kysely<AccountTables>,
  { school, people, passwords }: Place,
  { login, known }: Pick<Persona, 'login' | 'known'>,
): Promise<void> => {
  const person = personOf(people, known)
  if (person === undefined) return
  const invited = await asOperator(db, school, async (tx) =>
    (await findAccountState(tx, { school, person })) === 'in use'
      ? 'in use'
      : invite(tx, { hat: 'operator', school }, { school, person }),
  )
  if (invited === 'in use') return
  const chosen = { code: invited.code, login, password: passwords.of(login) }
  const accepted = await acceptInvitation(db, chosen, '')
  if (!accepted.ok) throw new Error(`the account of ${login} was not opened: ${accepted.why}`)
  await leave(db, accepted.session.token)
}
