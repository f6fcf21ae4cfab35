import { sql } from 'kysely'
import { agreementFor, findInForce, schoolWide, type AgreementTables } from '#modules/agreements/index.ts'
import { daysBetween, overseesSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import type { OpenItem } from '#platform/http/open-item.ts'
import { eventName, type CalendarEvent } from './event.ts'
import { paths } from './paths.ts'
import type { CalendarView } from './queries.ts'
import { texts } from './texts.ts'

type Row = Pick<CalendarEvent, 'id' | 'kind' | 'name' | 'startsOn' | 'stage'> & { toldOn: string }

/** Events to come that people could know of later than was agreed: families need an extra word. */
export const openItems = async (c: AppContext, school: string): Promise<readonly OpenItem[]> => {
  const [tx, actor, words] = [txOf<CalendarView & AgreementTables>(c), actorOf(c), texts(c.var.lang)]
  const inForce = await findInForce(tx, { school }, ['events'])
  if (inForce.length === 0) return []
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.name, e.starts_on as "startsOn", e.stage, e.told_on as "toldOn"
    from calendar_event e
    where e.school_id = ${school}::uuid and e.starts_on >= ${actor.today}::date and e.told_on is not null
    order by e.starts_on, e.id`.execute(tx)
  return rows.flatMap((event) => {
    const { id, startsOn, stage, toldOn } = event
    const agreement = agreementFor(inForce, 'events', { ...schoolWide(school), stage }, toldOn)
    const days = agreement?.terms['days']
    const ahead = daysBetween(toldOn, startsOn)
    if (agreement === null || typeof days !== 'number' || ahead >= days) return []
    return {
      agreement: agreement.id,
      day: startsOn,
      title: eventName(c.var.lang, event),
      line: words.openItem(ahead, days),
      href: overseesSchool(actor, school) ? paths.event(id) : null,
    }
  })
}
