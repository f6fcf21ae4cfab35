import type { Actor, Doer, Role } from '#platform/access/actor.ts'

/** Everybody who works at a school sees how it is set up. */
export const maySeeSchool = (actor: Actor | null): boolean => actor?.hat === 'staff'

/** Who keeps at least one school: its people, and its days off. */
export const mayKeepSchool = (actor: Actor | null): boolean =>
  actor !== null && actor.at.some(({ school }) => keepsSchool(actor, school))

/** Who keeps the calendar of at least one school: the office, the administrator, the head. */
export const mayKeepCalendar = (actor: Actor | null): boolean =>
  actor !== null && actor.at.some(({ school }) => overseesSchool(actor, school))

/** Who sets up at least one school. */
export const maySetUpSchool = (actor: Actor | null): boolean =>
  actor !== null && actor.at.some(({ school }) => setsUpSchool(actor, school))

/** Whether this one keeps the people and the days off of this school: the office, the administrator, the operator. */
export const keepsSchool = (doer: Doer, school: string): boolean =>
  operates(doer, school) || hasRole(doer, school, ['office', 'administrator'])

/** Whether this one decides how this school is set up, and who may do what there: the administrator, the operator. */
export const setsUpSchool = (doer: Doer, school: string): boolean =>
  operates(doer, school) || hasRole(doer, school, ['administrator'])

/** Whether this one oversees the whole school, and keeps its calendar. */
export const overseesSchool = (doer: Doer, school: string): boolean =>
  operates(doer, school) || hasRole(doer, school, ['office', 'administrator', 'head'])

const operates = (doer: Doer, school: string): boolean =>
  doer.hat === 'operator' && 'school' in doer && doer.school === school

const hasRole = (doer: Doer, school: string, roles: readonly Role[]): boolean =>
  doer.hat === 'staff' &&
  'at' in doer &&
  doer.at.some((standing) => standing.school === school && standing.roles.some((role) => roles.includes(role)))
