import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import type { Installation } from '#platform/installation.ts'
import { anchorKeeper } from '#platform/ledger/anchor-keeper.ts'
import { startSealer } from '#platform/ledger/sealer.ts'
import type { Log } from '#platform/log.ts'

export type Work = { stop(): Promise<void> }

/** Where the heads of the ledger are kept outside the database. */
export const anchorFile = (config: Installation['config']): string =>
  config.ledgerAnchorFile ?? join(config.dataDir, 'anchor', 'ledger.jsonl')

/** What goes on beside the pages: sealing the ledger. */
export const startWork = async ({ db, config }: Installation, log: Log): Promise<Work> => {
  const keeper = anchorKeeper(db, anchorFile(config), systemClock)
  const sealer = startSealer(db, keeper, { onError: (error) => log.error('ledger.sealing', { error }) })
  return { stop: () => sealer.stop() }
}
