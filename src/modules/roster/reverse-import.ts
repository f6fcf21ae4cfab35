import { revertRoster, type PeopleTables } from '#modules/people/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { importingRole } from './access.ts'
import { findUndoParts } from './queries.ts'
import type { RosterTables } from './tables.ts'
import { lockRoster } from './weigh.ts'

type Tables = RosterTables & PeopleTables

/**
 * Takes an import back: the inverse of every row that nobody touched since. Who was touched stays, and is named.
 * @returns the ids of the people and groups that stay
 * @throws Conflict 'import-over' when it was taken back already or its 30 days are over
 */
export const reverseImport = async (
  tx: Tx<Tables>,
  doer: Doer,
  { school, id }: { school: string; id: string },
): Promise<string[]> => {
  const role = importingRole(doer, school)
  if (role === null) throw new NotFound('import')
  await lockRoster(tx, school)
  const parts = await findUndoParts(tx, school, id)
  if (parts.length === 0) throw new Conflict('import-over')
  const kept: string[] = []
  for (const { content } of parts) {
    const { persons, groups } = await revertRoster(tx, school, content)
    kept.push(...persons, ...groups)
  }
  const ids = [...new Set(kept)]
  await tx
    .insertInto('roster_reversal')
    .values({ school_id: school, import_id: id, person_id: personAt(doer, school), role, kept: ids })
    .execute()
  await tx.deleteFrom('roster_undo').where('school_id', '=', school).where('import_id', '=', id).execute()
  await record(tx, { school, event: 'roster.import.reversed', about: [id], payload: { kept: ids.length }, doer })
  return ids
}
