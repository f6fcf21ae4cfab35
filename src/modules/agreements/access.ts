import { overseesSchool } from '#modules/school/index.ts'
import { schoolsWithRole, type Actor, type Doer, type Role } from '#platform/access/actor.ts'
import type { Body } from './council-rights.data.ts'

/** Whoever is something at a school reads what is agreed there. */
export const mayReadAgreements = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** Who oversees a school drafts its agreements, lays them before the council and puts them in force. */
export const mayKeepAgreements = (actor: Actor | null): boolean =>
  actor !== null && actor.at.some(({ school }) => overseesSchool(actor, school))

/** Staff draft: for their classes and pupils in a meeting or a talk, and for the school when they oversee it. */
export const mayDraftAgreements = (actor: Actor | null): boolean => actor?.hat === 'staff'

const seats: Readonly<Partial<Record<Role, Exclude<Body, 'council'>>>> = {
  council_parents: 'parents',
  council_staff: 'staff',
  council_pupils: 'pupils',
}

export type Seat = { school: string; body: Exclude<Body, 'council'> }

/** The seats in a council that the actor has under the hat worn. A letter opens the day of a child, and no seat. */
export const seatsOf = (doer: Doer): Seat[] =>
  !('at' in doer) || doer.kind === 'letter'
    ? []
    : doer.at.flatMap(({ school, roles }) =>
        roles.flatMap((role) => (seats[role] === undefined ? [] : [{ school, body: seats[role] }])),
      )

/** Whether the actor speaks for this body: any seat for the council as a whole. */
export const sitsIn = (doer: Doer, school: string, body: Body): boolean =>
  seatsOf(doer).some((seat) => seat.school === school && (body === 'council' || seat.body === body))

/** Who has a seat in a council, and who oversees a school: what waits for a decision is their matter. */
export const mayDecideAgreements = (actor: Actor | null): boolean =>
  actor !== null && (seatsOf(actor).length > 0 || mayKeepAgreements(actor))

export const keepsAgreements = overseesSchool

/** Whether the actor reads what a section is asked, and the counts, without being asked. */
export const seesPolls = (doer: Doer, school: string): boolean =>
  keepsAgreements(doer, school) || seatsOf(doer).some((seat) => seat.school === school)

/** The section that speaks for who wears this hat. */
export const sectionOf = (hat: Actor['hat']): Seat['body'] | null =>
  hat === 'guardian' ? 'parents' : hat === 'pupil' ? 'pupils' : hat === 'staff' ? 'staff' : null

/** Whoever leads a team, and the head, reads what is still open there: what it is about, never whose it is. */
export const readsOpenItems = (actor: Actor, school: string): boolean =>
  schoolsWithRole(actor, 'team_leader', 'head').includes(school)

export const mayReadOpenItems = (actor: Actor | null): boolean =>
  actor !== null && schoolsWithRole(actor, 'team_leader', 'head').length > 0
