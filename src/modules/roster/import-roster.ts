import type { Kysely } from 'kysely'
import type { PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { applyDecision, newIds } from './apply-decision.ts'
import { decide, type Decision } from './decide.ts'
import { shorten } from './normalise/clean-text.ts'
import { fileNameOf } from './file-name.ts'
import { idsNeeded, planRoster } from './plan.ts'
import { findImportingSchool, findSchoolByKey, type ImportingSchool } from './queries.ts'
import { gatherBytes } from './read/gather-bytes.ts'
import { readFile } from './read/read-file.ts'
import { refusedResult, resultOf, type ImportResult, type ResultHead } from './result.ts'
import type { Counts, Fault, Format, ReadOutcome, Refusal, RosterFile } from './roster.ts'
import type { RosterTables } from './tables.ts'
import { texts } from './texts.ts'
import { lockRoster, weigh } from './weigh.ts'

export type ImportTables = RosterTables & PeopleTables & SchoolTables

export type ImportRequest = {
  format: Format
  /** As it is told back; never opened. */
  fileName: string
  bytes: Uint8Array | AsyncIterable<Uint8Array>
  schoolKey: string
  dryRun?: boolean
  /** The first day that who is missing is no longer at the school, YYYY-MM-DD. */
  endMissing?: string | null
  allowLeavers?: boolean
  strict?: boolean
  lang?: Lang
}

/** `refused` is the one sentence of a file that is refused whole: nothing was changed. `id` is that of the applied import. */
export type ImportOutcome = { refused: string | null; id: string | null; result: ImportResult }

/**
 * Imports a file at the command line (or the demo), as the operator of the school: reads it in a thread of its own,
 * compares it with the school, and writes all of it in one transaction or nothing.
 * @param reader reads the bytes; in a thread of its own unless given
 */
export const importRoster = async (
  db: Kysely<ImportTables>,
  request: ImportRequest,
  reader: typeof readFile = readFile,
): Promise<ImportOutcome> => {
  const { format, fileName, schoolKey, dryRun = false, lang = 'en' } = request
  const head: ResultHead = { format, file: fileName, school: schoolKey, dryRun }
  const refuse = (fault: Fault, refusals: readonly Refusal[] = []): ImportOutcome => ({
    refused: texts(lang).fault(fault),
    id: null,
    result: refusedResult(head, fault, lang, refusals),
  })
  const school = await findSchool(db, schoolKey)
  if (school === null) return refuse({ code: 'schoolUnknown', found: shorten(schoolKey, 40) })
  const read = await readRequest(request, school, reader)
  if (!read.ok) return refuse(read.fault)

  try {
    const done = await asOperator(db, school.id, (tx) => importFile(tx, school, read.file, request))
    if (!done.ok) return refuse(done.fault, done.refusals)
    const { decision, ended, id } = done
    return { refused: null, id, result: resultOf(head, decision, ended, read.file.skippedFields, lang) }
  } catch (error) {
    if (error instanceof Conflict) return refuse({ code: 'changedMeanwhile' })
    throw error
  }
}

type Done =
  | { ok: true; decision: Decision; ended: Counts; id: string | null }
  | { ok: false; fault: Fault; refusals: readonly Refusal[] }

const importFile = async (
  tx: Tx<ImportTables>,
  school: ImportingSchool,
  file: RosterFile,
  request: ImportRequest,
): Promise<Done> => {
  const { format, dryRun = false, endMissing = null, allowLeavers = false, strict = false } = request
  await lockRoster(tx, school.id)
  const outcome = await weigh(tx, school, file)
  if (!outcome.ok) return { ...outcome, refusals: [] }
  const choices = { endOn: endMissing, end: 'all', allowLeavers, strict, proposals: new Map() } as const
  const decided = decide(outcome.weighed.diff, choices)
  if (!decided.ok) return decided
  const { decision } = decided
  if (dryRun) {
    const ids = Array.from({ length: idsNeeded(decision) }, () => '')
    return { ok: true, decision, ended: planRoster(decision, outcome.weighed.snapshot, '', ids).ended, id: null }
  }
  const [id = ''] = await newIds(tx, 1)
  const doer = { hat: 'operator', school: school.id } as const
  const applying = { school: school.id, id, format, fileName: fileNameOf(request.fileName), doer }
  const { ended } = await applyDecision(tx, decision, outcome.weighed, applying)
  return { ok: true, decision, ended, id }
}

/** The school by its short name, with what only its own operator sees. */
const findSchool = async (db: Kysely<ImportTables>, key: string): Promise<ImportingSchool | null> => {
  const found = await asOperator(db, null, (tx) => findSchoolByKey(tx, key))
  return found && asOperator(db, found.id, (tx) => findImportingSchool(tx, found.id))
}

const readRequest = async (
  { format, bytes }: ImportRequest,
  school: ImportingSchool,
  reader: typeof readFile,
): Promise<ReadOutcome> => {
  const gathered = await gatherBytes(bytes)
  return gathered.ok ? reader(format, gathered.bytes, { stages: school.stages, today: school.today }) : gathered
}
