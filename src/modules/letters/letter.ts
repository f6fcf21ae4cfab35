import type { PersonName } from '#modules/people/index.ts'

/** How long a letter works. */
export const letterDays = 60

/**
 * How somebody stands: signs in with an account; came with a letter; has a letter that works; one that is too old; one that
 * too many wrong answers made void; or none.
 */
export type LetterState = 'account' | 'letter' | 'open' | 'expired' | 'void' | 'none'

/** To whom a letter is, and whose day it opens: a guardian and a child, or twice the same pupil. */
export type Relation = { pupil: string; person: string }

export type RelationLine = Relation & {
  school: string
  /** Null for the pupil's own. */
  guardianship: string | null
  child: PersonName
  to: PersonName
  birthDateKnown: boolean
  hasMail: boolean
  /** A guardian of a pupil of age, who comes in only when that pupil lets this guardian look along. */
  ofAdult: boolean
  group: { id: string; name: string } | null
  state: LetterState
  /** 'YYYY-MM-DD': when the last letter was made, until when it works, when one was answered. */
  madeOn: string | null
  until: string | null
  usedOn: string | null
  via: 'paper' | 'mail' | null
}

export const isIn = ({ state }: Pick<RelationLine, 'state'>): boolean => state === 'account' || state === 'letter'

/** A letter at home that works, so that none is needed. */
export const hasLetter = (line: Pick<RelationLine, 'state'>): boolean => isIn(line) || line.state === 'open'

export type Counts = { all: number; in: number; open: number; none: number }

export const countsOf = (lines: readonly Pick<RelationLine, 'state'>[]): Counts => {
  const inside = lines.filter(isIn).length
  const open = lines.filter(({ state }) => state === 'open').length
  return { all: lines.length, in: inside, open, none: lines.length - inside - open }
}
