import type { Actor } from './actor.ts'

/** A rule says who may use a route at all. What they find there is the finders' and the policies' matter. */
export type Rule = (actor: Actor | null) => boolean

export const anyone: Rule = () => true
export const signedIn: Rule = (actor) => actor !== null
