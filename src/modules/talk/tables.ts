import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface TalkQuestionOffTable {
  school_id: string
  id: Generated<string>
  person_id: string
  since: Generated<Date>
  ended_at: Date | null
}

export interface TalkTables {
  talk_question_off: TalkQuestionOffTable
}

export const tableCards: TableCards<TalkTables> = {
  talk_question_off: {
    scope: 'school',
    retention: 'as long as the person is a guardian at the school',
    erase: 'with the person; the ledger keeps the opaque id',
    columns: {
      school_id: 'key: the school',
      id: 'key: this time that it was off',
      person_id: 'key: the guardian who does not want the question',
      since: 'personal: when it was switched off',
      ended_at: 'personal: when it was switched on again',
    },
  },
}
