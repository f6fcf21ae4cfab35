import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { asRows, columnsOf, replaceRows } from './apply-roster.ts'
import { shapes, type RosterChange, type RosterTable, type RowChanges } from './roster-rows.ts'
import type { PeopleTables } from './tables.ts'

type AnyRow = Readonly<Record<string, string | null>>
type Step = { table: RosterTable; changes: RowChanges<AnyRow> }

/** What an undo left as it is: people and groups that were touched since, or that something else now refers to. */
export type Kept = { persons: string[]; groups: string[] }

const stepsOf = (change: RosterChange): Step[] => [
  { table: 'guardianship', changes: change.guardianship },
  { table: 'group_teacher', changes: change.group_teacher },
  { table: 'group_member', changes: change.group_member },
  { table: 'staff', changes: change.staff },
  { table: 'pupil', changes: change.pupil },
  { table: 'person_contact', changes: change.person_contact },
  { table: 'person', changes: change.person },
]

/**
 * Takes back a part of an import: each person as a whole, or not at all. A person of whom any row was changed since, or to
 * whom anything now refers that the import did not bring, is kept as is.
 * @param change what the import wrote, all rows of the people concerned together
 * @returns the ids of who and what was kept
 */
export const revertRoster = async (tx: Tx<PeopleTables>, school: string, change: RosterChange): Promise<Kept> => {
  const steps = stepsOf(change)
  const owners = new Set(steps.flatMap(({ table, changes }) => rowsOf(changes).map((row) => ownerOf(table, row))))
  const kept = new Set<string>()
  for (const { table, changes } of steps) for (const owner of await touched(tx, school, table, changes)) kept.add(owner)
  for (const owner of await referredTo(tx, school, change)) kept.add(owner)
  const free = [...owners].filter((owner) => !kept.has(owner))
  for (const owner of await halving(tx, free, (some) => takeBack(tx, school, steps, new Set(some)))) kept.add(owner)

  const groups: Step = { table: 'school_group', changes: change.school_group }
  const keptGroups = new Set(await touched(tx, school, 'school_group', groups.changes))
  const freeGroups = rowsOf(groups.changes)
    .map((row) => ownerOf('school_group', row))
    .filter((id) => !keptGroups.has(id))
  for (const id of await halving(tx, freeGroups, (some) => takeBack(tx, school, [groups], new Set(some))))
    keptGroups.add(id)
  return { persons: [...kept], groups: [...keptGroups] }
}

/** The rows as the import left them. */
const rowsOf = ({ insert, update }: RowChanges<AnyRow>): AnyRow[] => [...insert, ...update.map((pair) => pair.after)]

const ownerOf = (table: RosterTable, row: AnyRow): string => row[shapes[table].owner] ?? ''

/** The owners of rows that are no longer as the import left them. */
const touched = async (
  tx: Tx<PeopleTables>,
  school: string,
  table: RosterTable,
  changes: RowChanges<AnyRow>,
): Promise<string[]> => {
  const left = rowsOf(changes)
  if (left.length === 0) return []
  const { key, columns, owner } = shapes[table]
  const { rows } = await sql<{ owner: string }>`select distinct ${sql.ref(`r.${owner}`)} as owner
    from ${asRows(table, left)} as r
    left join ${sql.table(table)} as t on t.school_id = ${school}::uuid and ${sql.ref(`t.${key}`)} = ${sql.ref(`r.${key}`)}
      and row(${columnsOf('t', columns)}) is not distinct from row(${columnsOf('r', columns)})
    where t.school_id is null`.execute(tx)
  return rows.map((row) => row.owner)
}

/** New people to whom rows refer that came later. References of other modules show when the row is taken away. */
const referredTo = async (tx: Tx<PeopleTables>, school: string, change: RosterChange): Promise<string[]> => {
  const people = change.person.insert.map((row) => row.id)
  if (people.length === 0) return []
  const own = [...change.group_member.insert, ...change.group_teacher.insert, ...change.guardianship.insert].map(
    (row) => row.id,
  )
  const { rows } = await sql<{ id: string }>`
    with own as (select unnest(${own}::uuid[]) as id), people as (select unnest(${people}::uuid[]) as id)
    select people.id from people where exists (
      select from guardianship g where g.school_id = ${school}::uuid and g.pupil_id = people.id and g.id not in (select id from own))
    or exists (
      select from guardianship g where g.school_id = ${school}::uuid and g.guardian_id = people.id and g.id not in (select id from own))
    or exists (
      select from group_member m where m.school_id = ${school}::uuid and m.pupil_id = people.id and m.id not in (select id from own))
    or exists (
      select from group_teacher t where t.school_id = ${school}::uuid and t.person_id = people.id and t.id not in (select id from own))
    or exists (select from staff_role r where r.school_id = ${school}::uuid and r.person_id = people.id)`.execute(tx)
  return rows.map((row) => row.id)
}

const takeBack = async (
  tx: Tx<PeopleTables>,
  school: string,
  steps: readonly Step[],
  owners: ReadonlySet<string>,
): Promise<void> => {
  const mine = steps.map(({ table, changes }) => ({
    table,
    insert: changes.insert.filter((row) => owners.has(ownerOf(table, row))),
    update: changes.update.filter((pair) => owners.has(ownerOf(table, pair.after))),
  }))
  for (const { table, insert } of mine) {
    if (insert.length === 0) continue
    const { key } = shapes[table]
    const keys = insert.map((row) => row[key] ?? '')
    await sql`delete from ${sql.table(table)} as t where t.school_id = ${school}::uuid and ${sql.ref(`t.${key}`)} = any (${keys}::uuid[])`.execute(
      tx,
    )
  }
  for (const { table, update } of mine.toReversed()) {
    const back = update.map(({ before, after }) => ({ before: after, after: before }))
    if ((await replaceRows(tx, school, table, back)) !== back.length) throw new Conflict('roster-changed')
  }
}

const refusals = new Set(['23503', '23505'])
const isReferredTo = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && refusals.has(error.code)

/** Does it for all at once; where the database refuses, for each half, down to the ones it refuses. @returns those */
const halving = async (
  tx: Tx<PeopleTables>,
  all: readonly string[],
  run: (some: readonly string[]) => Promise<void>,
): Promise<string[]> => {
  if (all.length === 0) return []
  await sql`savepoint revert_roster`.execute(tx)
  try {
    await run(all)
    await sql`release savepoint revert_roster`.execute(tx)
    return []
  } catch (error) {
    await sql`rollback to savepoint revert_roster`.execute(tx)
    await sql`release savepoint revert_roster`.execute(tx)
    if (!isReferredTo(error)) throw error
    if (all.length === 1) return [...all]
    const middle = Math.ceil(all.length / 2)
    return [...(await halving(tx, all.slice(0, middle), run)), ...(await halving(tx, all.slice(middle), run))]
  }
}
