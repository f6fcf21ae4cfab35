import { sql } from 'kysely'
import { agreementForAll, findInForce, situationsOfClass } from '#modules/agreements/index.ts'
import { findYears, taughtGroups } from '#modules/people/index.ts'
import { overseesSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import type { OpenItem } from '#platform/http/open-item.ts'
import { paths } from './paths.ts'
import { mondayOf } from './school-day.ts'
import { texts } from './texts.ts'
import type { TeacherView } from './teacher-queries.ts'

type Row = {
  group: string
  name: string
  stages: string[]
  subject: string | null
  dueOn: string
  taught: boolean
}

/** No school has more of it at once that anybody reads. */
const most = 500

/**
 * Homework that is not due yet and is only for on a screen, where it was agreed that it can always be done on paper. What it is
 * about and of whom it is, is not asked: the policies show whoever leads a team these rows alone.
 */
export const openItems = async (c: AppContext, school: string): Promise<readonly OpenItem[]> => {
  const [tx, actor, words] = [txOf<TeacherView>(c), actorOf(c), texts(c.var.lang)]
  const inForce = await findInForce(tx, { school }, ['on-paper'])
  if (!inForce.some(({ terms }) => terms['homework'] === 'always')) return []
  const { rows } = await sql<Row>`
    select h.group_id as "group", g.name, h.subject, h.due_on as "dueOn",
      (h.school_id, h.group_id) in (${taughtGroups(actor)}) as taught,
      array(select t.stage from school_stage t where t.school_id = h.school_id order by t.stage) as stages
    from homework h join school_group g on g.school_id = h.school_id and g.id = h.group_id
    where h.school_id = ${school}::uuid and h.kind = 'homework' and h.way = 'screen' and h.due_on >= ${actor.today}::date
      and not exists (select from homework_withdrawal w where w.school_id = h.school_id and w.homework_id = h.id)
    order by h.due_on, g.name, h.id limit ${most}`.execute(tx)
  const yearsOf = new Map<string, readonly string[]>()
  const found: OpenItem[] = []
  for (const { group, name, stages, subject, dueOn, taught } of rows) {
    const years = yearsOf.get(group) ?? (await findYears(tx, school, [group]))
    yearsOf.set(group, years)
    const here = situationsOfClass({ school, stages, group, years, subject })
    const agreement = agreementForAll(inForce, 'on-paper', here, actor.today)
    if (agreement?.terms['homework'] !== 'always') continue
    const isRead = overseesSchool(actor, school) || taught
    found.push({
      agreement: agreement.id,
      day: dueOn,
      title: subject === null ? name : `${name}, ${subject}`,
      line: words.openItem,
      href: isRead ? paths.week(group, mondayOf(dueOn)) : null,
    })
  }
  return found
}
