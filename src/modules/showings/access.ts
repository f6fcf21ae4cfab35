import { takesGroups } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'

/** Pupils and their guardians; and staff, of whom teachers place work for pupils without an account. */
export const maySeeShowings = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** Pupils show, teachers place. For whom, the finders say. */
export const mayShow = (actor: Actor | null): boolean => actor?.hat === 'pupil' || actor?.hat === 'staff'

/** In whose menu it stands. */
export const showsOften = (actor: Actor | null): boolean =>
  actor?.hat === 'pupil' || (actor?.hat === 'staff' && actor.at.some(takesGroups))
