import { sql, type Kysely } from 'kysely'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { entryColumns } from './entry-columns.ts'
import { firstHash, sealHash, type LedgerEntry } from './entry.ts'

const mostAtOnce = 1000

/**
 * Seals what is committed and not sealed yet, chain by chain. Several processes may do so at once: per chain they wait
 * for each other, and no writer ever waits for them.
 * @returns how many entries were sealed
 */
export const sealWaiting = async <T>(db: Kysely<T>): Promise<number> => {
  const chains = await asTask(db, 'ledger', null, async (tx) => {
    const { rows } = await sql<{ chain: string }>`select distinct chain_id as chain from app.ledger_waiting`.execute(tx)
    return rows.map(({ chain }) => chain)
  })
  let sealed = 0
  for (const chain of chains) {
    let batch: number
    do {
      batch = await asTask(db, 'ledger', null, (tx) => sealBatch(tx, chain))
      sealed += batch
    } while (batch === mostAtOnce)
  }
  return sealed
}

// The lock comes first: the statements after it see all that the sealer before us committed.
const sealBatch = async <T>(tx: Tx<T>, chain: string): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('ledger ' || ${chain}::text, 0))`.execute(tx)
  const { rows: entries } = await sql<LedgerEntry>`select ${entryColumns} from app.ledger_waiting w
    join app.ledger_entry e on e.chain_id = w.chain_id and e.id = w.entry_id
    where w.chain_id = ${chain}::uuid and not exists (
      select from app.ledger_seal s where s.chain_id = w.chain_id and s.entry_id = w.entry_id)
    order by w.entry_id limit ${mostAtOnce}`.execute(tx)
  const head = await chainHead(tx, chain)
  let hash = head.hash
  const hashes = entries.map((entry) => (hash = sealHash(hash, entry)).toString('hex'))
  const ids = entries.map(({ id }) => id)
  await sql`insert into app.ledger_seal (chain_id, seq, entry_id, hash)
    select ${chain}::uuid, ${head.seq}::bigint + n, id, decode(hash, 'hex')
    from unnest(${ids}::bigint[], ${hashes}::text[]) with ordinality as sealed (id, hash, n)`.execute(tx)
  await sql`delete from app.ledger_waiting where chain_id = ${chain}::uuid and entry_id = any (${ids}::bigint[])`.execute(
    tx,
  )
  if (entries.length < mostAtOnce) await dropForged(tx, chain)
  return entries.length
}

// A row that names an entry sealed before is of nobody's making but a forger's; it would be looked at for ever.
const dropForged = <T>(tx: Tx<T>, chain: string): Promise<unknown> =>
  sql`delete from app.ledger_waiting w where chain_id = ${chain}::uuid and exists (
    select from app.ledger_seal s where s.chain_id = w.chain_id and s.entry_id = w.entry_id)`.execute(tx)

const chainHead = async <T>(tx: Tx<T>, chain: string): Promise<{ seq: number; hash: Buffer }> => {
  const { rows } = await sql<{ seq: number; hash: Buffer }>`select seq, hash from app.ledger_seal
    where chain_id = ${chain}::uuid order by seq desc limit 1`.execute(tx)
  return rows[0] ?? { seq: 0, hash: firstHash }
}

/** Puts back in line what was written but neither sealed nor waiting, which only happens when somebody took it out. */
export const findLost = <T>(db: Kysely<T>): Promise<number> =>
  asTask(db, 'ledger', null, async (tx) => {
    const { numAffectedRows } = await sql`insert into app.ledger_waiting (chain_id, entry_id)
      select e.chain_id, e.id from app.ledger_entry e
      where not exists (select from app.ledger_seal s where s.chain_id = e.chain_id and s.entry_id = e.id)
      on conflict do nothing`.execute(tx)
    return Number(numAffectedRows ?? 0)
  })
