import { ownOrTaught, type Subject } from '#modules/today/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Chosen } from './paths.ts'

/** Whose week is shown, or null when what was asked for is not the reader's to see. */
export const chooseSubjects = (
  actor: Actor,
  all: readonly Subject[],
  { kind, klas }: Chosen,
): readonly Subject[] | null => {
  if (kind !== undefined) return actor.hat === 'guardian' ? oneOf(all, kind) : null
  if (klas !== undefined)
    return oneOf(
      all.filter((subject) => subject.kind === 'class'),
      klas,
    )
  if (actor.hat !== 'staff') return all
  const own = ownOrTaught(all)
  // Who teaches nothing still has the calendar of the school.
  return own.length > 0 ? own : all
}

const oneOf = (all: readonly Subject[], id: string): readonly Subject[] | null => {
  const found = all.filter((subject) => subject.id === id)
  return found.length > 0 ? found : null
}
