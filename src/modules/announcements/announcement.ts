import type { Hat } from '#platform/access/actor.ts'

export const audiences = ['guardian', 'pupil', 'staff'] as const satisfies readonly Hat[]

/** For whom an announcement is meant: the whole school, or some of its groups; and whom of those. */
export type Wish = { whole: boolean; groups: readonly string[]; whom: readonly Hat[] }

/** What is written; days both count. */
export type Content = {
  title: string
  body: string
  important: boolean
  showsFrom: string
  showsUntil: string
  wish: Wish
}

export type State = 'draft' | 'published' | 'withdrawn'

/** The steps that were taken, the first first, say how it stands. */
export const stateOf = (steps: readonly { step: 'published' | 'changed' | 'withdrawn' }[]): State => {
  if (steps.some(({ step }) => step === 'withdrawn')) return 'withdrawn'
  return steps.some(({ step }) => step === 'published') ? 'published' : 'draft'
}

export const longest = { title: 120, body: 8000 } as const
/** Files under one announcement, and new ones in one form. */
export const mostFiles = 6
export const fileFields = ['file1', 'file2', 'file3'] as const

/** Every box of the form has a name of its own. */
export const fieldNames = {
  group: (id: string): string => `groep-${id}`,
  year: (year: string): string => `jaar-${year}`,
  takeOff: (file: string): string => `weg-${file}`,
}

/** A group that the writer may choose. */
export type Choosable = { id: string; name: string; yearGroup: string | null }

export type Offer = {
  /** May write for the whole school. */
  whole: boolean
  groups: readonly Choosable[]
  today: string
  /** The last day of this school year. */
  yearEnds: string
}
