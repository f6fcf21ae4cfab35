import { findYears } from '#modules/people/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { writeOpenItem } from './open-item.ts'
import { findTaughtGroup, type TeacherView } from './teacher-queries.ts'
import type { Kind, Way } from './tables.ts'

/** What a teacher types, with the day it is for. */
export type Asked = {
  subject: string | null
  title: string
  details: string | null
  dueOn: string
  dueTime: string | null
  way: Way | null
  minutes: number | null
}

export type NewHomework = Asked & { school: string; group: string; kind: Kind }

/**
 * Sets homework, or announces a test, for a group that the doer teaches. The operator lays it at a school that is made up, in the
 * name of a teacher.
 * @param once a key of the form: what is sent twice is set once
 * @returns the id
 * @throws NotFound for a group that the doer does not teach
 */
export const setHomework = async (
  tx: Tx<TeacherView>,
  doer: Doer,
  wish: NewHomework & { once?: string | undefined; by?: string | undefined },
): Promise<string> => {
  const { school, group, kind, once } = wish
  const by = 'at' in doer ? await ownPerson(tx, doer, wish) : wish.by
  if (by === undefined) throw new NotFound('teacher')
  const added = await tx
    .insertInto('homework')
    .values({
      school_id: school,
      group_id: group,
      kind,
      set_by: by,
      ...columnsOf(wish),
      ...(once === undefined ? {} : { once }),
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'set_by', 'once']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return findSent(tx, school, by, once ?? '')
  if (kind === 'homework' && wish.way === 'screen') await writeOpenItem(tx, { school, id: added.id, group })
  await record(tx, {
    school,
    event: 'homework.item.set',
    about: [added.id, group],
    payload: { kind, ...payloadOf(wish), years: await findYears(tx, school, [group]) },
    doer,
  })
  return added.id
}

const ownPerson = async (
  tx: Tx<TeacherView>,
  doer: Extract<Doer, { at: unknown }>,
  { school, group }: NewHomework,
): Promise<string | undefined> => {
  const taught = await findTaughtGroup(tx, doer, group)
  if (taught.school !== school) throw new NotFound('group')
  return doer.at.find((standing) => standing.school === school)?.person
}

const findSent = async (tx: Tx<TeacherView>, school: string, by: string, once: string): Promise<string> =>
  (
    await tx
      .selectFrom('homework')
      .where('school_id', '=', school)
      .where('set_by', '=', by)
      .where('once', '=', once)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id

/** What was typed, as the tables name it. */
export const columnsOf = ({ subject, title, details, dueOn, dueTime, way, minutes }: Asked) => ({
  subject,
  title,
  details,
  due_on: dueOn,
  due_time: dueTime,
  way,
  minutes,
})

/** What was typed, as the ledger tells it. */
export const payloadOf = ({ subject, title, details, dueOn, dueTime, way, minutes }: Asked) => ({
  subject,
  title,
  details,
  dueOn,
  dueTime,
  way,
  minutes,
})
