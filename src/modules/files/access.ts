import type { Actor } from '#platform/access/actor.ts'

/** Whoever is something at a school may be given a file to read. Which files, the things they hang on say. */
export const mayReadFiles = (actor: Actor | null): boolean => actor !== null && actor.hat !== null
