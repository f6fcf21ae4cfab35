import { sql, type Kysely } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { readAnchors, type Anchor } from './anchor-file.ts'
import { ChainCheck, type Anchored, type ChainFault, type SealedRow } from './check-chain.ts'
import { entryColumns } from './entry-columns.ts'
import type { LedgerEntry } from './entry.ts'

export type LedgerFault =
  ChainFault | { readonly chain: string; readonly entry: string; readonly part: 'payload without entry' }

/** Entries that were committed longer ago than the sealer needs. */
export type Waiting = { readonly chain: string; readonly entries: number; readonly since: Date }

export type LedgerReport = {
  readonly chains: number
  readonly entries: number
  /** Entries whose payload was erased; they verify like the others. */
  readonly erased: number
  readonly anchors: number
  readonly brokenAnchors: readonly string[]
  readonly waiting: readonly Waiting[]
  readonly faults: readonly LedgerFault[]
}

const pageSize = 1000
const mostFaults = 1000

/**
 * Reads every chain from its first seal to its last, in one snapshot and in pages, and recomputes all that was hashed.
 * @param anchorFile where heads were anchored; null when there is no such file to compare with
 * @returns at most a thousand faults per chain
 */
export const checkLedger = async <T>(db: Kysely<T>, anchorFile: string | null): Promise<LedgerReport> => {
  const { anchors, broken } = anchorFile === null ? { anchors: [], broken: [] } : await readAnchors(anchorFile)
  const byChain = anchorsByChain(anchors)
  return inSnapshot(db, async (tx) => {
    const report = { chains: 0, entries: 0, erased: 0, anchors: anchors.length, brokenAnchors: broken }
    const faults: LedgerFault[] = []
    for (const chain of new Set([...(await chainsOf(tx)), ...byChain.keys()])) {
      const check = await checkChain(tx, chain, byChain.get(chain) ?? new Map<number, string>())
      report.chains += 1
      report.entries += check.entries
      report.erased += check.erased
      faults.push(...check.faults.slice(0, mostFaults))
    }
    faults.push(...(await strayPayloads(tx)))
    return { ...report, waiting: await waitingIn(tx), faults }
  })
}

const inSnapshot = <T, R>(db: Kysely<T>, run: (tx: Tx<T>) => Promise<R>): Promise<R> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select app.act_as_task('ledger')`.execute(tx)
      return run(tx)
    })

const anchorsByChain = (anchors: readonly Anchor[]): Map<string, Map<number, string>> => {
  const byChain = new Map<string, Map<number, string>>()
  for (const { chain, seq, hash } of anchors) {
    const own = byChain.get(chain) ?? new Map<number, string>()
    byChain.set(chain, own)
    // The oldest word on a seal counts: a later one may be the forger's.
    if (!own.has(seq)) own.set(seq, hash)
  }
  return byChain
}

const chainsOf = async <T>(tx: Tx<T>): Promise<string[]> => {
  const { rows } = await sql<{
    chain: string
  }>`select chain_id as chain from app.ledger_seal group by 1 order by 1`.execute(tx)
  return rows.map(({ chain }) => chain)
}

type PageRow = LedgerEntry & { seq: number; entryId: string; hash: Buffer; salt: Buffer | null; text: string | null }

const checkChain = async <T>(tx: Tx<T>, chain: string, anchored: Anchored): Promise<ChainCheck> => {
  const check = new ChainCheck(chain, anchored)
  for (let after = Number.MIN_SAFE_INTEGER, full = true; full;) {
    const page = await readPage(tx, chain, after)
    for (const row of page) check.next(row)
    after = page.at(-1)?.seq ?? after
    full = page.length === pageSize
  }
  check.end()
  return check
}

const readPage = async <T>(tx: Tx<T>, chain: string, after: number): Promise<SealedRow[]> => {
  const { rows } =
    await sql<PageRow>`select s.seq, s.entry_id::text as "entryId", s.hash, p.salt, p.payload::text as text,
      ${entryColumns}
    from (select chain_id, seq, entry_id, hash from app.ledger_seal
      where chain_id = ${chain}::uuid and seq > ${after}::bigint order by seq limit ${pageSize}) s
    left join app.ledger_entry e on e.chain_id = s.chain_id and e.id = s.entry_id
    left join app.ledger_payload p on p.chain_id = s.chain_id and p.entry_id = s.entry_id
    order by s.seq`.execute(tx)
  return rows.map(({ seq, entryId, hash, salt, text, ...entry }) => ({
    seq,
    entryId,
    hash,
    // A left join without its row gives nulls, which the type of the row does not say.
    entry: (entry.id as string | null) === null ? null : entry,
    payload: salt === null || text === null ? null : { salt, text },
  }))
}

const strayPayloads = async <T>(tx: Tx<T>): Promise<LedgerFault[]> => {
  const { rows } = await sql<{ chain: string; entry: string }>`select p.chain_id as chain, p.entry_id::text as entry
    from app.ledger_payload p
    where not exists (select from app.ledger_entry e where e.chain_id = p.chain_id and e.id = p.entry_id)
    order by 1, 2 limit ${mostFaults}`.execute(tx)
  return rows.map((row) => ({ ...row, part: 'payload without entry' }))
}

const waitingIn = async <T>(tx: Tx<T>): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`select e.chain_id as chain, count(*) as entries, min(e.at) as since
    from app.ledger_entry e
    where e.at < app.now() - interval '5 minutes'
      and not exists (select from app.ledger_seal s where s.chain_id = e.chain_id and s.entry_id = e.id)
    group by 1 order by 1`.execute(tx)
  return rows
}
