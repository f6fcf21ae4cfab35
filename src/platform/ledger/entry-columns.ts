import { sql } from 'kysely'

/** The columns of `app.ledger_entry e` as a LedgerEntry, written by PostgreSQL so that no digit is lost. */
export const entryColumns = sql`e.chain_id as chain, e.id::text as id, extract(epoch from e.at)::text as at,
  e.doer_person as "doerPerson", e.doer_account as "doerAccount", e.doer_hat as "doerHat", e.event, e.about,
  encode(e.payload_hash, 'hex') as "payloadHash"`
