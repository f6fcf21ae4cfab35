import { sql } from 'kysely'
import { agreementForAll, findInForce, readsOpenItems, situationsOfClass } from '#modules/agreements/index.ts'
import { overseesSchool } from '#modules/school/index.ts'
import { taughtGroups } from '#modules/people/index.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import type { OpenItem } from '#platform/http/open-item.ts'
import { paths } from './paths.ts'
import { mondayOf } from './school-day.ts'
import { texts } from './texts.ts'
import type { TeacherView } from './teacher-queries.ts'

/** No school has more of it at once that anybody reads. */
const most = 500

/**
 * Homework that is not due yet and is only for on a screen, where it was agreed that it can always be done on paper. Of the homework
 * itself nothing is read: what it is about and of whom it is, does not stand in the table of open items.
 */
export const openItems = async (c: AppContext, school: string): Promise<readonly OpenItem[]> => {
  const [tx, actor, words] = [txOf<TeacherView>(c), actorOf(c), texts(c.var.lang)]
  if (!readsOpenItems(actor, school)) return []
  const inForce = await findInForce(tx, { school }, ['on-paper'])
  if (!inForce.some(({ terms }) => terms['homework'] === 'always')) return []
  const rows = await tx
    .selectFrom('homework_open_item as i')
    .where('i.school_id', '=', school)
    .where('i.due_on', '>=', actor.today)
    .select(['i.group_id as group', 'i.group_name as name', 'i.years', 'i.subject', 'i.due_on as dueOn'])
    .select(sql<boolean>`(i.school_id, i.group_id) in (${taughtGroups(actor)})`.as('taught'))
    .select(
      sql<string[]>`array(select t.stage from school_stage t where t.school_id = i.school_id order by t.stage)`.as(
        'stages',
      ),
    )
    .orderBy('i.due_on')
    .orderBy('i.group_name')
    .orderBy('i.homework_id')
    .limit(most)
    .execute()
  return rows.flatMap(({ group, name, stages, years, subject, dueOn, taught }) => {
    const here = situationsOfClass({ school, stages, group, years, subject })
    const agreement = agreementForAll(inForce, 'on-paper', here, actor.today)
    if (agreement?.terms['homework'] !== 'always') return []
    const isRead = overseesSchool(actor, school) || taught
    return [
      {
        agreement: agreement.id,
        day: dueOn,
        title: subject === null ? name : `${name}, ${subject}`,
        line: words.openItem,
        href: isRead ? paths.week(group, mondayOf(dueOn)) : null,
      },
    ]
  })
}
