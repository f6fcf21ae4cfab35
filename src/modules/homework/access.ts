import { takesGroups } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'

/** Families read what is asked of the child, pupils what is asked of them, staff what is asked of the groups in reach. */
export const mayReadHomework = (actor: Actor | null): boolean => actor !== null && actor.hat !== null

/** Staff open the form; who teaches nobody reads so there. */
export const mayOpenHomeworkForm = (actor: Actor | null): boolean => actor?.hat === 'staff'

/** Who teaches, or substitutes, sets homework; for which groups, the finders say. */
export const maySetHomework = (actor: Actor | null): boolean => actor?.hat === 'staff' && actor.at.some(takesGroups)

/** A pupil alone says what is done, and nobody else reads it. */
export const mayTickHomework = (actor: Actor | null): boolean => actor?.hat === 'pupil'
