import type { Actor } from '#platform/access/actor.ts'

/** Everybody keeps the own account, whatever the hat. */
export const keepsOwnAccount = (actor: Actor | null): boolean => actor !== null

/** How the account is signed in with, and where else, is for who signed in with it: not for who came with a letter. */
export const mayChangeSignIn = (actor: Actor | null): boolean => actor !== null && actor.kind !== 'letter'
