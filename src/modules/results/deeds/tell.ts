import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { findOwn, type ResultView } from '../queries.ts'
import type { Choice } from '../tables.ts'

/**
 * What a pupil chose for a result: told it, and then every guardian with authority sees it at once; tells it later; or talks with the
 * mentor first. A choice takes the place of the one before. @throws NotFound for what the pupil may not know; Conflict when home knows
 */
export const tell = async (tx: Tx<ResultView>, actor: Actor, id: string, choice: Choice): Promise<void> => {
  const own = await findOwn(tx, actor, id)
  if (own.choice === choice) return
  if (own.atHome) throw new Conflict('home knows')
  const { school, pupil } = own
  await endChoice(tx, own)
  await tx.insertInto('result_telling').values({ school_id: school, result_id: id, pupil_id: pupil, choice }).execute()
  if (choice === 'told')
    await tx
      .insertInto('result_release')
      .values({ school_id: school, result_id: id, pupil_id: pupil, reader: 'guardian', released_by: pupil })
      .execute()
  await record(tx, { school, event: 'results.grade.told', about: [id, pupil], payload: { choice }, doer: actor })
}

/** Takes back what was chosen. That it was told, within ten minutes. @throws NotFound; Conflict when it is too late or nothing was chosen */
export const untell = async (tx: Tx<ResultView>, actor: Actor, id: string): Promise<void> => {
  const own = await findOwn(tx, actor, id)
  if (own.choice === null || (own.choice === 'told' && !own.canUndo)) throw new Conflict('too late')
  const { school, pupil } = own
  await endChoice(tx, own)
  if (own.choice === 'told')
    await tx
      .deleteFrom('result_release')
      .where('school_id', '=', school)
      .where('result_id', '=', id)
      .where('reader', '=', 'guardian')
      .where('released_by', '=', pupil)
      .execute()
  await record(tx, { school, event: 'results.grade.untold', about: [id, pupil], payload: {}, doer: actor })
}

const endChoice = async (tx: Tx<ResultView>, { school, id }: { school: string; id: string }): Promise<void> => {
  await tx
    .updateTable('result_telling')
    .set({ undone_at: sql<Date>`app.now()` })
    .where('school_id', '=', school)
    .where('result_id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}
