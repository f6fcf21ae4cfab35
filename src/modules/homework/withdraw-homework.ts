import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { dropOpenItem } from './open-item.ts'
import { findItem, type Item, type TeacherView } from './teacher-queries.ts'

/**
 * Withdraws what was asked; it is told for a while. A second time changes nothing.
 * @throws NotFound when the actor does not teach its group
 */
export const withdrawHomework = async (tx: Tx<TeacherView>, actor: Actor, id: string): Promise<Item> => {
  const item = await findItem(tx, actor, id)
  const by = actor.at.find(({ school }) => school === item.school)?.person ?? ''
  const added = await tx
    .insertInto('homework_withdrawal')
    .values({ school_id: item.school, homework_id: id, group_id: item.group, withdrawn_by: by })
    .onConflict((conflict) => conflict.columns(['school_id', 'homework_id']).doNothing())
    .returning('homework_id')
    .executeTakeFirst()
  if (added === undefined) return item
  await dropOpenItem(tx, item)
  await record(tx, {
    school: item.school,
    event: 'homework.item.withdrawn',
    about: [id, item.group],
    payload: {},
    doer: actor,
  })
  return item
}
