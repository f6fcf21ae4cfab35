import type { Actor } from '#platform/access/actor.ts'

/** The question of the day is for who has a child to ask it. */
export const mayAskQuestions = (actor: Actor | null): boolean => actor?.hat === 'guardian'
