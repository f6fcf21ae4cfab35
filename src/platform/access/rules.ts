import type { Actor } from './actor.ts'

/** A rule says who may use a route at all. What they find there is the finders' and the policies' matter. */
export type Rule = (actor: Actor | null) => boolean

export const anyone: Rule = () => true
export const signedIn: Rule = (actor) => actor !== null
/** Came with a letter: reads and acts for a child, and changes nothing that could shut anybody out. */
export const cameWithLetter: Rule = (actor) => actor?.kind === 'letter'
