import type { Actor } from '#platform/access/actor.ts'

/** Everybody keeps the own account, whatever the hat. */
export const keepsOwnAccount = (actor: Actor | null): boolean => actor !== null
