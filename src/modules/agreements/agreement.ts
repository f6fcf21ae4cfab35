import { dayAfter } from '#modules/school/index.ts'
import type { Body } from './council-rights.data.ts'
import type { AnyTerms } from './kinds/field.ts'
import type { Kind } from './kinds/kinds.ts'
import type { Lines } from './kinds/kind-words.ts'
import type { Scope } from './scope.ts'

/** What is written down: the kind, where it holds, its parameters, its three lines. */
export type Content = { kind: Kind; scope: Scope; terms: AnyTerms; lines: Lines }

export type Answer = {
  outcome: 'yes' | 'no'
  decidedOn: string
  minutes: string
  /** Whether somebody with a seat wrote it down, or the school. */
  byCouncil: boolean
}

/** That it was laid before a body, or why the school holds that it need not be. Days are 'YYYY-MM-DD'. */
export type Laying = {
  id: string
  body: Body
  asks: 'consent' | 'advice' | 'unneeded'
  reason: string | null
  laidOn: string
  answerBy: string | null
  answer: Answer | null
}

export type Withdrawn = { on: string; reason: string }

export type Agreement = Content & {
  id: string
  school: string
  /** What the class was called when it was written. */
  className: string | null
  /** For who has that pupil. */
  pupilName: string | null
  follows: string | null
  writtenOn: string
  offeredOn: string | null
  /** It was taken back before it began, and why. */
  withdrawn: Withdrawn | null
  layings: readonly Laying[]
  startsOn: string | null
  /** The day on which it was put in force, which may be later. */
  startedOn: string | null
  endsOn: string | null
  /** The day on which its end was written down, which may be later. */
  endedOn: string | null
  replacedBy: string | null
  endReason: string | null
  saidYes: number | null
  asked: number | null
}

export type State = 'draft' | 'offered' | 'laid' | 'refused' | 'withdrawn' | 'coming' | 'in-force' | 'ended' | 'never'

/** How it stands on a day. What ended before it began never held. */
export const stateOn = (
  {
    startsOn,
    endsOn,
    layings,
    offeredOn,
    withdrawn,
  }: Pick<Agreement, 'startsOn' | 'endsOn' | 'layings' | 'offeredOn' | 'withdrawn'>,
  day: string,
): State => {
  if (withdrawn !== null) return 'withdrawn'
  if (startsOn === null) {
    if (layings.length > 0) return isRefused({ layings }) ? 'refused' : 'laid'
    return offeredOn === null ? 'draft' : 'offered'
  }
  if (endsOn !== null && endsOn < startsOn) return 'never'
  if (startsOn > day) return 'coming'
  return endsOn !== null && endsOn < day ? 'ended' : 'in-force'
}

/** Somebody whose consent is asked refused it: this text never begins. */
export const isRefused = ({ layings }: Pick<Agreement, 'layings'>): boolean =>
  layings.some(({ asks, answer }) => asks === 'consent' && answer?.outcome === 'no')

/** Whether a body that must consent did not, or did not yet. An advice binds nobody, but has to be there. */
export const isAnswered = ({ asks, answer }: Laying): boolean =>
  asks === 'unneeded' || (answer !== null && (asks === 'advice' || answer.outcome === 'yes'))

/** Holds, or is to: what a page tells of now. */
export const isCurrent = (agreement: Agreement, day: string): boolean =>
  ['in-force', 'coming'].includes(stateOn(agreement, day))

/** One that began, on a day that has been or is to come. */
export type BegunAgreement = Agreement & { startsOn: string }

export const begunOf = (all: readonly Agreement[]): BegunAgreement[] =>
  all.flatMap((one) => (one.startsOn === null ? [] : [{ ...one, startsOn: one.startsOn }]))

/**
 * The same, as it was known here: from when it was written down, since nobody can keep what was not there yet; and until its end was
 * written down, so that nobody undoes afterwards what counted. What began and ended on one day was written down as history.
 */
export const asKnown = (one: BegunAgreement): BegunAgreement => {
  const { startsOn, startedOn, endsOn, endedOn } = one
  const from = startedOn !== null && startedOn > startsOn ? startedOn : startsOn
  const isLater = endsOn !== null && endedOn !== null && endedOn > endsOn && endedOn > from
  return { ...one, startsOn: from, endsOn: isLater ? endedOn : endsOn }
}

const daysTold = 14

/** Whether it is told as new: what was in force longer when it was written down here is news to nobody. */
export const isTold = ({ startsOn, startedOn }: Pick<Agreement, 'startsOn' | 'startedOn'>): boolean =>
  startsOn !== null && startedOn !== null && startsOn > dayAfter(startedOn, -daysTold)
