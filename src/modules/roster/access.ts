import type { Actor, Doer } from '#platform/access/actor.ts'
import { keepsSchool, mayKeepSchool } from '#modules/school/index.ts'

/** Whoever keeps the people of a school (office, administrator) reads them in from a file. */
export const mayImportRoster = (actor: Actor | null): boolean => mayKeepSchool(actor)

/** Whether this one may read in people at this school. */
export const importsAt = (doer: Doer, school: string): boolean => keepsSchool(doer, school)

/** The role in which this one reads in people at this school; null when there is none. */
export const importingRole = (doer: Doer, school: string): 'office' | 'administrator' | 'operator' | null => {
  if (!importsAt(doer, school)) return null
  if (!('at' in doer)) return 'operator'
  const roles = doer.at.find((standing) => standing.school === school)?.roles ?? []
  return roles.includes('administrator') ? 'administrator' : 'office'
}
