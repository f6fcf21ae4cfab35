import { schoolsWithRole, type Actor } from '#platform/access/actor.ts'

/** Whoever is a pupil or works at a school has a page of results; what stands on it, the gate says. */
export const mayReadResults = (actor: Actor | null): boolean => actor?.hat === 'pupil' || actor?.hat === 'staff'

/** How a child is getting on: for its guardians. */
export const mayReadProgress = (actor: Actor | null): boolean => actor?.hat === 'guardian'

/** A pupil alone tells it at home. */
export const mayTell = (actor: Actor | null): boolean => actor?.hat === 'pupil'

/** Who teaches enters results; of which groups, the finders say. Who takes a group for a day does not. */
export const mayEnterResults = (actor: Actor | null): boolean =>
  actor?.hat === 'staff' && actor.at.some(({ roles }) => roles.includes('teacher'))

/** Who decides on a change in the exam dossier. */
export const mayDecideExam = (actor: Actor | null): boolean => actor !== null && decidesExamAt(actor).length > 0

/** Whose own work the exam dossier is. A school without exams has nobody like that. */
export const keepsExams = (actor: Actor | null): boolean =>
  actor !== null && schoolsWithRole(actor, 'exam_secretary').length > 0

export const decidesExamAt = (actor: Actor): string[] => schoolsWithRole(actor, 'head', 'deputy', 'exam_secretary')

/** The schools of which the actor reads all results. */
export const leadsResultsAt = (actor: Actor): string[] => schoolsWithRole(actor, 'head', 'deputy')
