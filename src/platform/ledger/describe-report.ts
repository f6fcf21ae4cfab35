import { installationChain } from './entry.ts'
import type { ChainFault } from './check-chain.ts'
import type { LedgerFault, LedgerReport } from './check-ledger.ts'

/** Whether nothing was changed, taken away or put in. Entries that wait for their seal are no fault. */
export const isSound = (report: LedgerReport): boolean =>
  report.faults.length === 0 && report.brokenAnchors.length === 0

/** The report as the sentences an operator reads, the verdict first. */
export const describeReport = (report: LedgerReport): string[] => [
  `The ledger ${isSound(report) ? 'is whole' : 'was tampered with or damaged'}: ${count(report.entries, 'entry', 'entries')} in ` +
    `${count(report.chains, 'chain', 'chains')} compared, ${report.erased} with an erased payload, ` +
    `${count(report.anchors, 'anchor', 'anchors')} outside the database.`,
  ...(report.entries > 0 && report.anchors === 0
    ? ['No anchor was found, so that a tail that was cut off would not show.']
    : []),
  ...report.faults.map(describeFault),
  ...report.brokenAnchors.map((line) => `The anchor at ${line} cannot be read.`),
  ...report.waiting.map(
    ({ chain, entries, since }) =>
      `In ${nameOf(chain)}, ${count(entries, 'entry waits', 'entries wait')} for a seal since ${since.toISOString()}.`,
  ),
]

const describeFault = (fault: LedgerFault): string => {
  const chain = nameOf(fault.chain)
  if (fault.part === 'payload without entry')
    return `In ${chain}, a payload names entry ${fault.entry}, which is not there.`
  return `In ${chain}, at seal ${fault.seq}: ${whatHappened[fault.part].replace('entry ?', `entry ${fault.entry}`)}`
}

const whatHappened: Record<ChainFault['part'], string> = {
  entry: 'entry ? was changed after it was sealed.',
  payload: 'the payload or the salt of entry ? was changed.',
  seal: 'the seal of entry ? was changed.',
  'entry or seal': 'entry ? or its seal was changed.',
  'entry missing': 'entry ? is missing.',
  'seal missing': 'the seal is missing.',
  cut: 'the chain ends before this seal, which was anchored; its tail was cut.',
  rewritten: 'the seal is not the one that was anchored; the chain was rewritten there or before.',
}

const nameOf = (chain: string): string =>
  chain === installationChain ? 'the chain of the installation' : `chain ${chain}`

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`
