import type { Actor } from '#platform/access/actor.ts'

/** The schools, and the persons there, that the actor is under the hat worn. */
export type OwnIds = [schools: readonly string[], persons: readonly string[]]

export const ownIds = (actor: Actor): OwnIds => [
  [...new Set(actor.at.map(({ school }) => school))],
  actor.at.map(({ person }) => person),
]
