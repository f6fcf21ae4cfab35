import type { Actor } from '#platform/access/actor.ts'

/** When the report comes, whoever is something at a school may know. Who keeps the calendar keeps the moments. */
export const mayReadReports = (actor: Actor | null): boolean => actor !== null && actor.hat !== null
