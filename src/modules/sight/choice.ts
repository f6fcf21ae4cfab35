/** What there is to see of a child, as a guardian chooses it part by part. */
export const categories = ['grades', 'homework', 'presence', 'timetable', 'messages'] as const
export type Category = (typeof categories)[number]

/** As agreed; only when the guardian asks; or nothing. Without a choice it is as agreed. */
export const choices = ['agreed', 'ask', 'none'] as const
export type Choice = (typeof choices)[number]

/** What the actor chose for one child and one part; who is no guardian of it chose nothing. */
export type ChoiceOf = (pupil: string, category: Category) => Choice

export type ChoiceRow = { pupil: string; category: Category; choice: Exclude<Choice, 'agreed'> }

export const choiceOfRows = (rows: readonly ChoiceRow[]): ChoiceOf =>
  rows.length === 0
    ? () => 'agreed'
    : (pupil, category) => rows.find((row) => row.pupil === pupil && row.category === category)?.choice ?? 'agreed'

/** What a page can be asked to show this once, by the word in its address: `?toon=huiswerk`. */
export const shownBy = { homework: 'huiswerk', timetable: 'rooster', messages: 'mededelingen' } as const
export type Showable = keyof typeof shownBy

/** How a page holds to what its reader chose. */
export type OwnSight = {
  /** Whether this part of this child is left out. */
  hides: (pupil: string, category: Showable) => boolean
  /** Whether something that reaches the reader through these children alone is left out: that is so when it is of each of them. */
  hidesAll: (pupils: readonly string[], category: Showable) => boolean
  /** Whether a part of a child of this page is left out. */
  leavesOut: boolean
  /** Whether a part of a child of this page is off. */
  off: boolean
  /** What can be shown when asked. */
  asks: readonly { pupil: string; name: string; category: Showable }[]
}

/**
 * @param shown the word in the address, or undefined: it shows what waits to be asked for, never what is off
 */
export const ownSight = (
  choiceOf: ChoiceOf,
  children: readonly { id: string; name: string }[],
  parts: readonly Showable[],
  shown: string | undefined,
): OwnSight => {
  const hides: OwnSight['hides'] = (pupil, category) => {
    const choice = choiceOf(pupil, category)
    return choice === 'none' || (choice === 'ask' && shownBy[category] !== shown)
  }
  const hidden = children.flatMap(({ id, name }) =>
    parts.filter((category) => hides(id, category)).map((category) => ({ pupil: id, name, category })),
  )
  return {
    hides,
    hidesAll: (pupils, category) => pupils.length > 0 && pupils.every((pupil) => hides(pupil, category)),
    leavesOut: hidden.length > 0,
    off: hidden.some(({ pupil, category }) => choiceOf(pupil, category) === 'none'),
    asks: hidden.filter(({ pupil, category }) => choiceOf(pupil, category) === 'ask'),
  }
}
