import type { PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { applyDecision } from './apply-decision.ts'
import { decide, type Choices } from './decide.ts'
import { fingerprintOf } from './fingerprint.ts'
import { findImportingSchool, type FoundPreview } from './queries.ts'
import type { Fault } from './roster.ts'
import type { RosterTables } from './tables.ts'
import { lockRoster, weigh } from './weigh.ts'

type Tables = RosterTables & PeopleTables & SchoolTables

export type ApplyOutcome = { is: 'applied' } | { is: 'stale' } | { is: 'refused'; fault: Fault }

/**
 * Applies a preview exactly as it was shown, with what was chosen on it.
 * @param shown the fingerprint of the page that was answered; 'stale' when the diff is another by now
 */
export const applyPreview = async (
  tx: Tx<Tables>,
  actor: Actor,
  preview: FoundPreview,
  { shown, choices }: { shown: string; choices: Choices },
): Promise<ApplyOutcome> => {
  const school = await findImportingSchool(tx, preview.school_id)
  await lockRoster(tx, school.id)
  const outcome = await weigh(tx, school, preview.file)
  if (!outcome.ok) return { is: 'refused', fault: outcome.fault }
  if (fingerprintOf(outcome.weighed.diff) !== shown) return { is: 'stale' }
  const decided = decide(outcome.weighed.diff, choices)
  if (!decided.ok) return { is: 'refused', fault: decided.fault }
  const { id, format, file_name: fileName } = preview
  await applyDecision(tx, decided.decision, outcome.weighed, { school: school.id, id, format, fileName, doer: actor })
  await discardPreview(tx, preview)
  return { is: 'applied' }
}

/** Throws a preview away before its day is over. */
export const discardPreview = async (
  tx: Tx<RosterTables>,
  preview: Pick<FoundPreview, 'school_id' | 'id'>,
): Promise<void> => {
  await tx
    .deleteFrom('roster_preview')
    .where('school_id', '=', preview.school_id)
    .where('id', '=', preview.id)
    .execute()
}
