import { overseesSchool } from '#modules/school/index.ts'
import type { Actor, Doer } from '#platform/access/actor.ts'

/** Whoever is something at a school is told things. What, the audience of each announcement says. */
export const mayReadAnnouncements = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** Staff write: for the groups they teach, or for the whole school when they oversee it. */
export const mayWriteAnnouncements = (actor: Actor | null): boolean => actor?.hat === 'staff'

/** Whether this one works at this school, and so may write there. For which groups, what is taught today says. */
export const writesAt = (doer: Doer, school: string): boolean =>
  overseesSchool(doer, school) ||
  (doer.hat === 'staff' && 'at' in doer && doer.at.some((standing) => standing.school === school))

/** Whether this one may write for the whole school, and change what others wrote. */
export const writesForAll = overseesSchool
