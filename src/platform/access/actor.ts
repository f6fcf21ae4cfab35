import type { Lang } from '#platform/i18n/lang.ts'

/** What somebody is at a school: nobody wears two hats at once. */
export type Hat = 'guardian' | 'staff' | 'pupil'
export type StaffRole = 'administrator' | 'office' | 'head' | 'teacher'

/** One person at one school under the hat worn. Roles hold for staff only. */
export type Standing = { school: string; person: string; roles: readonly StaffRole[] }

export type Actor = {
  account: string
  session: string
  hat: Hat | null
  hats: readonly Hat[]
  language: Lang
  at: readonly Standing[]
  /** What the session was begun with. A letter opens the day of a child, and nothing that could shut anybody out. */
  kind?: 'account' | 'letter'
  /** In a session begun with a letter: the children whose letters were answered in it. Elsewhere null: all that is theirs. */
  only?: readonly string[] | null
}

/** Who works at the command line, or loads the demo: the owner of the machine, for one school or for none yet. */
export type Operator = { hat: 'operator'; school: string | null }

/** Who did it, for the ledger. The house itself is a task without a person. */
export type Doer = Actor | Operator | { hat: 'task'; task: string }

/** The schools in which the actor has one of these roles under the hat worn. */
export const schoolsWithRole = (actor: Actor, ...roles: readonly StaffRole[]): string[] =>
  actor.hat !== 'staff' ? [] : actor.at.filter((s) => s.roles.some((role) => roles.includes(role))).map((s) => s.school)
