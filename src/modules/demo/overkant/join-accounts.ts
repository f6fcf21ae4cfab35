import { findAccountState } from '#modules/accounts/index.ts'
import { answerLetter, makeLetters } from '#modules/letters/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { asOwner } from '../as-owner.ts'
import { findPeople } from '../people-now.ts'
import { personas } from '../personas.ts'
import { findSchools } from '../queries.ts'
import { asKeeper, type Db, type Loading, type Step } from '../steps.ts'
import { castFamilies } from './cast-families.ts'
import { castKey } from './people.ts'

/** Parents of the cast who sign in at De Klimboom and have a child here as well, by their address. */
const atBoth = castFamilies.flatMap(({ children: [child], parents }) =>
  parents.flatMap(({ email }) =>
    child !== undefined &&
    email !== null &&
    personas.some(({ school, known }) => school === 'klimboom' && known.as === 'guardian' && known.email === email)
      ? [{ email, pupil: castKey(child.firstName ?? '') }]
      : [],
  ),
)

/** Each answers the letter of this school while signed in, and says yes: the child goes to the account they have. */
export const joinAccounts: Step = async (db, loading) => {
  const elsewhere = (await asOperator(db, null, findSchools)).find(({ key }) => key === 'klimboom')
  if (elsewhere === undefined) return
  const at = { school: elsewhere.id, today: loading.today, year: loading.year }
  const { guardians } = await asOperator(db, elsewhere.id, (tx) => findPeople(tx, at))
  for (const { email, pupil } of atBoth) {
    const person = guardians.get(email)
    if (person === undefined) continue
    const letter = await letterFor(db, loading, { email, pupil })
    if (letter === null) continue
    await asOwner(db, { school: elsewhere.id, person }, { factor: false }, async (token) => {
      const { code, born } = letter
      const shown = { codeHash: hashOf(code), answer: { born, word: null }, join: true }
      const answered = await answerLetter(db, shown, { token, device: '' })
      if (!answered.ok) throw new Error(`the child of ${email} did not go to the account: ${answered.why}`)
    })
  }
}

/** A new letter with the answer to its question; null when this parent signs in here already. */
const letterFor = (
  db: Db,
  loading: Loading,
  { email, pupil: key }: { email: string; pupil: string },
): Promise<{ code: string; born: string } | null> =>
  asKeeper(db, loading, async (tx, people) => {
    const { school } = loading
    const [person, pupil] = [people.guardians.get(email), people.pupils.get(key)]
    if (person === undefined || pupil === undefined) return null
    if ((await findAccountState(tx, { school, person })) === 'in use') return null
    const child = await tx
      .selectFrom('person')
      .select('birth_date as born')
      .where('school_id', '=', school)
      .where('id', '=', pupil)
      .executeTakeFirst()
    const wish = { school, to: [{ pupil, person }], via: 'paper' } as const
    const [made] = await makeLetters(tx, { hat: 'operator', school }, wish)
    const born = child?.born ?? null
    return made === undefined || born === null ? null : { code: made.code, born }
  })
