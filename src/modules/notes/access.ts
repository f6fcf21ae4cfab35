import { mayKeepSchool } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'

/** Who sends notes, who gives them, and the child. What is on the page, the finders say. */
export const mayReadNotes = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** A guardian writes to the own child. */
export const maySendNotes = (actor: Actor | null): boolean => actor?.hat === 'guardian'

/** The office gives notes, and a teacher those for the own groups. */
export const mayGiveNotes = (actor: Actor | null): boolean =>
  actor?.hat === 'staff' && actor.at.some(({ roles }) => roles.some((role) => role !== 'head'))

/** For whom the page is a place to go to every day; others find it where a note is told of. */
export const mayGoToNotes = (actor: Actor | null): boolean => maySendNotes(actor) || mayKeepSchool(actor)
