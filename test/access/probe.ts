import { idOf, type SchoolNumber } from './cast-names.ts'
import type { Entrance } from './matrix-contexts.ts'

export type Row = Readonly<Record<string, unknown>>

/** How each resource of docs/access.md is found, made and changed. Rows are named by school, and by who asks. */
export type Probe = {
  /** The columns that find the row. */
  key: (school: SchoolNumber, actor: Entrance) => Row
  /** A row like it that is not there yet; `other` is whose people and things it points at. */
  fresh: (school: SchoolNumber, actor: Entrance, other: SchoolNumber) => Row
  /** The column an update sets to itself. */
  column: string
  /** What an update sets instead, where the rule asks who signs it. */
  sets?: (school: SchoolNumber, actor: Entrance) => Row
  /** The row a delete is tried on, where the rule speaks of an expired one. */
  old?: (school: SchoolNumber, actor: Entrance) => Row
  /** What nobody may make of a row they may change; a row of another school, unless said otherwise. */
  smuggled?: { change: (school: SchoolNumber) => Row; by: readonly string[] }
}

/** The school of this number. */
export const s = (n: SchoolNumber): string => idOf(n, 'school')

/** A row that is found by its school and an id. */
export const withId = (id: string, column: string, fresh: (other: SchoolNumber) => Row): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), ...fresh(other) }),
  column,
})

/** The account of the guardian. */
export const guardians = (n: SchoolNumber): string => idOf(n, 'account guardian')
/** The account of who asks; who has none tries the guardian's. */
export const own = (n: SchoolNumber, actor: Entrance): string =>
  n === actor.school ? (actor.account ?? guardians(n)) : guardians(n)

/** In the own name, as a teacher does; who is no person tries the teacher's. */
export const byOneself = (n: SchoolNumber, actor: Entrance): string => idOf(n, actor.person ?? 'teacher')

/** Who writes under a row: the actor, at the command line nobody. Of another school it is always somebody. */
export const author = (n: SchoolNumber, actor: Entrance, other: SchoolNumber): string | null =>
  actor.hat === 'operator' && n === other ? null : idOf(other, actor.person ?? 'teacher')
