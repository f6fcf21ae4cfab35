import type { ColumnType, Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

export type AssessmentKind =
  'written' | 'oral' | 'practical' | 'assignment' | 'listening' | 'reading' | 'cito' | 'observation'
export type Scale = 'tenths' | 'words' | 'roman' | 'letters' | 'function' | 'words_only'
export type Dossier = 'progress' | 'exam'
export type ReleaseRule = 'direct' | 'school_days' | 'mon_thu' | 'report' | 'child_first'
export type Reader = 'pupil' | 'guardian'
export type Choice = 'told' | 'self' | 'mentor'

interface AssessmentTable {
  school_id: string
  id: Generated<string>
  group_id: string
  stage: string
  subject: string
  title: string
  kind: AssessmentKind
  scale: Scale
  dossier: Dossier
  weight: number
  period_id: string | null
  made_on: string
  retake_of: string | null
  retakable: boolean
  set_by: string
  set_at: Generated<Date>
  once: Generated<string>
}

interface ResultTable {
  school_id: string
  id: Generated<string>
  assessment_id: string
  group_id: string
  dossier: Dossier
  pupil_id: string
  tenths: number | null
  mark: string | null
  words: string | null
  agreement_id: string | null
  rule: ReleaseRule
  /** `HH:MM:SS` */
  at_time: string
  later: number
  counted: 'school_days' | 'calendar_days'
  waits_by: string | null
  entered_by: string
  entered_at: Generated<Date>
  timed_at: Generated<Date>
  /** 'infinity' is kept as such. */
  pupil_due: ColumnType<Date | number, never, never>
  guardian_due: ColumnType<Date | number, never, never>
  alone_due: ColumnType<Date | number, never, never>
  ended_at: Date | null
  ended_by: string | null
  ended_why: 'changed' | 'withdrawn' | null
}

interface ResultReleaseTable {
  school_id: string
  result_id: string
  reader: Reader
  pupil_id: string
  /** Written and never read. */
  released_at: ColumnType<never, Date | undefined, never>
  released_by: ColumnType<never, string | null, never>
  shown_at: ColumnType<Date | null, never, never>
  reason: string | null
  ended_at: ColumnType<Date | null, never, never>
}

interface ResultTellingTable {
  school_id: string
  id: Generated<string>
  result_id: string
  pupil_id: string
  choice: Choice
  chosen_at: Generated<Date>
  undone_at: Date | null
  talked_at: Date | null
  talked_by: string | null
}

interface ResultPauseTable {
  school_id: string
  id: Generated<string>
  pupil_id: string
  on_from: Generated<string>
  on_until: string
  paused_by: string
  paused_at: Generated<Date>
}

interface ExamChangeTable {
  school_id: string
  id: Generated<string>
  result_id: string
  pupil_id: string
  group_id: string
  tenths: number | null
  mark: string | null
  reason: string
  proposed_by: string
  proposed_at: Generated<Date>
  decided_by: string | null
  decided_at: Date | null
  decision: 'yes' | 'no' | null
}

export interface ResultTables {
  assessment: AssessmentTable
  result: ResultTable
  result_release: ResultReleaseTable
  result_telling: ResultTellingTable
  result_pause: ResultPauseTable
  exam_change: ExamChangeTable
}

const school = 'key: the school'
const retention = 'two years after the pupil left the school'
const withResult = 'with the result; the ledger keeps the opaque id'

export const tableCards: TableCards<ResultTables> = {
  assessment: {
    scope: 'school',
    retention: 'with the results of it',
    erase: 'it names no pupil; deleted when no result of it is left',
    columns: {
      school_id: school,
      id: 'key: the test',
      group_id: 'key: the group it is of',
      stage: 'school: the stage it is of',
      subject: 'school: the subject',
      title: 'school: what it is about',
      kind: 'school: written, oral, practical and so on',
      scale: 'school: in what it is marked',
      dossier: 'school: progress or exam',
      weight: 'school: how often it counts',
      period_id: 'key: the period it counts in',
      made_on: 'school: the day it was made',
      retake_of: 'key: the test it is made again for',
      retakable: 'school: whether a retake is to come',
      set_by: 'personal: the teacher who added it',
      set_at: 'personal: when it was added',
      once: 'school: the form it was typed in, so that it is added once',
    },
  },
  result: {
    scope: 'school',
    retention,
    erase: withResult,
    columns: {
      school_id: school,
      id: 'key: this version of the result',
      assessment_id: 'key: the test',
      group_id: 'key: the group of the test',
      dossier: 'school: progress or exam',
      pupil_id: 'key: the pupil',
      tenths: 'child: the grade, in tenths',
      mark: 'child: a letter, a level, or that it is still to be made',
      words: 'child: what the teacher says about it',
      agreement_id: 'key: the agreement about showing results on the day it was entered',
      rule: 'school: what was agreed: when results are shown',
      at_time: 'school: what was agreed: at which time',
      later: 'school: what was agreed: how many days later at home',
      counted: 'school: what was agreed: days with lessons, or days of the calendar',
      waits_by: 'key: the agreement by which too low a grade waits for the retake',
      entered_by: 'personal: the teacher who entered it',
      entered_at: 'personal: when it was entered',
      timed_at: 'school: when its moments were last reckoned',
      pupil_due: 'child: from when the pupil may know',
      guardian_due: 'child: from when it may be known at home',
      alone_due: 'child: the same, as if nothing was made again',
      ended_at: 'personal: when it was changed or withdrawn',
      ended_by: 'personal: who changed or withdrew it',
      ended_why: 'school: changed or withdrawn',
    },
  },
  result_release: {
    scope: 'school',
    retention,
    erase: withResult,
    columns: {
      school_id: school,
      result_id: 'key: the version that is known',
      reader: 'school: to the pupil, or at home',
      pupil_id: 'key: the pupil',
      released_at: 'child: when that was written down; for the rules alone, read by nobody',
      released_by:
        'personal: the pupil or teacher who showed it, nobody when the clock did; for the rules alone, read by nobody',
      shown_at: 'child: when a teacher showed it earlier or told the child',
      reason: 'child: why a teacher showed it earlier',
      ended_at: 'child: when it was withdrawn, and gone for pupil and home',
    },
  },
  result_telling: {
    scope: 'school',
    retention,
    erase: withResult,
    columns: {
      school_id: school,
      id: 'key: the choice',
      result_id: 'key: the result it is about',
      pupil_id: 'key: the pupil who chose',
      choice: 'child: told it, will tell it, or wants to talk first',
      chosen_at: 'child: when the pupil chose',
      undone_at: 'child: when the pupil took it back',
      talked_at: 'child: when the mentor talked with the pupil',
      talked_by: 'personal: the mentor who did',
    },
  },
  result_pause: {
    scope: 'school',
    retention: 'sixty days after its last day',
    erase: 'gone after sixty days; the ledger keeps the opaque id',
    columns: {
      school_id: school,
      id: 'key: the pause',
      pupil_id: 'key: the pupil who cannot look',
      on_from: 'child: from which day',
      on_until: 'child: until which day',
      paused_by: 'personal: the teacher who wrote it down',
      paused_at: 'personal: when',
    },
  },
  exam_change: {
    scope: 'school',
    retention,
    erase: withResult,
    columns: {
      school_id: school,
      id: 'key: the proposal',
      result_id: 'key: the version that is to be replaced',
      pupil_id: 'key: the pupil',
      group_id: 'key: the group of the test',
      tenths: 'child: the grade it is to become',
      mark: 'child: the letter it is to become',
      reason: 'child: why',
      proposed_by: 'personal: who proposes it',
      proposed_at: 'personal: when',
      decided_by: 'personal: who decided, somebody else',
      decided_at: 'personal: when',
      decision: 'school: yes or no',
    },
  },
}
