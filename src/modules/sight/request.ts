import type { Relation } from '#modules/people/index.ts'

/** For how many weeks somebody may ask; and how long a reason may be. */
export const mostWeeks = 13
export const usualWeeks = [2, 4, 6, 13] as const
export const longestReason = 300

/** So many days after a no, the same guardian may ask again: nobody is asked until they give in. */
export const restDays = 28

/**
 * open: somebody has still to answer. granted: both said yes, and it holds. over: its weeks are past. refused: somebody said no before
 * it held. stopped: somebody ended it while it held. withdrawn: who asked took it back.
 */
export type RequestState = 'open' | 'granted' | 'over' | 'refused' | 'stopped' | 'withdrawn'

export type Side = 'pupil' | 'mentor'
export type Says = 'yes' | 'no'

export type SightRequest = {
  id: string
  school: string
  pupil: string
  guardian: string
  pupilName: string
  sender: string
  relation: Relation
  weeks: number
  reason: string | null
  state: RequestState
  /** The last day on which it holds, of what was granted. */
  until: string | null
  /** From which day may be asked anew, after a no. */
  againFrom: string | null
  /** What the pupil and the mentor said; null for who asked, who does not learn it, and where nothing was said. */
  said: Readonly<Record<Side, Says | null>>
  /** Whether the pupil has no account, as the school arranges it: then the mentor writes down what the child said. */
  noAccount: boolean
}

/** Whether something is still to be done or ended. */
export const isLive = ({ state }: Pick<SightRequest, 'state'>): boolean => state === 'open' || state === 'granted'
