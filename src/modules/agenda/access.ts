import type { Actor } from '#platform/access/actor.ts'

/** Everybody has an agenda, whatever the hat. */
export const mayReadAgenda = (actor: Actor | null): boolean => actor !== null
