import type { Outcome, Reason } from './tables.ts'

/** Characters that fit on the slip the child is handed. */
export const longestNote = 200

/** How many notes one guardian sends one child on one day; who needs more had better call. */
export const mostNotes = 5

export const reasons: readonly Reason[] = ['went-home', 'absent']

/** What became of a note; 'sent' as long as it waits. */
export type NoteState = 'sent' | Outcome

/** A note of today. Times are 'HH:MM'. */
export type Note = {
  id: string
  school: string
  pupil: string
  /** The child, as it is called. */
  name: string
  words: string
  /** First name of who sent it. */
  sender: string
  sentAt: string
  state: NoteState
  reason: Reason | null
  /** Since when it is what it is; null as long as it waits. */
  at: string | null
}

/** A child a guardian can write to, and whether its school takes notes now. */
export type Addressee = {
  id: string
  school: string
  schoolName: string
  name: string
  open: boolean
  /** Whether there is school today. */
  schoolDay: boolean
  until: string
  phone: string | null
}

/** What a page that tells of the day may say of notes. */
export type NotesToday =
  { for: 'guardian' | 'pupil'; notes: readonly Note[] } | { for: 'staff'; waiting: number } | { for: 'nobody' }
