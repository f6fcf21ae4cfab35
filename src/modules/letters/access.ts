import { mayKeepSchool } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'

/** Who is in and who is not, and letters for who is not: for who keeps the people of a school, and nobody who teaches. */
export const mayMakeLetters = (actor: Actor | null): boolean => mayKeepSchool(actor)

/** A name and a password are chosen once, by who came with a letter. Whether the account still has none, the finder says. */
export const mayChoosePassword = (actor: Actor | null): boolean => actor?.kind === 'letter'
