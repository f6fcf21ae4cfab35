import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface ShowingTable {
  school_id: string
  id: string
  pupil_id: string
  file_id: string
  line: string
  on_day: Generated<string>
  shown_at: Generated<Date>
  placed_by: string | null
}

export interface ShowingTables {
  showing: ShowingTable
}

export const tableCards: TableCards<ShowingTables> = {
  showing: {
    scope: 'school',
    retention: 'until the first of August after it was shown, or until it is taken back',
    erase: 'with the pupil, first of all; the file within an hour after it',
    columns: {
      school_id: 'key: the school',
      id: 'key: the showing',
      pupil_id: 'key: who shows it',
      file_id: 'key: the picture or document',
      line: 'child: the sentence with it',
      on_day: 'child: on which day, one a day',
      shown_at: 'child: when',
      placed_by: 'key: the teacher who placed it for the pupil',
    },
  },
}
