import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { appendAnchors, readAnchors } from './anchor-file.ts'
import { readHeads } from './heads.ts'

export type AnchorKeeper = {
  /** Adds the heads that moved since they were last anchored. @returns how many */
  anchor(): Promise<number>
}

/** Keeps the heads of all chains in a file outside the database. */
export const anchorKeeper = <T>(db: Kysely<T>, path: string, clock: Clock): AnchorKeeper => {
  let anchored: Map<string, string> | null = null
  const known = async (): Promise<Map<string, string>> =>
    new Map((await readAnchors(path)).anchors.map(({ chain, seq, hash }) => [chain, `${seq} ${hash}`]))
  return {
    anchor: async () => {
      anchored ??= await known()
      const seen = anchored
      const at = clock.now().toISOString()
      const all = (await readHeads(db)).map((head) => ({ ...head, at }))
      const moved = all.filter(({ chain, seq, hash }) => seen.get(chain) !== `${seq} ${hash}`)
      if (moved.length > 0) await appendAnchors(path, moved, all)
      for (const { chain, seq, hash } of moved) seen.set(chain, `${seq} ${hash}`)
      return moved.length
    },
  }
}
