import { sql, type Kysely } from 'kysely'
import { chooseHat, isOwnPerson, joinPerson, leaveUnusedAccount } from '#modules/accounts/index.ts'
import { enter, type Entered } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import type { Answer } from './answer.ts'
import { asHolder, demandChild, enterAgain, putUse, Refused, show, type Opened, type Tables } from './use-letter.ts'

/** The answer is right, and the person cannot go to this account. */
export class NotJoined extends Error {}

/** Who is signed in on this device, if somebody is, and whether the person of a letter is that account's own. */
export type Present = { entered: Entered; owns: boolean }

export const findPresent = (db: Kysely<Tables>, token: string, opened: Opened): Promise<Present | null> =>
  db.transaction().execute(async (tx) => {
    const { entered } = await enter(tx, hashOf(token))
    if (entered === null) return null
    return { entered, owns: await isOwnPerson(tx, { ...opened, account: entered.account }) }
  })

/** An account of one's own can take a child along. That of a pupil is not a parent's, also not on the family's tablet. */
export const mayJoin = (actor: Pick<Entered, 'kind' | 'hats'> | null): boolean =>
  actor?.kind === 'account' && !actor.hats.includes('pupil')

/** Uses a letter in the session that is open: one of letters, or of the account that its person is of. */
export const addToSession = async (tx: Tx<Tables>, codeHash: Buffer, opened: Opened, token: string): Promise<void> => {
  const { entered: present } = await enter(tx, hashOf(token))
  if (present === null) throw new Refused()
  await show(tx, codeHash)
  await putUse(tx, opened, present)
  await demandChild(tx, await enterAsGuardian(tx, token), opened)
}

/**
 * Puts the person of a letter to the account that is signed in on this device, and uses the letter. The account that the school
 * opened for this person, which nobody ever signed in with, stays behind without anybody.
 * @throws NotJoined when the person works or learns at that school, has an account in use, or is another guardian of a child of
 * this account: two homes stay two accounts
 */
export const joinAccount = (
  db: Kysely<Tables>,
  shown: { codeHash: Buffer; answer: Answer },
  token: string,
): Promise<void> =>
  asHolder(db, shown, async (tx, opened) => {
    if (opened === null) throw new Refused()
    if (!opened.joins || !(await leaveUnusedAccount(tx, opened))) throw new NotJoined()
    const { entered: present } = await enter(tx, hashOf(token))
    if (present === null || !mayJoin(present)) throw new NotJoined()
    await show(tx, shown.codeHash)
    await putUse(tx, opened, present)
    await joinPerson(tx, present, opened)
    const entered = await demandChild(tx, await enterAsGuardian(tx, token), opened)
    if (await guardTwice(tx, entered, opened.school)) throw new NotJoined()
    const { school, person, pupil } = opened
    await record(tx, { school, event: 'letters.account.joined', about: [person, pupil], payload: {}, doer: entered })
  })

/** The child is seen under the hat of a guardian, and under no other. */
const enterAsGuardian = async (tx: Tx<Tables>, token: string): Promise<Entered | null> => {
  const entered = await enterAgain(tx, token)
  if (entered === null || entered.hat === 'guardian' || !entered.hats.includes('guardian')) return entered
  await chooseHat(tx, entered, 'guardian')
  return enterAgain(tx, token)
}

/** Whether two persons of this account are guardians of one child, of this letter or another: they would be the parents of two homes. */
const guardTwice = async (tx: Tx<Tables>, { at }: Entered, school: string): Promise<boolean> => {
  const own = at.filter((standing) => standing.school === school).map(({ person }) => person)
  const { rows } = await sql`select g.pupil_id from guardianship g
    where g.school_id = ${school} and g.guardian_id = any (${own}::uuid[])
    group by g.pupil_id having count(distinct g.guardian_id) > 1 limit 1`.execute(tx)
  return rows.length > 0
}
