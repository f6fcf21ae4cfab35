import type { StaffRole } from '#platform/access/actor.ts'
import type { Name } from '../cast.ts'
import type { Department } from './subjects.data.ts'

/** A teacher; of the first of the classes that were promised also the mentor. */
export type CastTeacher = Name & {
  key: string
  department: Department
  classes: readonly string[]
  /** The room that is mostly this teacher's. */
  room: string | null
}

const teacher = (
  key: string,
  [firstName, prefix, lastName]: readonly [string, string | null, string],
  department: Department,
  classes: readonly string[] = [],
  room: string | null = null,
): CastTeacher => ({ key, firstName, prefix, lastName, department, classes, room })

/** The teachers with a story; the others are drawn. */
export const teachersByName: readonly CastTeacher[] = [
  teacher('DO-011', ['Loes', null, 'Bakker'], 'dutch', ['3c'], 'lokaal 12'),
  teacher('DO-012', ['Emre', null, 'Yılmaz'], 'maths', ['2d', '3c'], 'lokaal 16'),
  teacher('DO-013', ['Siobhán', null, "O'Dwyer"], 'english', ['3d', '3c'], 'lokaal 9'),
  teacher('DO-014', ['Cornélie', 'van der', 'Straaten-’t Sant'], 'classics', ['5a']),
  teacher('DO-015', ['IJsbrand', 'op den', 'Camp'], 'geography', ['4c', '3c'], 'lokaal 21'),
]

export type Colleague = Name & { key: string; role: StaffRole | null }

/** Who works at the school and does not teach. */
export const colleagues: readonly Colleague[] = [
  { key: 'DO-001', firstName: 'Ruben', prefix: null, lastName: 'Mensah', role: 'team_leader' },
  { key: 'DO-002', firstName: 'Fatma', prefix: null, lastName: 'Kılıç', role: 'office' },
  { key: 'DO-003', firstName: 'Bert-Jan', prefix: 'van ’t', lastName: 'Hof', role: 'administrator' },
  { key: 'DO-004', firstName: 'Ø', prefix: null, lastName: 'Lund', role: 'head' },
]

/** Who has more roles. Ruben leads a team, keeps the exam dossier, and takes a class when its teacher is away; Loes has a seat in the council. */
export const moreRoles: readonly { key: string; role: StaffRole }[] = [
  { key: 'DO-001', role: 'substitute' },
  { key: 'DO-001', role: 'exam_secretary' },
  { key: 'DO-011', role: 'council_staff' },
]
export const standsIn = { key: 'DO-001', group: '5a' } as const
