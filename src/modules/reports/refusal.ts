import type { Broken } from './floor.ts'
import type { Period } from './period.ts'

/** Why a period or a rule cannot be so, for the page to say. Nothing is changed then. */
export type Refusal =
  | { why: 'overlap' | 'order'; other: Period }
  /** Its report has come: the moment stays as it was. */
  | { why: 'reported' }
  /** A report that is still to come cannot be put in the past. */
  | { why: 'past' }
  /** Something hangs on the period, such as a test. */
  | { why: 'used' }
  /** More weeks than a school may leave. */
  | { why: 'weeks' }
  | { why: 'floor'; stage: string; broken: Broken }
