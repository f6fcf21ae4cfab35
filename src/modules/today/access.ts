import type { Actor } from '#platform/access/actor.ts'

/** Everybody has a today, whatever the hat. */
export const mayReadToday = (actor: Actor | null): boolean => actor !== null
