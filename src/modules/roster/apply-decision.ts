import { sql } from 'kysely'
import { applyRoster, type PeopleTables, type RosterChange } from '#modules/people/index.ts'
import { addSchoolYear, type SchoolTables } from '#modules/school/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { importingRole } from './access.ts'
import type { Decision } from './decide.ts'
import { idsNeeded, planRoster } from './plan.ts'
import type { ImportCounts } from './import-counts.ts'
import type { Format } from './roster.ts'
import type { RosterTables } from './tables.ts'
import { partsOf } from './undo-parts.ts'
import type { Weighed } from './weigh.ts'

type Tables = RosterTables & PeopleTables & SchoolTables
export type Applying = { school: string; id: string; format: Format; fileName: string; doer: Doer }

/**
 * Writes a decision: the rows, what is needed to take them back, the import, and one row in the ledger.
 * @throws Conflict when the school is no longer as the decision saw it
 */
export const applyDecision = async (
  tx: Tx<Tables>,
  decision: Decision,
  { snapshot, year }: Weighed,
  applying: Applying,
): Promise<ImportCounts> => {
  const { school, id, format, fileName, doer } = applying
  const role = importingRole(doer, school)
  if (role === null) throw new NotFound('school')
  const { label, startsOn, endsOn } = year
  const yearId =
    year.id ??
    (decision.diff.groups.added.length === 0 ? '' : await addSchoolYear(tx, doer, { school, label, startsOn, endsOn }))
  const { change, ended } = planRoster(decision, snapshot, yearId, await newIds(tx, idsNeeded(decision)))
  await applyRoster(tx, school, change)
  const { added, changed, unchanged, missing, diff, refusals } = decision
  const counts = { added, changed, unchanged, missing, ended, repairs: diff.repairs.length, refusals: refusals.length }
  await tx
    .insertInto('roster_import')
    .values({
      school_id: school,
      id,
      format,
      file_name: fileName,
      person_id: personAt(doer, school),
      role,
      counts: JSON.stringify(counts),
    })
    .execute()
  await keepForUndo(tx, school, id, change)
  await record(tx, { school, event: 'roster.import.applied', about: [id], payload: { format, ...counts }, doer })
  return counts
}

export const newIds = async <T>(tx: Tx<T>, count: number): Promise<string[]> => {
  const { rows } = await sql<{
    id: string
  }>`select gen_random_uuid() as id from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map((row) => row.id)
}

const keepForUndo = async (tx: Tx<RosterTables>, school: string, id: string, change: RosterChange): Promise<void> => {
  let part = 0
  for (const content of partsOf(change)) {
    await tx
      .insertInto('roster_undo')
      .values({ school_id: school, import_id: id, part, content: JSON.stringify(content) })
      .execute()
    part += 1
  }
}
