import { z } from 'zod'
import type { Config } from '#platform/config.ts'
import { defineJob, type AnyJob, type Job } from '#platform/jobs/job.ts'
import { smtpMailer, type Mailer } from '#platform/mail/mailer.ts'
import { checkLedger } from './check-ledger.ts'
import { isSound } from './describe-report.ts'
import { readHeads, type Head } from './heads.ts'
import { findLost } from './seal.ts'

const nothing = z.object({})

/** Every night: the whole ledger against itself and its anchors; and what somebody took out of the line is put back. */
export const checkJob = (anchorFile: string): Job<Record<string, never>> =>
  defineJob({
    name: 'ledger.check',
    data: nothing,
    cron: '20 3 * * *',
    run: async (_data, { db, log }) => {
      const lost = await findLost(db)
      if (lost > 0) log.error('ledger.lost', { count: lost })
      const report = await checkLedger(db, anchorFile)
      if (isSound(report)) log.info('ledger.whole', { count: report.entries })
      else log.error('ledger.damaged', { count: report.faults.length + report.brokenAnchors.length })
    },
  })

/** Every morning: the heads of all chains, to where nobody who keeps the server can change them. */
export const anchorMailJob = (mailer: Mailer, to: readonly string[]): Job<Record<string, never>> =>
  defineJob({
    name: 'ledger.anchor-mail',
    data: nothing,
    cron: '0 6 * * *',
    run: async (_data, { db, clock }) => {
      const at = clock.now().toISOString()
      await mailer.send({
        to,
        subject: `Samenspraak: ledger heads ${at.slice(0, 10)}`,
        text: anchorText(await readHeads(db), at),
      })
    },
  })

/** What is done for the ledger by the calendar; mail only where it is set up. */
export const ledgerJobs = ({ mail, anchorMailTo }: Config, anchorFile: string): readonly AnyJob[] => [
  checkJob(anchorFile),
  ...(mail && anchorMailTo.length > 0 ? [anchorMailJob(smtpMailer(mail), anchorMailTo)] : []),
]

const anchorText = (heads: readonly Head[], at: string): string =>
  [
    'Keep this mail. Each line is the last seal of a chain of the ledger, as the anchor file holds it.',
    'If the chain is ever changed, these lines show it: put them in a file and run the check of the ledger with it.',
    '',
    ...heads.map((head) => JSON.stringify({ ...head, at })),
    '',
  ].join('\n')
