import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { shapes, type RosterChange, type RosterTable, type RowChanges } from './roster-rows.ts'
import type { PeopleTables } from './tables.ts'

type AnyRow = Readonly<Record<string, string | null>>

/** Rows per statement: large enough that the network does not count, small enough for a parameter. */
const most = 5000

export const batchesOf = <Item>(items: readonly Item[], size = most): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

/** The rows as a relation of the table's own row type. */
export const asRows = (table: RosterTable, rows: readonly AnyRow[]): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`

export const columnsOf = (alias: string, columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)))

/**
 * Writes what an import decided: set by set, in one transaction, all of it or nothing.
 * @throws Conflict when a row is no longer as the import saw it, or a new one is already there
 */
export const applyRoster = async (tx: Tx<PeopleTables>, school: string, change: RosterChange): Promise<void> => {
  await write(tx, school, 'school_group', change.school_group)
  await write(tx, school, 'person', change.person)
  await write(tx, school, 'person_contact', change.person_contact)
  await write(tx, school, 'pupil', change.pupil)
  await write(tx, school, 'staff', change.staff)
  await write(tx, school, 'group_member', change.group_member)
  await write(tx, school, 'group_teacher', change.group_teacher)
  await write(tx, school, 'guardianship', change.guardianship)
}

// What ends goes before what begins: nobody is twice in one group.
const write = async (
  tx: Tx<PeopleTables>,
  school: string,
  table: RosterTable,
  { insert, update }: RowChanges<AnyRow>,
) => {
  for (const batch of batchesOf(update)) {
    const changed = await replaceRows(tx, school, table, batch)
    if (changed !== batch.length) throw new Conflict('roster-changed')
  }
  for (const batch of batchesOf(insert)) await insertRows(tx, school, table, batch)
}

const insertRows = async (tx: Tx<PeopleTables>, school: string, table: RosterTable, rows: readonly AnyRow[]) => {
  const { key, columns } = shapes[table]
  const all = [key, ...columns.filter((column) => column !== key)]
  const { numAffectedRows } =
    await sql`insert into ${sql.table(table)} (school_id, ${sql.join(all.map((one) => sql.ref(one)))})
    select ${school}::uuid, ${columnsOf('r', all)} from ${asRows(table, rows)} as r
    on conflict do nothing`.execute(tx)
  if (Number(numAffectedRows) !== rows.length) throw new Conflict('roster-changed')
}

/** Replaces rows that still are as they were. @returns how many were */
export const replaceRows = async (
  tx: Tx<PeopleTables>,
  school: string,
  table: RosterTable,
  pairs: readonly { before: AnyRow; after: AnyRow }[],
): Promise<number> => {
  if (pairs.length === 0) return 0
  const { key, columns } = shapes[table]
  const { numAffectedRows } = await sql`update ${sql.table(table)} as t
    set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`a.${column}`)}`))}
    from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) as pair,
      jsonb_populate_record(null::${sql.table(table)}, pair -> 'before') as b,
      jsonb_populate_record(null::${sql.table(table)}, pair -> 'after') as a
    where t.school_id = ${school}::uuid and ${sql.ref(`t.${key}`)} = ${sql.ref(`b.${key}`)}
      and row(${columnsOf('t', columns)}) is not distinct from row(${columnsOf('b', columns)})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
