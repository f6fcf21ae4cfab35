import type { PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { importsAt } from './access.ts'
import { fingerprintOf } from './fingerprint.ts'
import { findImportingSchool } from './queries.ts'
import { gatherBytes } from './read/gather-bytes.ts'
import { readFile } from './read/read-file.ts'
import type { Fault, Format } from './roster.ts'
import type { RosterTables } from './tables.ts'
import { weigh } from './weigh.ts'

type Tables = RosterTables & PeopleTables & SchoolTables
export type UploadedFile = {
  school: string
  format: Format
  fileName: string
  bytes: AsyncIterable<Uint8Array> | Uint8Array
}

/**
 * Reads a file and keeps it for a day, so that what is applied is what was shown.
 * @returns the id of the preview, or why the file is refused whole
 */
export const makePreview = async (
  tx: Tx<Tables>,
  actor: Actor,
  uploaded: UploadedFile,
): Promise<{ ok: true; id: string } | { ok: false; fault: Fault }> => {
  const person = personAt(actor, uploaded.school)
  if (person === null || !importsAt(actor, uploaded.school)) throw new NotFound('school')
  const school = await findImportingSchool(tx, uploaded.school)
  const gathered = await gatherBytes(uploaded.bytes)
  if (!gathered.ok) return gathered
  const read = await readFile(uploaded.format, gathered.bytes, { stages: school.stages, today: school.today })
  if (!read.ok) return read
  const outcome = await weigh(tx, school, read.file)
  if (!outcome.ok) return outcome
  const { id } = await tx
    .insertInto('roster_preview')
    .values({
      school_id: school.id,
      format: uploaded.format,
      file_name: uploaded.fileName,
      person_id: person,
      content: Buffer.from(JSON.stringify(read.file)),
      fingerprint: fingerprintOf(outcome.weighed.diff),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ok: true, id }
}
