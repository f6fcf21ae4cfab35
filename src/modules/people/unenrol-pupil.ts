import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { sql } from 'kysely'
import type { PeopleTables } from './tables.ts'

/**
 * Says which day is a pupil's last at this school: the groups end with it, and the day after it the file closes for the
 * guardians, the teachers and the pupil. Saying another day later puts the first right.
 * @param lastDay 'YYYY-MM-DD', the last day on which the pupil is at school
 * @throws Conflict 'before the start' when the pupil came later
 */
export const unenrolPupil = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, pupil, lastDay }: { school: string; pupil: string; lastDay: string },
): Promise<void> => {
  demandKeeper(doer, school)
  const before = await tx
    .selectFrom('pupil')
    .select(['entered_on', 'left_on'])
    .where('school_id', '=', school)
    .where('person_id', '=', pupil)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('pupil'))
  if (before.entered_on !== null && lastDay < before.entered_on) throw new Conflict('before the start')
  const leftOn = sql<string>`${lastDay}::date + 1`
  await tx
    .updateTable('pupil')
    .set({ left_on: leftOn })
    .where('school_id', '=', school)
    .where('person_id', '=', pupil)
    .execute()
  await tx
    .updateTable('group_member')
    .set({ ended_on: leftOn })
    .where('school_id', '=', school)
    .where('pupil_id', '=', pupil)
    .where(({ or, eb }) =>
      or([
        eb('ended_on', 'is', null),
        eb('ended_on', '>', leftOn),
        // What the day said before had ended.
        ...(before.left_on === null ? [] : [eb('ended_on', '=', before.left_on)]),
      ]),
    )
    .execute()
  await record(tx, { school, event: 'people.pupil.unenrolled', about: [pupil], payload: { lastDay }, doer })
}
