import type { Seat } from './access.ts'
import type { Agreement, Laying } from './agreement.ts'
import type { Right } from './council-rights.data.ts'
import type { Told } from './told.ts'

export const pollAnswers = ['yes', 'no', 'unsure'] as const
export type PollAnswer = (typeof pollAnswers)[number]

/** Fewer answers than this are not told: the outcome would say something of each. */
export const fewestAnswers = 10

/** A question to the people of a section, as the reader may know of it. */
export type Poll = {
  id: string
  body: Seat['body']
  question: string
  closesOn: string
  isOpen: boolean
  /** The reader is asked, and did not answer yet. */
  isAsked: boolean
  /** The counts once it is closed, for the council and the school; null before that, and when too few answered. */
  counts: Readonly<Record<PollAnswer, number>> | null
  /** Closed, and fewer than ten answered. */
  isFew: boolean
}

/** What somebody said, and the day. `notedBy` is who at the school wrote it down; null when it was an own tap. */
export type Said = { on: string; notedBy: string | null }

/** What the reader may do with an agreement, and what of it the page needs. */
export type ReaderStanding = {
  keeps: boolean
  /** Works at the school, or has a seat in its council: reads where a decision stands in the minutes. */
  readsMinutes: boolean
  /** May change, offer, begin and end it. */
  drafts: boolean
  /** Whom the law asks before it may begin. */
  rights: readonly Right[]
  /** What waits for a decision that the reader may write down. */
  answers: readonly Laying[]
  /** The seat from which the reader may ask the own section. */
  asksFor: Seat['body'] | null
  polls: readonly Poll[]
  /** The reader is asked to say yes; null when not. */
  yes: 'asked' | Said | null
  /** Whom a meeting is about, for who leads it. */
  concerned: readonly { id: string; name: string; how: 'tap' | 'mentor' | null; notedBy: string | null }[]
  /** The reader did not confirm to have read it; null when that is not asked. */
  seen: 'asked' | Said | null
  told: Told | null
  /** Of a teacher the own figures, the newest month first. */
  ownKept: readonly { month: string; kept: number; total: number }[]
  kept: { month: string; kept: number; total: number } | null
  /** It could be counted whether the school keeps its line, and nobody agreed to that. */
  isUncounted: boolean
}

/** Whether everybody whom the law asks was asked, or was said not to need it. */
export const allAsked = ({ layings }: Agreement, rights: readonly Right[]): boolean =>
  rights.every(({ body }) => layings.some((laid) => laid.body === body))
