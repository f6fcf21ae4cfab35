import { sql, type Kysely } from 'kysely'
import { asTask } from '#platform/db/context.ts'

/** The last seal of a chain; `hash` in hexadecimal. */
export type Head = { readonly chain: string; readonly seq: number; readonly hash: string }

/** The heads of all chains, found without reading the chains. */
export const readHeads = <T>(db: Kysely<T>): Promise<Head[]> =>
  asTask(db, 'ledger', null, async (tx) => {
    const { rows } = await sql<Head>`with recursive chains as (
        (select chain_id from app.ledger_seal order by chain_id limit 1)
        union all
        select (select s.chain_id from app.ledger_seal s where s.chain_id > c.chain_id order by s.chain_id limit 1)
        from chains c where c.chain_id is not null)
      select chains.chain_id as chain, head.seq, head.hash from chains
      cross join lateral (select seq, encode(hash, 'hex') as hash from app.ledger_seal s
        where s.chain_id = chains.chain_id order by seq desc limit 1) head`.execute(tx)
    return rows
  })
