import type { TableCards } from '#platform/access/table-cards.ts'

interface MigrationTable {
  name: string
  checksum: string
  applied_at: Date
}

export interface MigrationTables {
  migration: MigrationTable
}

export const tableCards: TableCards<MigrationTables> = {
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
}
