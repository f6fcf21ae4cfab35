import { takesGroups } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'

/** A guardian, a pupil, and who works at the school. What is on the page, the finders say. */
export const mayReadSight = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** A guardian chooses for oneself alone, and asks. */
export const mayChooseSight = (actor: Actor | null): boolean => actor?.hat === 'guardian'

/** The pupil and the mentors answer; of whom, the finders say. */
export const mayAnswerSight = (actor: Actor | null): boolean => actor?.hat === 'pupil' || actor?.hat === 'staff'

/** Who finds the page in the menu: those at home, and who teaches. */
export const goesToSight = (actor: Actor | null): boolean =>
  actor?.hat === 'guardian' || actor?.hat === 'pupil' || (actor?.hat === 'staff' && actor.at.some(takesGroups))
