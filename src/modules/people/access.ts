import { keepsSchool, mayKeepSchool, setsUpSchool } from '#modules/school/index.ts'
import type { Actor, Doer, StaffRole } from '#platform/access/actor.ts'

/** Staff see lists: of all pupils, or of the groups they teach. */
export const mayListPupils = (actor: Actor | null): boolean => actor?.hat === 'staff'
export const mayListGroups = (actor: Actor | null): boolean => actor?.hat === 'staff'

/** A file is opened by who has that pupil in reach: staff, the own guardians, the pupil. Which pupils those are, the finders say. */
export const mayOpenPupil = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** The office and the administrator keep the people of their school. */
export const mayKeepPeople = (actor: Actor | null): boolean => mayKeepSchool(actor)

const allRoles: readonly StaffRole[] = ['teacher', 'head', 'office', 'administrator']

/** The roles this one may give and end at this school: the office that of teacher, the administrator all. */
export const grantableRoles = (doer: Doer, school: string): readonly StaffRole[] => {
  if (setsUpSchool(doer, school)) return allRoles
  return keepsSchool(doer, school) ? ['teacher'] : []
}
