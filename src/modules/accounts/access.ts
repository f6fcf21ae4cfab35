import type { Actor } from '#platform/access/actor.ts'

/** Everybody keeps the own account, whatever the hat. */
export const keepsOwnAccount = (actor: Actor | null): boolean => actor !== null

/** The second step is for who works at a school: also for who has yet to take it, and so wears no such hat. */
export const worksAtSchool = (actor: Actor | null): boolean =>
  actor !== null && (actor.hats.includes('staff') || ('owes' in actor && actor.owes !== null))
/** How the account is signed in with, and where else, is for who signed in with it: not for who came with a letter. */
export const mayChangeSignIn = (actor: Actor | null): boolean => actor !== null && actor.kind !== 'letter'
