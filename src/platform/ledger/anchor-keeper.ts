import { sql, type Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { asTask } from '#platform/db/context.ts'
import { appendAnchors, readAnchors } from './anchor-file.ts'
import { readHeads, type Head } from './heads.ts'

export type AnchorKeeper = {
  /**
   * Adds the heads that moved since they were last anchored.
   * @returns how many
   * @throws AnchorDisagrees, after adding them, when the chains no longer hold what was anchored before
   */
  anchor(): Promise<number>
}

/** A chain was cut or rewritten since its head was anchored; the check of the ledger says where. */
export class AnchorDisagrees extends Error {
  override readonly name = 'AnchorDisagrees'
  constructor(chains: readonly string[]) {
    super(`No longer as anchored: ${chains.join(', ')}.`)
  }
}

/** Keeps the heads of all chains in a file outside the database. */
export const anchorKeeper = <T>(db: Kysely<T>, path: string, clock: Clock): AnchorKeeper => {
  let anchored: Map<string, Head> | null = null
  const known = async (): Promise<Map<string, Head>> =>
    new Map((await readAnchors(path)).anchors.map(({ chain, seq, hash }) => [chain, { chain, seq, hash }]))
  return {
    anchor: async () => {
      anchored ??= await known()
      const seen = anchored
      const changed = await disagreeing(db, [...seen.values()])
      const at = clock.now().toISOString()
      const heads = await readHeads(db)
      const moved = heads.filter((head) => !sameHead(head, seen.get(head.chain)))
      const asLines = (some: readonly Head[]) => some.map((head) => ({ ...head, at }))
      if (moved.length > 0) await appendAnchors(path, asLines(moved), asLines(heads))
      for (const head of moved) seen.set(head.chain, head)
      // Told once: what was anchored and is gone stays in the file, for the check.
      for (const chain of changed) if (!heads.some((head) => head.chain === chain)) seen.delete(chain)
      if (changed.length > 0) throw new AnchorDisagrees(changed)
      return moved.length
    },
  }
}

const sameHead = (one: Head, other: Head | undefined): boolean => one.seq === other?.seq && one.hash === other.hash

const disagreeing = <T>(db: Kysely<T>, heads: readonly Head[]): Promise<string[]> =>
  asTask(db, 'ledger', null, async (tx) => {
    const { rows } = await sql<{ chain: string }>`select a.chain::text as chain
      from unnest(${heads.map(({ chain }) => chain)}::uuid[], ${heads.map(({ seq }) => seq)}::bigint[],
        ${heads.map(({ hash }) => hash)}::text[]) as a (chain, seq, hash)
      left join app.ledger_seal s on s.chain_id = a.chain and s.seq = a.seq
      where encode(s.hash, 'hex') is distinct from a.hash`.execute(tx)
    return rows.map(({ chain }) => chain)
  })
