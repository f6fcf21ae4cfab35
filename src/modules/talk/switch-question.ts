import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { TalkTables } from './tables.ts'

/** Switches the question of the day off for this guardian, at every school of the own children. Once however often it is sent. */
export const switchQuestionOff = async (tx: Tx<TalkTables>, actor: Actor): Promise<void> => {
  for (const { school, person } of actor.at) {
    const added = await tx
      .insertInto('talk_question_off')
      .values({ school_id: school, person_id: person })
      .onConflict((conflict) =>
        conflict
          .columns(['school_id', 'person_id'])
          .where(sql<boolean>`ended_at is null`)
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) continue
    await record(tx, { school, event: 'talk.question.off', about: [person], payload: {}, doer: actor })
  }
}

/** Switches it on again. */
export const switchQuestionOn = async (tx: Tx<TalkTables>, actor: Actor): Promise<void> => {
  for (const { school, person } of actor.at) {
    const ended = await tx
      .updateTable('talk_question_off')
      .set({ ended_at: sql<Date>`app.now()` })
      .where('school_id', '=', school)
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (ended === undefined) continue
    await record(tx, { school, event: 'talk.question.on', about: [person], payload: {}, doer: actor })
  }
}
