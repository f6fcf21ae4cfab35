import { findYears } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { dropOpenItem, writeOpenItem } from './open-item.ts'
import { columnsOf, payloadOf, type Asked } from './set-homework.ts'
import { findItem, type Item, type TeacherView } from './teacher-queries.ts'

/**
 * Changes what is asked, and keeps how it was. What is the same as before changes nothing.
 * @throws NotFound when the actor does not teach its group; Conflict when it was withdrawn
 */
export const changeHomework = async (tx: Tx<TeacherView>, actor: Actor, id: string, wish: Asked): Promise<Item> => {
  const now = await findItem(tx, actor, id)
  if (now.withdrawn) throw new Conflict('homework')
  if (JSON.stringify(payloadOf(now)) === JSON.stringify(payloadOf(wish))) return now
  const by = actor.at.find(({ school }) => school === now.school)?.person ?? ''
  await tx
    .insertInto('homework_change')
    .values({ school_id: now.school, homework_id: id, group_id: now.group, changed_by: by, ...columnsOf(now) })
    .execute()
  await tx
    .updateTable('homework')
    .set(columnsOf(wish))
    .where('school_id', '=', now.school)
    .where('id', '=', id)
    .execute()
  await dropOpenItem(tx, now)
  if (now.kind === 'homework' && wish.way === 'screen') await writeOpenItem(tx, now)
  await record(tx, {
    school: now.school,
    event: 'homework.item.changed',
    about: [id, now.group],
    payload: {
      was: payloadOf(now),
      now: { ...payloadOf(wish), years: await findYears(tx, now.school, [now.group]) },
    },
    doer: actor,
  })
  return { ...now, ...wish }
}
