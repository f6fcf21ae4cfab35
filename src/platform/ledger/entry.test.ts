import { expect, test } from 'vitest'
import { entryText, firstHash, payloadHash, sealHash, type LedgerEntry } from './entry.ts'

const entry: LedgerEntry = {
  chain: '6f1c1a52-6a3c-4c43-a3a7-0d7d3c2b1a01',
  id: '42',
  at: '1763780000.123456',
  doerPerson: null,
  doerAccount: 'a3b0d6c2-93d3-4b57-8d3e-0a4f6f1f2b02',
  doerHat: 'staff',
  event: 'roster.import.applied',
  about: ['0b7e5a34-4a56-4f0c-9d58-5d1a2c3e4f03'],
  payloadHash: 'ab'.repeat(32),
}

// Fixed for ever: a change here breaks every chain that was sealed before it.
test('the bytes of an entry and the first seal are as they have always been', () => {
  expect(entryText(entry)).toBe(
    '[1,"6f1c1a52-6a3c-4c43-a3a7-0d7d3c2b1a01","42","1763780000.123456",null,' +
      '"a3b0d6c2-93d3-4b57-8d3e-0a4f6f1f2b02","staff","roster.import.applied",' +
      `["0b7e5a34-4a56-4f0c-9d58-5d1a2c3e4f03"],"${'ab'.repeat(32)}"]`,
  )
  expect(sealHash(firstHash, entry).toString('hex')).toBe(
    '13dc6b823a799008d8ecd2a942c1be0ac7ccad1f1a2bedc7df286754aad57722',
  )
})

test('each field of an entry and the seal before it change the seal', () => {
  const changed: Partial<LedgerEntry>[] = [
    { chain: 'x' },
    { id: '43' },
    { at: '1763780000.123457' },
    { doerPerson: 'x' },
    { doerAccount: null },
    { doerHat: 'pupil' },
    { event: 'roster.import.undone' },
    { about: [] },
    { payloadHash: 'aa'.repeat(32) },
  ]
  expect(changed.flatMap(Object.keys).sort()).toEqual(Object.keys(entry).sort())
  const seals = [entry, ...changed.map((change) => ({ ...entry, ...change }))].map((each) => sealHash(firstHash, each))
  seals.push(sealHash(Buffer.alloc(32, 1), entry))
  expect(new Set(seals.map((seal) => seal.toString('hex'))).size).toBe(changed.length + 2)
})

test('the same payload hashes otherwise under another salt', () => {
  const one = payloadHash(Buffer.alloc(16, 1), '{"reason":"sick"}')
  expect(one).toHaveLength(32)
  expect(one).toEqual(payloadHash(Buffer.alloc(16, 1), '{"reason":"sick"}'))
  expect(one).not.toEqual(payloadHash(Buffer.alloc(16, 2), '{"reason":"sick"}'))
})
