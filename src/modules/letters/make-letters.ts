import { sql } from 'kysely'
import { openAccounts, type AccountTables } from '#modules/accounts/index.ts'
import { demandKeeper } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshLetters, hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import { alphabet, chanceLetters, codeFrom, firstPasswordLetters, slipKey } from './code.ts'
import { letterDays, type Relation } from './letter.ts'
import type { LetterTables } from './tables.ts'

export type NewLetters = {
  school: string
  to: readonly (Relation & {
    /** The name to sign in with, for a pupil who gets a first password instead of a question. */
    login?: string
  })[]
  via: 'paper' | 'mail'
  /** Also shuts what earlier letters of these relations opened. */
  endDevices?: boolean
}

/** A letter with its code, or its first password, which is shown this once. */
export type MadeLetter = Relation & { code: string; login: string | null }

/**
 * Makes a letter for each relation, in this order. Earlier ones that nobody answered open nothing any more.
 * @param doer keeps the people of this school
 */
export const makeLetters = async (
  tx: Tx<LetterTables & AccountTables>,
  doer: Doer,
  { school, to, via, endDevices = false }: NewLetters,
): Promise<MadeLetter[]> => {
  demandKeeper(doer, school)
  if (to.length === 0) return []
  const accounts = await openAccounts(
    tx,
    school,
    to.map(({ person }) => person),
  )
  const replaced = await endEarlier(tx, school, to, endDevices)
  const made = to.map(({ pupil, person, login = null }): MadeLetter => ({
    pupil,
    person,
    login,
    code:
      login === null ? codeFrom(freshLetters(alphabet, chanceLetters)) : freshLetters(alphabet, firstPasswordLetters),
  }))
  const hashes = made.map(({ login, code }) => hashOf(login === null ? code : slipKey(login, code)).toString('hex'))
  await sql`insert into letter (school_id, pupil_id, person_id, account_id, code_hash, login, via, expires_at)
    select ${school}, n.pupil, n.person, n.account, decode(n.hash, 'hex'), n.login, ${via}::text,
      app.now() + make_interval(days => ${letterDays})
    from unnest(${made.map(({ pupil }) => pupil)}::uuid[], ${made.map(({ person }) => person)}::uuid[],
      ${made.map(({ person }) => accounts.get(person) ?? '')}::uuid[], ${hashes}::text[],
      ${made.map(({ login }) => login)}::text[]) as n (pupil, person, account, hash, login)`.execute(tx)
  await record(tx, {
    school,
    event: 'letters.letters.made',
    about: [...new Set(made.flatMap(({ pupil, person }) => (made.length === 1 ? [pupil, person] : [pupil])))],
    payload: { count: made.length, via, replaced, endDevices },
    doer,
  })
  return made
}

const endEarlier = async (
  tx: Tx<LetterTables>,
  school: string,
  to: readonly Relation[],
  endDevices: boolean,
): Promise<number> => {
  const { rows } = await sql<{ letter_id: string }>`insert into letter_end (school_id, letter_id)
    select l.school_id, l.id from letter l
    join unnest(${to.map(({ pupil }) => pupil)}::uuid[], ${to.map(({ person }) => person)}::uuid[]) as r (pupil, person)
      on l.pupil_id = r.pupil and l.person_id = r.person
    where l.school_id = ${school}
      and not exists (select from letter_end e where e.school_id = l.school_id and e.letter_id = l.id)
      and (${endDevices} or not exists (select from letter_use u where u.school_id = l.school_id and u.letter_id = l.id))
    returning letter_id`.execute(tx)
  return rows.length
}
