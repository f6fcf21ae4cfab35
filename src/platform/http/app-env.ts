import type { Context } from 'hono'
import type { Kysely, Transaction } from 'kysely'
import type { Entered } from '#platform/db/context.ts'
import type { ReachKeeper } from '#platform/db/reach-keeper.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Health } from '#platform/health.ts'
import type { Log } from '#platform/log.ts'
import type { Lang, Speaks } from '#platform/i18n/lang.ts'
import type { Clock } from '#platform/clock.ts'
import type { Vault } from '#platform/vault.ts'
import type { Assets } from './assets.ts'
import type { NavEntry } from './frame.ts'
import type { FindHinders } from './hinders.ts'
import type { FindOpenItems } from './open-item.ts'
import type { WrongTries } from './wrong-tries.ts'

export type ExampleGroup = {
  title: string
  /** Said where these people are not there yet. */
  note?: string
  /** Shown when the reader asks for them. */
  isFolded?: boolean
  /** The language of its words. */
  lang: Lang
  personas: readonly { login: string; name: string; line: string }[]
}

/** What the program is given once, at start. Every table is owned by a module, so nothing here names one. */
export type House = {
  db: Kysely<never>
  /** What the last requests of each session found in reach. */
  reaches: ReachKeeper
  clock: Clock
  /** Sent cookies carry Secure and the __Host- prefix. */
  secure: boolean
  /** The origin that forms must come from, or null on loopback, where the Host header decides. */
  origin: string | null
  /** Whether the demo's sign-in is offered to a request with these headers. */
  demo: (headers: Headers) => boolean | Promise<boolean>
  /** The people of the demo one can look around as. */
  examples: (lang: Lang) => readonly ExampleGroup[]
  assets: Assets
  nav: readonly NavEntry[]
  /** What each module has that is still open under what a school agreed. */
  openItems: readonly FindOpenItems[]
  /** What each module may have against an agreement that would begin. */
  hinders: readonly FindHinders[]
  health: () => Promise<Pick<Health, 'status'>>
  log: Log
  /** What the database must hold and may not tell. */
  vault: Vault
  /** Whether this installation sends mail. */
  mails: boolean
  /** Where a request comes from. */
  addressOf: (c: AppContext) => string | null
  wrongTries: WrongTries
}

export type Vars = {
  house: House
  requestId: string
  actor: Entered | null
  /** The language of the page: the reader's, or Dutch where the module does not speak that. */
  lang: Lang
  /** The language the reader chose. */
  reader: Lang
  /** Which languages the pages of a route are written in. */
  spokenOn: (route: string) => Speaks
  nonce: string
  /** The token of the session in the reader's cookie; whether it opens anything, only() finds out. */
  session: string | null
  /** The secret in the reader's cookie: of the session, or of the door before signing in. */
  token: string
  tx: Transaction<never> | null
  form: FormBody | null
  answers: Answers
}

export type FormValue = string | File
export type FormBody = ReadonlyMap<string, FormValue>

export type AppEnv = { Variables: Vars }
export type AppContext = Context<AppEnv>

/** The one transaction of this request, for the tables the caller names. */
export const txOf = <Tables>(c: AppContext): Tx<Tables> => {
  if (c.get('tx') === null) throw new Error('this route has no transaction: nobody is signed in')
  return c.get('tx') as unknown as Tx<Tables>
}

/** The pool, for routes that open transactions of their own: the door, before anybody is known. */
export const poolOf = <Tables>(c: AppContext): Kysely<Tables> => c.get('house').db as unknown as Kysely<Tables>

/** The one who is signed in; only() has seen to it that there is one. */
export const actorOf = (c: AppContext): Entered => {
  const actor = c.get('actor')
  if (actor === null) throw new Error('this route is open to anyone: there may be no actor')
  return actor
}
