import { expect, test } from 'vitest'
import { ChainCheck, type Anchored, type ChainFault, type SealedRow } from './check-chain.ts'
import { firstHash, payloadHash, sealHash, type LedgerEntry } from './entry.ts'

const chain = '6f1c1a52-6a3c-4c43-a3a7-0d7d3c2b1a01'
const salt = Buffer.alloc(16, 7)

const sealedChain = (length: number): SealedRow[] => {
  let hash: Buffer = firstHash
  return Array.from({ length }, (_, index) => {
    const text = `{"n":${index}}`
    const entry: LedgerEntry = {
      chain,
      id: String(100 + index),
      at: `${1763780000 + index}.000000`,
      doerPerson: null,
      doerAccount: null,
      doerHat: 'task',
      event: 'people.group.joined',
      about: [],
      payloadHash: payloadHash(salt, text).toString('hex'),
    }
    hash = sealHash(hash, entry)
    return { seq: index + 1, entryId: entry.id, hash, entry, payload: { salt, text } }
  })
}

const faultsIn = (
  rows: readonly (SealedRow | undefined)[],
  anchored: Anchored = new Map(),
): Omit<ChainFault, 'chain'>[] => {
  const check = new ChainCheck(chain, anchored)
  for (const row of rows) if (row) check.next(row)
  check.end()
  return check.faults.map(({ seq, entry, part }) => ({ seq, entry, part }))
}

const changed = (
  rows: readonly SealedRow[],
  seq: number,
  change: (row: SealedRow) => Partial<SealedRow>,
): SealedRow[] => rows.map((row) => (row.seq === seq ? { ...row, ...change(row) } : row))

const otherEntry = (row: SealedRow): Partial<SealedRow> => ({ entry: row.entry && { ...row.entry, event: 'a.b' } })
const otherHash = (): Partial<SealedRow> => ({ hash: Buffer.alloc(32, 9) })

test('a whole chain has no fault, its last seal anchored or not', () => {
  const rows = sealedChain(5)
  expect(faultsIn(rows)).toEqual([])
  expect(faultsIn(rows, new Map([[5, rows[4]?.hash.toString('hex') ?? '']]))).toEqual([])
  expect(faultsIn([])).toEqual([])
})

test('the seal after a changed row tells whether the entry or the seal was changed', () => {
  const rows = sealedChain(5)
  expect(faultsIn(changed(rows, 3, otherEntry))).toEqual([{ seq: 3, entry: '102', part: 'entry' }])
  expect(faultsIn(changed(rows, 3, otherHash))).toEqual([{ seq: 3, entry: '102', part: 'seal' }])
})

test('for the last row only an anchor can tell', () => {
  const rows = sealedChain(3)
  const anchored = new Map([[3, rows[2]?.hash.toString('hex') ?? '']])
  expect(faultsIn(changed(rows, 3, otherEntry))).toEqual([{ seq: 3, entry: '102', part: 'entry or seal' }])
  expect(faultsIn(changed(rows, 3, otherHash))).toEqual([{ seq: 3, entry: '102', part: 'entry or seal' }])
  expect(faultsIn(changed(rows, 3, otherEntry), anchored)).toEqual([{ seq: 3, entry: '102', part: 'entry' }])
  expect(faultsIn(changed(rows, 3, otherHash), anchored)).toEqual([{ seq: 3, entry: '102', part: 'seal' }])
})

test('two changed rows side by side are both named, and no other', () => {
  const rows = changed(changed(sealedChain(6), 3, otherEntry), 4, otherHash)
  expect(faultsIn(rows).map(({ seq }) => seq)).toEqual([3, 4])
})

test('what is missing is named: an entry by its id, seals by the first place that is empty', () => {
  const rows = sealedChain(6)
  expect(faultsIn(changed(rows, 2, () => ({ entry: null, payload: null })))).toEqual([
    { seq: 2, entry: '101', part: 'entry missing' },
  ])
  expect(faultsIn(rows.filter(({ seq }) => seq !== 2 && seq !== 3))).toEqual([
    { seq: 2, entry: null, part: 'seal missing' },
  ])
  expect(faultsIn(rows.slice(2))).toEqual([{ seq: 1, entry: null, part: 'seal missing' }])
})

test('a payload is compared after a gap too, and its erasure is none', () => {
  const rows = changed(sealedChain(4), 3, () => ({ payload: { salt, text: '{"n":9}' } }))
  expect(faultsIn(rows.filter(({ seq }) => seq !== 2))).toEqual([
    { seq: 2, entry: null, part: 'seal missing' },
    { seq: 3, entry: '102', part: 'payload' },
  ])
  expect(faultsIn(changed(sealedChain(4), 3, () => ({ payload: null })))).toEqual([])
})

test('two rows that claim one place are a fault', () => {
  const rows = sealedChain(3)
  expect(faultsIn([rows[0], rows[1], rows[1], rows[2]])).toEqual([{ seq: 2, entry: '101', part: 'entry or seal' }])
})

test('an anchor beyond the end means a cut tail; another hash at its place, a rewritten chain', () => {
  const rows = sealedChain(4)
  const hash = (seq: number): string => rows[seq - 1]?.hash.toString('hex') ?? ''
  expect(faultsIn(rows.slice(0, 2), new Map([2, 4].map((seq) => [seq, hash(seq)])))).toEqual([
    { seq: 4, entry: null, part: 'cut' },
  ])
  const anchored = new Map([
    [2, hash(2)],
    [3, 'ab'.repeat(32)],
    [4, 'cd'.repeat(32)],
  ])
  expect(faultsIn(rows, anchored)).toEqual([{ seq: 3, entry: null, part: 'rewritten' }])
})
