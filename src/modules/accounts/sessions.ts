import { sql } from 'kysely'
import type { Actor, Hat } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { AccountTables } from './tables.ts'

const visibleTo = (db: Db<AccountTables>, actor: Actor) =>
  db
    .selectFrom('session')
    .where('session.account_id', '=', actor.account)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', sql<Date>`app.now()`)
    // Where else the account is signed in is not for who came with a letter.
    .$if(actor.kind === 'letter', (query) => query.where('session.id', '=', actor.session))

export type OwnSession = {
  id: string
  device: string
  createdOn: string
  /** The day it was last used, as far as it is noted: a session in use is not written with every page. */
  usedOn: string
  kind: 'account' | 'letter'
  /** Whether a second step was shown in it. */
  secondStep: boolean
  /** Whether it was proved within ten minutes who it is. */
  proved: boolean
  current: boolean
}

/** The actor's own sessions that are open, the newest first. */
export const findSessions = async (db: Db<AccountTables>, actor: Actor): Promise<OwnSession[]> => {
  const rows = await visibleTo(db, actor)
    .select([
      'session.id',
      'session.device',
      'session.kind',
      sql<string>`(session.created_at at time zone 'Europe/Amsterdam')::date`.as('createdOn'),
      sql<string>`(greatest(session.created_at, session.expires_at - session.idle) at time zone 'Europe/Amsterdam')::date`.as(
        'usedOn',
      ),
      sql<boolean>`session.factor_at is not null`.as('secondStep'),
      sql<boolean>`session.proved_at > app.now() - interval '10 minutes'`.as('proved'),
    ])
    .orderBy('session.created_at', 'desc')
    .orderBy('session.id')
    .execute()
  return rows.map((row) => ({ ...row, current: row.id === actor.session }))
}

/** Ends one of the actor's own sessions. @throws NotFound for anybody else's, or one that is over */
export const endSession = async (tx: Tx<AccountTables>, actor: Actor, id: string): Promise<void> => {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: sql<Date>`app.now()` })
    .where('account_id', '=', actor.account)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw new NotFound('session')
  await record(tx, { school: null, event: 'accounts.session.ended', about: [actor.account], payload: {}, doer: actor })
}

/** Ends all the actor's sessions but the one in use. */
export const endOtherSessions = async (tx: Tx<AccountTables>, actor: Actor): Promise<number> => {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: sql<Date>`app.now()` })
    .where('account_id', '=', actor.account)
    .where('id', '<>', actor.session)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  await record(tx, {
    school: null,
    event: 'accounts.sessions.ended',
    about: [actor.account],
    payload: { count: ended.length },
    doer: actor,
  })
  return ended.length
}

/** Puts on another of the actor's hats, for this session. @throws Forbidden for a hat the actor does not have */
export const chooseHat = async (tx: Tx<AccountTables>, actor: Actor, hat: Hat): Promise<void> => {
  if (!actor.hats.includes(hat)) throw new Forbidden('not a hat of this account')
  await tx
    .updateTable('session')
    .set({ hat })
    .where('account_id', '=', actor.account)
    .where('id', '=', actor.session)
    .execute()
  await record(tx, {
    school: null,
    event: 'accounts.hat.chosen',
    about: [actor.account],
    payload: { hat },
    doer: actor,
  })
}
