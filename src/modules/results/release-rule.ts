import { agreementFor, type InForce, type Situation } from '#modules/agreements/index.ts'
import type { ReleaseRule } from './tables.ts'

/** What is agreed about showing results to one pupil in one subject, as a result carries it from the day it is entered. */
export type Agreed = {
  /** Null: nothing is agreed, and Kind eerst holds. */
  agreement: InForce | null
  rule: ReleaseRule
  /** 'HH:MM' */
  at: string
  later: number
  counted: 'school_days' | 'calendar_days'
  /** The agreement of this pupil by which too low a grade waits for the retake. */
  waits: InForce | null
  /** Whether averages are shown. */
  averages: boolean
}

/** The kinds of agreement that this module keeps. */
export const keptKinds = ['grade-release', 'fails', 'averages'] as const

const rules: readonly ReleaseRule[] = ['direct', 'school_days', 'mon_thu', 'report', 'child_first']

/** Where nothing is agreed: three school days after the pupil, or at once when the pupil tells. */
const childFirst = { rule: 'child_first', at: '17:00', later: 3, counted: 'school_days' } as const

/** What holds in a situation on a day. @param inForce agreements of these kinds (`keptKinds`) */
export const agreedFor = (inForce: readonly InForce[], situation: Situation, day: string): Agreed => {
  const release = agreementFor(inForce, 'grade-release', situation, day)
  const fails = agreementFor(inForce, 'fails', situation, day)
  const averages = agreementFor(inForce, 'averages', situation, day)
  const rule = rules.find((one) => one === release?.terms['when'])
  return {
    agreement: rule === undefined ? null : release,
    ...(release === null || rule === undefined
      ? childFirst
      : {
          rule,
          at: String(release.terms['time']),
          later: Number(release.terms['later']),
          counted: release.terms['counted'] === 'calendar_days' ? 'calendar_days' : 'school_days',
        }),
    waits: fails?.scope.level === 'pupil' && fails.terms['waits'] === 'retake' ? fails : null,
    averages: averages?.terms['shown'] !== 'hidden',
  }
}
