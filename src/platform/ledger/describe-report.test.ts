import { expect, test } from 'vitest'
import type { LedgerReport } from './check-ledger.ts'
import { describeReport, isSound } from './describe-report.ts'
import { installationChain } from './entry.ts'

const whole: LedgerReport = {
  chains: 1,
  entries: 2,
  erased: 1,
  anchors: 3,
  brokenAnchors: [],
  waiting: [],
  faults: [],
}

test('a whole ledger is said in one sentence', () => {
  expect(isSound(whole)).toBe(true)
  expect(describeReport(whole)).toEqual([
    'The ledger is whole: 2 entries in 1 chain compared, 1 with an erased payload, 3 anchors outside the database.',
  ])
})

test('without a single anchor it is said what cannot be seen', () => {
  expect(describeReport({ ...whole, anchors: 0 })[1]).toBe(
    'No anchor was found, so that a tail that was cut off would not show.',
  )
  expect(describeReport({ ...whole, entries: 0, anchors: 0 })).toHaveLength(1)
})

test('entries that wait are told and are no fault', () => {
  const report = { ...whole, waiting: [{ chain: installationChain, entries: 1, since: new Date(0) }] }
  expect(isSound(report)).toBe(true)
  expect(describeReport(report)[1]).toBe(
    'In the chain of the installation, 1 entry waits for a seal since 1970-01-01T00:00:00.000Z.',
  )
})

test('every fault names its row in a sentence of its own', () => {
  const at = { chain: 'c', seq: 7, entry: '12' }
  const report: LedgerReport = {
    ...whole,
    brokenAnchors: ['ledger.jsonl:4'],
    faults: [
      { ...at, part: 'entry' },
      { ...at, part: 'seal missing', entry: null },
      { ...at, part: 'cut', entry: null },
      { chain: 'c', entry: '12', part: 'payload without entry' },
    ],
  }
  expect(isSound(report)).toBe(false)
  expect(describeReport(report)).toEqual([
    'The ledger was tampered with or damaged: 2 entries in 1 chain compared, 1 with an erased payload, 3 anchors outside the database.',
    'In chain c, at seal 7: entry 12 was changed after it was sealed.',
    'In chain c, at seal 7: the seal is missing.',
    'In chain c, at seal 7: the chain ends before this seal, which was anchored; its tail was cut.',
    'In chain c, a payload names entry 12, which is not there.',
    'The anchor at ledger.jsonl:4 cannot be read.',
  ])
})

test('a broken anchor alone is enough not to be sound', () => {
  expect(isSound({ ...whole, brokenAnchors: ['ledger.jsonl:1'] })).toBe(false)
})
