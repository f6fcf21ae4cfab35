import type { MiddlewareHandler } from 'hono'
import type { Kysely, Transaction } from 'kysely'
import type { Rule } from '#platform/access/rules.ts'
import { enter, keepSession, type AskAlong, type Entered } from '#platform/db/context.ts'
import { noKeeper } from '#platform/db/reach-keeper.ts'
import { NotFound, Owing } from '#platform/errors.ts'
import type { AppContext, AppEnv } from './app-env.ts'
import { readForm } from './body.ts'
import { demandOwnForm } from './csrf.ts'
import { settleLanguage } from './language.ts'
import { hashOf } from './secrets.ts'

export type RouteOptions = {
  /** Bytes of the body at most, for whom the rule lets in; 1 MB unless the route takes a file. */
  upload?: number
  /** A GET that opens a person's file writes one row in the ledger. Nothing else may write on a GET. */
  logsRead?: true
  /** At the door nobody is known: the route opens transactions of its own, for who shows a password or a code. */
  door?: true
  /** Questions that need nothing but who asks: sent together with putting on a kept reach, found in `answers`. */
  along?: AskAlongPage
  /** Also for who has to take the second step first: that step itself, the account, the way out. */
  owing?: true
  /** What was written stays when the answer is a refusal: a wrong try must count. Such a route writes nothing else before it. */
  keepsTries?: true
}

/** What a page asks that needs nothing but who asks, and what was asked for. */
export type AskAlongPage = (known: Entered, c: AppContext) => ReturnType<AskAlong>

export type RuledHandler = MiddlewareHandler<AppEnv> & { rule: string; logsRead: boolean }

const oneMegabyte = 1_048_576
const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD'

/**
 * How much of a body is read: as much as the route allows, for whom its rule lets in. Of anybody else no more than a form, or
 * who may not send a file at all could fill the memory with them.
 */
const bytesOf = async (c: AppContext, rule: Rule, { upload = oneMegabyte }: RouteOptions): Promise<number> => {
  const token = c.get('session')
  if (upload <= oneMegabyte || token === null) return oneMegabyte
  const db = c.get('house').db as unknown as Kysely<unknown>
  const { entered } = await db
    .transaction()
    .setAccessMode('read only')
    .execute((tx: Transaction<unknown>) => enter(tx, hashOf(token)))
  return !isOwing(entered) && rule(entered) ? upload : oneMegabyte
}

/** Thrown and caught here alone: an answer that refuses keeps nothing of what was written before it. */
class Undo extends Error {}

/** Whether all this reader could do waits for the second step. */
export const isOwing = (actor: Entered | null): boolean => actor !== null && actor.hat === null && actor.owes !== null

const answer = async (c: AppContext, rule: Rule, options: RouteOptions, next: () => Promise<void>): Promise<void> => {
  if (options.owing !== true && isOwing(c.get('actor'))) throw new Owing()
  if (!rule(c.get('actor'))) throw new NotFound('route')
  await next()
  if (c.error) throw c.error
  if (c.res.status >= 400 && options.keepsTries !== true) throw new Undo()
}

const inTransaction = async (
  c: AppContext,
  token: string,
  readOnly: boolean,
  along: AskAlongPage | undefined,
  run: () => Promise<void>,
): Promise<void> => {
  const db = c.get('house').db as unknown as Kysely<unknown>
  let grown = false
  const builder = readOnly ? db.transaction().setAccessMode('read only') : db.transaction()
  await builder.execute(async (tx: Transaction<unknown>) => {
    // Who changes something is judged anew.
    const keeper = readOnly ? c.get('house').reaches : noKeeper
    const { entered, answers, grows } = await enter(tx, hashOf(token), keeper, along && ((known) => along(known, c)))
    c.set('actor', entered)
    c.set('answers', answers)
    if (entered) settleLanguage(c, entered.language)
    c.set('tx', entered ? (tx as unknown as Transaction<never>) : null)
    await run()
    grown = grows
  })
  if (grown) await keepSession(db, hashOf(token))
}

/**
 * Names the rule of a route, and gives it what a request needs: the form, read once and proven to be from our own page;
 * the actor; and one transaction, read only on GET, that is kept only when the answer is not a refusal.
 * @param rule who may use the route at all; for anybody else it does not exist
 */
export const only = (rule: Rule, options: RouteOptions = {}): RuledHandler => {
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    const safe = isSafe(c.req.method)
    const token = c.get('session')
    settleLanguage(c, c.get('reader'))
    if (!safe) {
      c.set('form', await readForm(c, await bytesOf(c, rule, options)))
      demandOwnForm(c)
    }
    try {
      if (token === null || options.door === true) await answer(c, rule, options, next)
      else
        await inTransaction(c, token, safe && options.logsRead !== true, options.along, () =>
          answer(c, rule, options, next),
        )
    } catch (error) {
      if (!(error instanceof Undo)) throw error
    }
  }
  return Object.assign(guard, { rule: rule.name, logsRead: options.logsRead === true })
}
