import { overseesSchool } from '#modules/school/index.ts'
import type { Actor, Doer } from '#platform/access/actor.ts'

/** Whoever is something at a school is told things. What, the audience of each announcement says. */
export const mayReadAnnouncements = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** Teachers write for their groups, who oversees a school for all of it. */
export const mayWriteAnnouncements = (actor: Actor | null): boolean =>
  actor !== null && actor.at.some(({ school }) => writesAt(actor, school))

/** Whether this one may write at this school. */
export const writesAt = (doer: Doer, school: string): boolean =>
  overseesSchool(doer, school) ||
  (doer.hat === 'staff' &&
    'at' in doer &&
    doer.at.some((standing) => standing.school === school && standing.roles.includes('teacher')))

/** Whether this one may write for the whole school, and change what others wrote. */
export const writesForAll = overseesSchool
