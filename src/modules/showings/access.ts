import type { Actor } from '#platform/access/actor.ts'

const teaches = (actor: Actor): boolean =>
  actor.hat === 'staff' && actor.at.some(({ roles }) => roles.includes('teacher'))

/** Pupils and their guardians; and teachers, who place work for pupils without an account. */
export const maySeeShowings = (actor: Actor | null): boolean =>
  actor !== null && (actor.hat === 'guardian' || actor.hat === 'pupil' || teaches(actor))

/** Pupils show, teachers place. */
export const mayShow = (actor: Actor | null): boolean => actor !== null && (actor.hat === 'pupil' || teaches(actor))
