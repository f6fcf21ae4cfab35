import { idOf, type SchoolNumber } from './cast-names.ts'
import { ledgerEntryOf } from './matrix-cast.ts'
import type { Entrance } from './matrix-contexts.ts'
import { guardians, own, s, type Probe, type Row } from './probe.ts'

const entry = (doer: (n: SchoolNumber, actor: Entrance) => Row): Probe => ({
  key: (n) => ({ chain_id: s(n), id: ledgerEntryOf(n) }),
  fresh: (n, actor) => ({
    chain_id: s(n),
    id: 77,
    event: 'test.made',
    about: [idOf(n, 'child')],
    payload_hash: Buffer.alloc(32),
    ...doer(n, actor),
  }),
  column: 'event',
})

/** Rows of which the number of the transaction plays no part: one of today, and one that is over its time. */
const change = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ scope_id: of(n, actor), xid: '1' }),
  old: (n, actor) => ({ scope_id: of(n, actor), xid: actor.hat === 'task' ? '2' : '1' }),
  fresh: (n, actor) => ({ scope_id: of(n, actor) }),
  column: 'at',
})

const ownDeed = (n: SchoolNumber, { person: name, account: id, hat, school }: Entrance): Row => ({
  doer_person: name === null || hat === null || school !== n ? null : idOf(n, name),
  doer_account: id,
  doer_hat: hat,
})

/** What changed somebody’s reach, and the ledger. */
export const houseProbes: Readonly<Record<string, Probe>> = {
  'school-change': change((n) => s(n)),
  'own-change': {
    ...change(own),
    fresh: (n, actor) => ({ scope_id: n === actor.school ? own(n, actor) : idOf(n, 'account of nobody') }),
  },
  'guardian-change': change(guardians),
  entry: entry(ownDeed),
  'forged-entry': entry((n) => ({
    doer_person: idOf(n, 'left-staff'),
    doer_account: idOf(n, 'account left-staff'),
    doer_hat: 'staff',
  })),
  payload: {
    key: (n) => ({ chain_id: s(n), entry_id: ledgerEntryOf(n) }),
    fresh: (n) => ({ chain_id: s(n), entry_id: 78, salt: Buffer.alloc(16), payload: '{}' }),
    column: 'payload',
  },
  seal: {
    key: (n) => ({ chain_id: s(n), seq: 1 }),
    fresh: (n) => ({ chain_id: s(n), seq: 2, entry_id: 79, hash: Buffer.alloc(32) }),
    column: 'hash',
  },
  waiting: {
    key: (n) => ({ chain_id: s(n), entry_id: ledgerEntryOf(n) }),
    fresh: (n) => ({ chain_id: s(n), entry_id: 80 }),
    column: 'entry_id',
  },
}
