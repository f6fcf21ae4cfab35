import type { Lang } from '#platform/i18n/lang.ts'

/** What somebody is at a school: nobody wears two hats at once. */
export type Hat = 'guardian' | 'staff' | 'pupil'
export type StaffRole =
  | 'administrator'
  | 'office'
  | 'head'
  | 'deputy'
  | 'team_leader'
  | 'teacher'
  | 'substitute'
  | 'care_coordinator'
  | 'anti_bullying'
  | 'confidential_adviser'
  | 'privacy_officer'
  | 'exam_secretary'
  | 'council_staff'
  | 'panel_manager'
/** Roles of who does not work at the school. Like those of staff that no rule names, they open nothing by themselves. */
export type PersonRole = 'class_parent' | 'council_parents' | 'council_pupils' | 'board_member' | 'attendance_officer'
export type Role = StaffRole | PersonRole

/** One person at one school under the hat worn, with the roles under that hat: of staff, or of a guardian or a pupil. */
export type Standing = { school: string; person: string; roles: readonly Role[] }

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
export const schoolsWithRole = (actor: Actor, ...roles: readonly Role[]): string[] =>
  actor.hat !== 'staff' ? [] : actor.at.filter((s) => s.roles.some((role) => roles.includes(role))).map((s) => s.school)

/** Who this is at a school; nobody for the operator, for a task, and where the actor does not stand. */
export const personAt = (doer: Doer, school: string): string | null =>
  'at' in doer ? (doer.at.find((standing) => standing.school === school)?.person ?? null) : null
