import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

export type Kind = 'homework' | 'test'
export type Way = 'paper' | 'screen' | 'either'

/** What a teacher asks, as it is and as it was. */
interface Asked {
  subject: string | null
  title: string
  details: string | null
  due_on: string
  /** `HH:MM:SS` */
  due_time: string | null
  way: Way | null
  minutes: number | null
}

interface HomeworkTable extends Asked {
  school_id: string
  id: Generated<string>
  group_id: string
  kind: Kind
  set_by: string
  set_at: Generated<Date>
  once: Generated<string>
}

interface HomeworkChangeTable extends Asked {
  school_id: string
  id: Generated<string>
  homework_id: string
  group_id: string
  changed_by: string
  changed_at: Generated<Date>
}

interface HomeworkWithdrawalTable {
  school_id: string
  homework_id: string
  group_id: string
  withdrawn_by: string
  withdrawn_at: Generated<Date>
}

interface HomeworkTickTable {
  school_id: string
  homework_id: string
  group_id: string
  pupil_id: string
  done_at: Generated<Date>
}

interface HomeworkOpenItemTable {
  school_id: string
  homework_id: string
  group_id: string
  group_name: string
  years: string[]
  subject: string | null
  due_on: string
}

export interface HomeworkTables {
  homework: HomeworkTable
  homework_change: HomeworkChangeTable
  homework_withdrawal: HomeworkWithdrawalTable
  homework_tick: HomeworkTickTable
  homework_open_item: HomeworkOpenItemTable
}

const school = 'key: the school'
const retention = 'two years after the day it was for'
const withItem = 'with the homework; the ledger keeps the opaque id'
const asked = {
  subject: 'school: which subject it is for',
  title: 'school: what is to be done, in one line',
  details: 'school: what more there is to say about it',
  due_on: 'school: the day it is for',
  due_time: 'school: when the lesson begins that it is for',
  way: 'school: on paper, on a screen, or either',
  minutes: 'school: about how long it takes',
} as const

export const tableCards: TableCards<HomeworkTables> = {
  homework: {
    scope: 'school',
    retention,
    erase: 'deleted at the end of the term; the ledger keeps the opaque id',
    columns: {
      school_id: school,
      id: 'key: the homework or test',
      group_id: 'key: the group it is for',
      kind: 'school: homework or a test',
      ...asked,
      set_by: 'personal: the teacher who set it',
      set_at: 'personal: when it was set',
      once: 'school: the form it was typed in, so that it is set once',
    },
  },
  homework_change: {
    scope: 'school',
    retention,
    erase: withItem,
    columns: {
      school_id: school,
      id: 'key: the change',
      homework_id: 'key: what was changed',
      group_id: 'key: the group it is for',
      changed_by: 'personal: the teacher who changed it',
      changed_at: 'personal: when it was changed',
      ...asked,
    },
  },
  homework_withdrawal: {
    scope: 'school',
    retention,
    erase: withItem,
    columns: {
      school_id: school,
      homework_id: 'key: what was withdrawn',
      group_id: 'key: the group it was for',
      withdrawn_by: 'personal: the teacher who withdrew it',
      withdrawn_at: 'personal: when it was withdrawn',
    },
  },
  homework_tick: {
    scope: 'school',
    retention: 'sixty days',
    erase: 'deleted by the pupil, or after sixty days; nothing else tells of it',
    columns: {
      school_id: school,
      homework_id: 'key: what is done',
      group_id: 'key: the group it is for',
      pupil_id: 'key: the pupil who says so, and who alone reads it',
      done_at: 'child: when the pupil ticked it',
    },
  },
  homework_open_item: {
    scope: 'school',
    retention: 'until the day it was for',
    erase: 'gone with the homework, and the night after its day; it names nobody',
    columns: {
      school_id: school,
      homework_id: 'key: homework that is only for on a screen',
      group_id: 'key: the group it is for',
      group_name: 'school: how that group was called',
      years: 'school: the years of that group when it was asked',
      subject: asked.subject,
      due_on: asked.due_on,
    },
  },
}
