import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface MigrationTable {
  name: string
  checksum: string
  applied_at: Date
}

interface ReachChangeTable {
  scope_id: string
  xid: Generated<string>
  at: Generated<Date>
}

export interface MigrationTables {
  migration: MigrationTable
}

export interface ReachTables {
  reach_change: ReachChangeTable
}

export const tableCards: TableCards<MigrationTables & ReachTables> = {
  migration: {
    scope: 'installation',
    retention: 'as long as the database',
    erase: 'nothing about people',
    columns: {
      name: 'public: which step of the database was taken',
      checksum: 'public: what it was, so that a changed step is refused',
      applied_at: 'public: when',
    },
  },
  reach_change: {
    scope: 'account',
    retention: 'two days',
    erase: 'gone after two days; opaque ids alone',
    columns: {
      scope_id: "key: the school, or the account, in which something changed that makes somebody's reach",
      xid: 'key: the transaction that changed it',
      at: 'school: when',
    },
  },
}
