import type { PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { Db } from '#platform/db/types.ts'
import { decide } from './decide.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Preview } from './preview.ts'
import { findImportingSchool, type FoundPreview } from './queries.ts'
import { total } from './import-counts.ts'
import type { Counts, Fault } from './roster.ts'
import { weigh } from './weigh.ts'

/** A kept file held against the school as it is now. It is refused when the school became another (its BRIN changed). */
export const lookAtPreview = async (
  db: Db<PeopleTables & SchoolTables>,
  found: FoundPreview,
): Promise<{ ok: true; preview: Preview } | { ok: false; fault: Fault }> => {
  const { file } = found
  const outcome = await weigh(db, await findImportingSchool(db, found.school_id), file)
  if (!outcome.ok) return outcome
  const { diff } = outcome.weighed
  const decided = decide(diff, { endOn: null, end: 'all', allowLeavers: true, strict: false, proposals: new Map() })
  if (!decided.ok) return decided
  const fingerprint = fingerprintOf(diff)
  const rows: Counts = {
    pupils: file.pupils.length,
    groups: file.groups.length,
    staff: file.staff.length,
    guardians: file.guardians.length,
  }
  return {
    ok: true,
    preview: {
      id: found.id,
      school: found.school_id,
      format: found.format,
      version: file.version,
      fileName: found.file_name,
      rows,
      accepted: total(rows) - (decided.decision.refusals.length - file.refusals.length),
      skippedFields: file.skippedFields,
      diff,
      decision: decided.decision,
      fingerprint,
      moved: fingerprint !== found.fingerprint,
    },
  }
}
