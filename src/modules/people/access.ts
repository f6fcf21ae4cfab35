import { keepsSchool, mayKeepSchool, overseesSchool, setsUpSchool } from '#modules/school/index.ts'
import type { Actor, Doer, PersonRole, StaffRole, Standing } from '#platform/access/actor.ts'

/** Staff see lists: of all pupils, or of the groups they teach. */
export const mayListPupils = (actor: Actor | null): boolean => actor?.hat === 'staff'
export const mayListGroups = (actor: Actor | null): boolean => actor?.hat === 'staff'

/** A file is opened by who has that pupil in reach: staff, the own guardians, the pupil. Which pupils those are, the finders say. */
export const mayOpenPupil = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** The office and the administrator keep the people of their school. */
export const mayKeepPeople = (actor: Actor | null): boolean => mayKeepSchool(actor)

export const allRoles: readonly StaffRole[] = [
  'teacher',
  'substitute',
  'head',
  'deputy',
  'team_leader',
  'office',
  'administrator',
  'care_coordinator',
  'anti_bullying',
  'confidential_adviser',
  'privacy_officer',
  'exam_secretary',
  'council_staff',
  'panel_manager',
]

/** The roles this one may give and end at this school: the office those of teacher and substitute, the administrator all. */
export const grantableRoles = (doer: Doer, school: string): readonly StaffRole[] => {
  if (setsUpSchool(doer, school)) return allRoles
  return keepsSchool(doer, school) ? ['teacher', 'substitute'] : []
}

const allFunctions: readonly PersonRole[] = [
  'class_parent',
  'council_parents',
  'council_pupils',
  'board_member',
  'attendance_officer',
]

/** What one may give to who does not work at this school: the office that of class parent, the administrator all. */
export const grantableFunctions = (doer: Doer, school: string): readonly PersonRole[] => {
  if (setsUpSchool(doer, school)) return allFunctions
  return keepsSchool(doer, school) ? ['class_parent'] : []
}

/** Whether groups can be this one's: as their teacher, or for some days. Which are, the finders say. */
export const takesGroups = ({ roles }: Standing): boolean => roles.includes('teacher') || roles.includes('substitute')

/** Who oversees at least one school puts substitutes on its groups: office, administrator, head. */
export const mayPutSubstitutes = (actor: Actor | null): boolean =>
  actor !== null && actor.at.some(({ school }) => overseesSchool(actor, school))

/** A pupil reads who looks along. */
export const mayReadLooking = (actor: Actor | null): boolean => actor?.hat === 'pupil'

/** Whom to let in is decided by the pupil, in a session of the own account: a letter cannot do it. */
export const mayDecideLooking = (actor: (Actor & { kind?: 'account' | 'letter' }) | null): boolean =>
  actor?.hat === 'pupil' && actor.kind !== 'letter'
