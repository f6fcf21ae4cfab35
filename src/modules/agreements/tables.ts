import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

type Level = 'school' | 'stage' | 'year' | 'class' | 'subject' | 'pupil'
type Body = 'council' | 'parents' | 'staff' | 'pupils'

interface AgreementTable {
  school_id: string
  id: Generated<string>
  kind: string
  level: Level
  stage: string | null
  year_group: string | null
  group_id: string | null
  class_name: string | null
  subject: string | null
  pupil_id: string | null
  terms: JSONColumnType<Readonly<Record<string, number | string | readonly string[]>>>
  school_line: string
  parents_line: string
  pupils_line: string
  follows: string | null
  written_by: string | null
  written_at: Generated<Date>
}

interface AgreementOfferTable {
  school_id: string
  agreement_id: string
  group_id: string | null
  pupil_id: string | null
  offered_at: Generated<Date>
  offered_by: string | null
}

interface AgreementYesTable {
  school_id: string
  agreement_id: string
  person_id: string
  how: 'tap' | 'mentor'
  said_by: string
  said_at: Generated<Date>
}

interface AgreementLayingTable {
  school_id: string
  id: Generated<string>
  agreement_id: string
  body: Body
  asks: 'consent' | 'advice' | 'unneeded'
  reason: string | null
  laid_on: Generated<string>
  answer_by: string | null
  laid_by: string | null
  laid_at: Generated<Date>
}

interface AgreementAnswerTable {
  school_id: string
  laying_id: string
  outcome: 'yes' | 'no'
  decided_on: string
  minutes: string
  by_council: boolean
  answered_by: string | null
  answered_at: Generated<Date>
}

interface AgreementStartTable {
  school_id: string
  agreement_id: string
  pupil_id: string | null
  starts_on: string
  agreed: ColumnType<readonly unknown[], readonly unknown[], never>
  said_yes: number | null
  asked: number | null
  shown: GeneratedAlways<boolean>
  started_by: string | null
  started_at: Generated<Date>
}

interface AgreementEndTable {
  school_id: string
  id: Generated<string>
  agreement_id: string
  ends_on: string
  replaced_by: string | null
  reason: string | null
  ended_by: string | null
  ended_at: Generated<Date>
}

interface AgreementWithdrawalTable {
  school_id: string
  agreement_id: string
  reason: string
  withdrawn_by: string | null
  withdrawn_at: Generated<Date>
}

interface AgreementSeenTable {
  school_id: string
  agreement_id: string
  person_id: string
  how: Generated<'tap' | 'paper'>
  said_by: string | null
  seen_at: Generated<Date>
}

interface AgreementOpenThemeTable {
  school_id: string
  theme: string
  meanwhile: string
  body: Body
  talked_on: string | null
  written_by: string | null
  written_at: Generated<Date>
}

interface AgreementPollTable {
  school_id: string
  id: Generated<string>
  agreement_id: string
  body: 'parents' | 'staff' | 'pupils'
  question: string
  closes_on: string
  asked_by: string | null
  asked_at: Generated<Date>
}

interface AgreementPollCountTable {
  school_id: string
  poll_id: string
  answer: 'yes' | 'no' | 'unsure'
  number: Generated<number>
  enough: Generated<boolean>
}

interface AgreementPollVoterTable {
  school_id: string
  poll_id: string
  person_id: string
}

interface AgreementKeptTable {
  school_id: string
  id: Generated<string>
  agreement_id: string
  month: string
  person_id: string | null
  kept: number
  total: number
  people: number
  counted_at: Generated<Date>
}

export interface AgreementTables {
  agreement: AgreementTable
  agreement_offer: AgreementOfferTable
  agreement_yes: AgreementYesTable
  agreement_laying: AgreementLayingTable
  agreement_answer: AgreementAnswerTable
  agreement_start: AgreementStartTable
  agreement_end: AgreementEndTable
  agreement_withdrawal: AgreementWithdrawalTable
  agreement_seen: AgreementSeenTable
  agreement_open_theme: AgreementOpenThemeTable
  agreement_poll: AgreementPollTable
  agreement_poll_count: AgreementPollCountTable
  agreement_poll_voter: AgreementPollVoterTable
  agreement_kept: AgreementKeptTable
}

const school = 'key: the school'
const of = 'key: the agreement'
const retention = 'as long as the school, as its record of what was agreed; of one pupil two years after its last day'
const erase = 'of one pupil with that pupil; the rest is the work of the school'
const withIt = 'with the agreement'

export const tableCards: TableCards<AgreementTables> = {
  agreement: {
    scope: 'school',
    retention,
    erase,
    columns: {
      school_id: school,
      id: of,
      kind: 'public: what it is about, a key of the catalogue',
      level: 'public: whether it is for the school, a stage, a year, a class, a subject or one pupil',
      stage: 'public: the stage it is for',
      year_group: 'public: the year it is for',
      group_id: 'key: the class it is for',
      class_name: 'public: what that class was called',
      subject: 'public: the subject it is for',
      pupil_id: 'child: the pupil it is for',
      terms: 'school: the parameters that software keeps',
      school_line: 'school: what the school does; of one pupil that is about the child',
      parents_line: 'school: what parents do',
      pupils_line: 'school: what the pupil does',
      follows: 'key: the version it takes the place of',
      written_by: 'key: who wrote it first',
      written_at: 'school: when',
    },
  },
  agreement_offer: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      agreement_id: of,
      group_id: 'key: the class that is to say yes',
      pupil_id: 'child: the pupil whose family is to say yes',
      offered_at: 'school: since when',
      offered_by: 'key: by whom',
    },
  },
  agreement_yes: {
    scope: 'school',
    retention: 'four hundred days; how many said it stays with the beginning',
    erase: 'gone after four hundred days, and with the person',
    columns: {
      school_id: school,
      agreement_id: of,
      person_id: 'personal: who said yes',
      how: 'personal: with an own tap, or to the mentor',
      said_by: 'key: who wrote it down',
      said_at: 'personal: when',
    },
  },
  agreement_laying: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      id: 'key: the row',
      agreement_id: of,
      body: 'public: the council or a section of it',
      asks: 'public: consent, advice, or not needed',
      reason: 'public: why the school holds that it is not needed',
      laid_on: 'public: the day it was laid before them',
      answer_by: 'school: the last day of the term',
      laid_by: 'key: by whom; for the council and who works at the school',
      laid_at: 'school: when',
    },
  },
  agreement_answer: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      laying_id: 'key: what it answers',
      outcome: 'public: yes or no',
      decided_on: 'public: the day of the decision',
      minutes: 'school: where it stands in the minutes; for the council and who works at the school',
      by_council: 'public: whether somebody with a seat wrote it down, or the school',
      answered_by: 'key: who wrote it down',
      answered_at: 'school: when',
    },
  },
  agreement_start: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      agreement_id: of,
      pupil_id: 'child: the pupil it is for',
      starts_on: 'public: the first day on which it holds',
      agreed: 'public: before whom it lay and what they said, when it began',
      said_yes: 'public: how many said yes in the meeting',
      asked: 'public: of how many; of a class of fewer than five it is told to nobody',
      shown: 'key: whether it stands before everybody; not what is of one pupil, or of a class of fewer than five',
      started_by: 'key: by whom',
      started_at: 'school: when',
    },
  },
  agreement_end: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      id: 'key: the row',
      agreement_id: of,
      ends_on: 'public: the last day on which it holds',
      replaced_by: 'key: the version that took its place',
      reason: 'public: why it ended',
      ended_by: 'key: by whom',
      ended_at: 'school: when',
    },
  },
  agreement_withdrawal: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      agreement_id: of,
      reason: 'school: why it was taken back before it began, for who read it; of one pupil that is about the child',
      withdrawn_by: 'key: by whom',
      withdrawn_at: 'school: when',
    },
  },
  agreement_seen: {
    scope: 'school',
    retention: 'four hundred days',
    erase: 'gone after four hundred days, and with the person',
    columns: {
      school_id: school,
      agreement_id: of,
      person_id: 'personal: who said to have read it',
      how: 'personal: with an own tap, or on paper',
      said_by: 'key: who wrote it down for somebody who read it on paper',
      seen_at: 'personal: when',
    },
  },
  agreement_open_theme: {
    scope: 'school',
    retention: 'until it is agreed, or taken away',
    erase: 'the work of the school',
    columns: {
      school_id: school,
      theme: 'public: about what nothing is agreed yet',
      meanwhile: 'public: what holds until then',
      body: 'public: who decides with the school',
      talked_on: 'public: when it is talked about',
      written_by: 'key: by whom',
      written_at: 'school: when',
    },
  },
  agreement_poll: {
    scope: 'school',
    retention,
    erase: withIt,
    columns: {
      school_id: school,
      id: 'key: the question',
      agreement_id: of,
      body: 'school: the section whose people are asked',
      question: 'school: what is asked',
      closes_on: 'school: the last day to answer',
      asked_by: 'key: the seat that asks',
      asked_at: 'school: when',
    },
  },
  agreement_poll_count: {
    scope: 'school',
    retention,
    erase: 'numbers of nobody in particular',
    columns: {
      school_id: school,
      poll_id: 'key: the question',
      answer: 'school: yes, no or unsure',
      number: 'school: how many answered so',
      enough: 'school: whether ten or more answered, in which case the numbers may be told',
    },
  },
  agreement_poll_voter: {
    scope: 'school',
    retention: 'until thirty days after the last day to answer',
    erase: 'gone after thirty days, and with the person',
    columns: {
      school_id: school,
      poll_id: 'key: the question',
      person_id: 'personal: that somebody answered, never what',
    },
  },
  agreement_kept: {
    scope: 'school',
    retention: 'two years',
    erase: 'the figure of a teacher with the employment; sums are of nobody in particular',
    columns: {
      school_id: school,
      id: 'key: the row',
      agreement_id: of,
      month: 'public: the first day of the month',
      person_id: 'personal: the teacher whose own figure it is, or nobody for the sum',
      kept: 'personal: how often it was kept',
      total: 'personal: of how often it could',
      people: 'public: over how many teachers',
      counted_at: 'school: when',
    },
  },
}
