import { sql, type Kysely } from 'kysely'
import {
  endSession,
  hashPassword,
  isTaken,
  startSession,
  takeIntoUse,
  type AccountTables,
  type StartedSession,
} from '#modules/accounts/index.ts'
import type { PersonName } from '#modules/people/index.ts'
import { visibleTo } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { enter } from '#platform/db/context.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import type { Answer } from './answer.ts'
import { isVoid, noteTry } from './note-try.ts'
import type { LettersView } from './queries.ts'
import { enterAgain } from './use-letter.ts'

/** About which child the question is asked once more; and the school of the account, when the session holds letters of two. */
export type AskedChild = PersonName & { id: string; birthDateKnown: boolean; onlySchool: string | null }

/**
 * The child of the account's own letter.
 * @throws NotFound when the account has a name and password already, or is that of somebody who works at the school: who
 * reaches many children is invited at the office
 */
export const findAskedChild = async (db: Db<LettersView>, actor: Actor): Promise<AskedChild> => {
  const own = await db
    .selectFrom('account')
    .innerJoin('account_person as tie', 'tie.account_id', 'account.id')
    .where('account.id', '=', actor.account)
    .where('account.login', 'is', null)
    .select(['tie.school_id as school', 'tie.person_id as person'])
    .execute()
  const { rows: working } = await sql`select 1 from staff s where ${holdsToday('s')}
    and (s.school_id, s.person_id) in (select * from unnest(${own.map(({ school }) => school)}::uuid[], ${own.map(({ person }) => person)}::uuid[]))`.execute(
    db,
  )
  const [tie] = own
  if (tie === undefined || working.length > 0) throw new NotFound('choice of a password')
  const child = await visibleTo(db, actor)
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .where('pupil.school_id', '=', tie.school)
    .select([
      'pupil.person_id as id',
      'person.first_name as firstName',
      'person.prefix',
      'person.last_name as lastName',
      'school.name as school',
      sql<boolean>`person.birth_date is not null`.as('birthDateKnown'),
    ])
    .orderBy('person.birth_date')
    .orderBy('pupil.person_id')
    .executeTakeFirstOrThrow(() => new NotFound('choice of a password'))
  const several = new Set(actor.at.map(({ school }) => school)).size > 1
  return { ...child, onlySchool: several ? child.school : null }
}

export type Chosen =
  | { ok: true; session: StartedSession }
  | { ok: false; why: 'wrong' | 'login taken' | 'not each child' }
  | { ok: false; why: 'wait'; seconds: number }

/** With the account more would be seen than the letters of this session opened. */
class Wider extends Error {}

/**
 * Begins an ordinary session in the place of that of letters, in one transaction: with the account no child is seen but those
 * whose letters were answered here. A letter can lie in the hall of the other home, where its question is no riddle.
 */
const startOwnSession = async (tx: Tx<LettersView>, actor: Actor, device: string): Promise<StartedSession> => {
  await endSession(tx, actor, actor.session)
  // As at the door: no session is in use, and none came with a letter.
  await sql`select set_config('app.session', '', true), set_config('app.letter', '', true),
    set_config('app.hat', '', true)`.execute(tx)
  const session = await startSession(tx, actor.account, device, { kind: 'account', factor: false })
  const entered = await enterAgain(tx, session.token)
  if (entered === null || entered.pupils.some((pupil) => !actor.only?.includes(pupil))) throw new Wider()
  return session
}

/**
 * Gives the account of who came with a letter its name and password, after the question once more, and begins an ordinary
 * session in place of the one that the letter began. Other devices that came with a letter stay as they are.
 * @param token of the session in use
 */
export const choosePassword = async (
  db: Kysely<LettersView>,
  token: string,
  answer: Answer,
  choice: { login: string; password: string },
  device: string,
): Promise<Chosen> => {
  const noted = await noteTry(db, hashOf(`choice ${token}`))
  if (noted.waitSeconds > 0) return { ok: false, why: 'wait', seconds: noted.waitSeconds }
  const passwordHash = await hashPassword(choice.password)
  try {
    const session = await db.transaction().execute(async (tx) => {
      const { entered: actor } = await enter(tx, hashOf(token))
      if (actor === null) throw new NotFound('session')
      const child = await findAskedChild(tx, actor)
      if (isVoid(noted) || !(await isRight(tx, actor, child, answer))) return null
      if (!(await takeIntoUse(tx, actor.account, { login: choice.login, passwordHash }))) throw new NotFound('account')
      await record(tx, {
        school: null,
        event: 'letters.password.chosen',
        about: [actor.account],
        payload: {},
        doer: actor,
      })
      return startOwnSession(tx, actor, device)
    })
    return session === null ? { ok: false, why: 'wrong' } : { ok: true, session }
  } catch (error) {
    if (error instanceof Wider) return { ok: false, why: 'not each child' }
    if (isTaken(error)) return { ok: false, why: 'login taken' }
    throw error
  }
}

const isRight = async (
  db: Db<LettersView & AccountTables>,
  actor: Actor,
  child: AskedChild,
  answer: Answer,
): Promise<boolean> => {
  const found = await visibleTo(db, actor)
    .where('pupil.person_id', '=', child.id)
    .select(['pupil.school_id as school', 'person.birth_date as born'])
    .executeTakeFirst()
  if (found === undefined) return false
  if (found.born !== null) return found.born === answer.born
  const { rows } = await sql<{ word: string }>`select word from letter_word where school_id = ${found.school}
    and set_at > app.now() - interval '7 days' order by set_at desc limit 1`.execute(db)
  return answer.word !== null && rows[0]?.word === answer.word
}
