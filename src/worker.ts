import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { purgeReachJob } from '#platform/db/purge-reach-changes.ts'
import type { Installation } from '#platform/installation.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { anchorKeeper } from '#platform/ledger/anchor-keeper.ts'
import { ledgerJobs } from '#platform/ledger/jobs.ts'
import { startSealer } from '#platform/ledger/sealer.ts'
import type { Log } from '#platform/log.ts'
import { modules } from './modules.ts'

export type Work = { stop(): Promise<void> }

/** Where the heads of the ledger are kept outside the database. */
export const anchorFile = (config: Installation['config']): string =>
  config.ledgerAnchorFile ?? join(config.dataDir, 'anchor', 'ledger.jsonl')

const jobsOf = (config: Installation['config']): readonly AnyJob[] => [
  ...ledgerJobs(config, anchorFile(config)),
  purgeReachJob,
  ...modules.flatMap(({ jobs }) => jobs?.(config) ?? []),
]

/** What goes on beside the pages: sealing the ledger, and what is due by the calendar. */
export const startWork = async ({ db, config, connection }: Installation, log: Log): Promise<Work> => {
  const keeper = anchorKeeper(db, anchorFile(config), systemClock)
  const sealer = startSealer(db, keeper, { onError: (error) => log.error('ledger.sealing', { error }) })
  const worker = await startWorker(jobsOf(config), { db, clock: systemClock, log }, connection)
  return {
    stop: async () => {
      await worker.stop()
      await sealer.stop()
    },
  }
}
