import type { Doer } from '#platform/access/actor.ts'
import { addFile, type FileTables, type TakenFile } from '#modules/files/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { ShowingTables } from './tables.ts'

export type NewShowing = {
  school: string
  /** Given by the page, so that the same form sent twice shows it once. */
  id: string
  pupil: string
  line: string
  file: TakenFile
}

/**
 * Shows a piece of work to the guardians of the pupil. A teacher is named with it; that the doer is the pupil, or teaches it
 * where pupils have no account, the policies demand.
 * @returns false when something was shown that day already: then nothing is done
 */
export const showWork = async (
  tx: Tx<ShowingTables & FileTables>,
  doer: Doer,
  { school, id, pupil, line, file }: NewShowing,
): Promise<boolean> => {
  const fileId = await addFile(tx, school, file)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('showing')
    .values({ school_id: school, id, pupil_id: pupil, file_id: fileId, line, placed_by: placerOf(doer, school) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await record(tx, { school, event: 'showings.work.shown', about: [pupil, id], payload: { kind: file.kind }, doer })
  return true
}

const placerOf = (doer: Doer, school: string): string | null =>
  doer.hat === 'staff' && 'at' in doer ? (doer.at.find((standing) => standing.school === school)?.person ?? null) : null
