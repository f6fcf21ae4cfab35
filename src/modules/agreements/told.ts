import type { PersonName } from '#modules/people/index.ts'

/** How many people an agreement concerns today, how many of them said that they read it, and of how many the school wrote it down. */
export type Told = { from: string; of: number; confirmed: number; onPaper: number }

export type Share = { of: number; confirmed: number }

/** One class, or those without one: its families and its pupils. */
export type ToldClass = { id: string; name: string | null; families: Share; pupils: Share }

/** The parts of a list of people beside the classes, as the address names them. */
export const staffPart = 'personeel'
export const classlessPart = 'zonder-klas'

/** Somebody whom an agreement concerns. */
export type ToldPerson = PersonName & {
  id: string
  hat: 'guardian' | 'pupil' | 'staff'
  /** The class through which it concerns this person; null for staff, and for who is in no class. */
  group: string | null
  groupName: string | null
  /** Of a guardian the children there, by first name. */
  children: readonly string[]
  how: 'tap' | 'paper' | null
  /** 'YYYY-MM-DD' */
  seenOn: string | null
  /** Who wrote down that it was read on paper. */
  notedBy: string | null
}

export const partOf = ({ hat, group }: Pick<ToldPerson, 'hat' | 'group'>): string =>
  hat === 'staff' ? staffPart : (group ?? classlessPart)
