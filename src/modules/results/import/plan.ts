import type { AssessmentKind, Dossier, Scale } from '../tables.ts'
import type { Nameable } from './pupil-names.ts'

/** What a plan is held against: the group as it is now. */
export type Situation = {
  stage: string
  /** The days between which a test can lie. */
  first: string
  last: string
  pupils: readonly Nameable[]
  tests: readonly KnownTest[]
}

/** A test of the group, with what counts now for each pupil. */
export type KnownTest = {
  id: string
  subject: string
  title: string
  kind: AssessmentKind
  scale: Scale
  dossier: Dossier
  weight: number
  madeOn: string
  retakeOf: string | null
  results: readonly Counting[]
}

export type Counting = { pupil: string; id: string; tenths: number | null; mark: string | null; words: string | null }

/** What holds for lines that do not say it themselves. */
export type Defaults = { subject: string; madeOn: string }

export type RefusalCode =
  | 'ragged'
  | 'tooLong'
  | 'pupilMissing'
  | 'pupilUnknown'
  | 'pupilsMore'
  | 'subjectMissing'
  | 'subjectLong'
  | 'testMissing'
  | 'testLong'
  | 'weightWrong'
  | 'dayWrong'
  | 'dayFar'
  | 'kindUnknown'
  | 'gradeWrong'
  | 'wordsLong'
  | 'exam'
  | 'retake'
  | 'testsMore'
  | 'otherWeight'
  | 'otherKind'
  | 'double'

/** A line, or one cell of it, that is not read in, and why. `found` is what stands there. */
export type Refusal = { line: number; code: RefusalCode; found: string; wanted: string; scale: Scale | null }

export type PlannedResult = {
  line: number
  pupil: string
  name: string
  tenths: number | null
  mark: string | null
  words: string | null
  /** What counts now: it ends, or is the same. */
  before: Counting | null
  change: 'new' | 'changed' | 'same'
}

export type PlannedTest = {
  /** Null for a test that is to be made. */
  id: string | null
  subject: string
  title: string
  kind: AssessmentKind
  scale: Scale
  weight: number
  madeOn: string
  results: readonly PlannedResult[]
}

/** Everything that reading in would do, and what it would not. */
export type Plan = {
  tests: readonly PlannedTest[]
  refused: readonly Refusal[]
  /** Cells without a grade. */
  empty: number
  skipped: readonly string[]
}

export type PlanCounts = {
  tests: number
  added: number
  changed: number
  same: number
  refused: number
}

export const countsOf = ({ tests, refused }: Plan): PlanCounts => {
  const all = tests.flatMap(({ results }) => results)
  const of = (change: PlannedResult['change']): number => all.filter((one) => one.change === change).length
  return {
    tests: tests.filter(({ id }) => id === null).length,
    added: of('new'),
    changed: of('changed'),
    same: of('same'),
    refused: refused.length,
  }
}
