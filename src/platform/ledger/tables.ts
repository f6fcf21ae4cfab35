import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface LedgerEntryTable {
  chain_id: string
  id: number
  at: Generated<Date>
  doer_person: string | null
  doer_account: string | null
  doer_hat: string | null
  event: string
  about: string[]
  payload_hash: Buffer
}

interface LedgerPayloadTable {
  chain_id: string
  entry_id: number
  salt: Buffer
  payload: unknown
}

interface LedgerSealTable {
  chain_id: string
  seq: number
  entry_id: number
  hash: Buffer
}

interface LedgerWaitingTable {
  chain_id: string
  entry_id: number
}

export interface LedgerTables {
  ledger_entry: LedgerEntryTable
  ledger_payload: LedgerPayloadTable
  ledger_seal: LedgerSealTable
  ledger_waiting: LedgerWaitingTable
}

const chain = 'key: the school whose chain it is, or the nil uuid for the installation'
const entry = 'key: the entry'
const twoYears = 'two years after leaving'
const stays = 'stays: opaque ids that lead nowhere once the person is erased'

export const tableCards: TableCards<LedgerTables> = {
  ledger_entry: {
    scope: 'school',
    retention: twoYears,
    erase: stays,
    columns: {
      chain_id: chain,
      id: entry,
      at: 'personal: when it was done',
      doer_person: 'personal: who did it, as an opaque id',
      doer_account: 'personal: the account used, as an opaque id',
      doer_hat: 'personal: the hat worn',
      event: 'personal: what was done',
      about: 'child: whom it concerns, as opaque ids',
      payload_hash: 'secret: proof of the payload, of no use without its salt',
    },
  },
  ledger_payload: {
    scope: 'school',
    retention: twoYears,
    erase: 'deleted by the erasure of any person it speaks of',
    columns: {
      chain_id: chain,
      entry_id: entry,
      salt: 'secret: keeps a short payload from being guessed by its hash',
      payload: 'child: what was said or changed',
    },
  },
  ledger_seal: {
    scope: 'school',
    retention: twoYears,
    erase: stays,
    columns: { chain_id: chain, seq: 'key: the place in the chain', entry_id: entry, hash: 'school: the proof' },
  },
  ledger_waiting: {
    scope: 'school',
    retention: 'until it is sealed, some seconds',
    erase: 'with its seal',
    columns: { chain_id: chain, entry_id: entry },
  },
}
