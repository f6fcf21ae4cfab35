import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { installationChain, payloadHash } from './entry.ts'
import { tellRecorded } from './recorded.ts'

/** One business event. However many rows a deed touches, it is one event: its `about` names all, its payload says what. */
export type Fact = {
  /** Whose chain; null for the installation's own. */
  readonly school: string | null
  /** Dotted English nouns, the module first: 'roster.import.applied'. */
  readonly event: string
  /** Opaque ids of the people and things it concerns. */
  readonly about: readonly string[]
  /** What was said or changed. Stands apart, and can be erased. */
  readonly payload: Json
  /** Who did it; null when nobody is known yet, as at a failed sign-in. */
  readonly doer: Doer | Pick<Actor, 'account' | 'hat' | 'at'> | null
}

/**
 * Writes one event in the ledger: one statement, in the caller's transaction, waiting for nobody.
 * @throws when the context of the transaction is not the doer's, or may not add to this school's chain
 */
export const record = async <T>(tx: Tx<T>, fact: Fact): Promise<void> => {
  const chain = fact.school ?? installationChain
  const doer = doerOf(fact)
  const salt = randomBytes(16)
  const payload = canonicalJson(fact.payload)
  await sql`with entry as materialized (select nextval('app.ledger_entry_id') as id),
    waiting as (insert into app.ledger_waiting (chain_id, entry_id) select ${chain}::uuid, id from entry),
    payload as (insert into app.ledger_payload (chain_id, entry_id, salt, payload)
      select ${chain}::uuid, id, ${salt}::bytea, ${payload}::json from entry)
    insert into app.ledger_entry (chain_id, id, doer_person, doer_account, doer_hat, event, about, payload_hash)
      select ${chain}::uuid, id, ${doer.person}::uuid, ${doer.account}::uuid, ${doer.hat}::text, ${fact.event}::text,
        ${fact.about}::uuid[], ${payloadHash(salt, payload)}::bytea from entry`.execute(tx)
  tellRecorded()
}

/** A file of a person was opened: written in the transaction that reads it, the one thing a GET may write. */
export const recordRead = <T>(tx: Tx<T>, read: Omit<Fact, 'event' | 'payload'>): Promise<void> =>
  record(tx, { ...read, event: 'people.file.opened', payload: {} })

const doerOf = ({ doer, school }: Fact): { person: string | null; account: string | null; hat: string | null } => {
  if (doer === null) return { person: null, account: null, hat: null }
  if (!('account' in doer)) return { person: null, account: null, hat: doer.hat }
  const person = doer.at.find((standing) => standing.school === school)?.person ?? null
  return { person, account: doer.account, hat: doer.hat }
}
