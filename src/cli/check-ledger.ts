import { z } from 'zod'
import { checkLedger as compare } from '#platform/ledger/check-ledger.ts'
import { describeReport, isSound } from '#platform/ledger/describe-report.ts'
import { anchorFile } from '../worker.ts'
import { command, done } from './command.ts'
import { noRest } from './options.ts'

export const checkLedger = command({
  name: 'ledger check',
  usage: '',
  about:
    'compares every entry of the ledger with its seal and the heads kept outside the database; exit 2 when one differs',
  options: {},
  args: z.object({}),
  read: (given) => {
    noRest(given)
    return { args: {} }
  },
  run: async ({ db, config }) => {
    const report = await compare(db, anchorFile(config))
    const [verdict = '', ...rest] = describeReport(report)
    const json = { sound: isSound(report), ...report }
    if (isSound(report)) return done(json, [verdict, ...rest])
    return { exit: 2, problem: verdict, lines: rest, json }
  },
})
