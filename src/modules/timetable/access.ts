import type { Actor } from '#platform/access/actor.ts'
import { mayKeepSchool } from '#modules/school/index.ts'

/** Who keeps a school reads its timetables in. */
export const mayKeepTimetables = (actor: Actor | null): boolean => mayKeepSchool(actor)
