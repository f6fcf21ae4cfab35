import { sql } from 'kysely'
import {
  agreementForAll,
  findInForce,
  readsOpenItems,
  situationsOfStages,
  type AgreementTables,
} from '#modules/agreements/index.ts'
import { daysBetween, overseesSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import type { OpenItem } from '#platform/http/open-item.ts'
import { findStages } from './announced.ts'
import { audienceOf, eventName, type CalendarEvent } from './event.ts'
import { paths } from './paths.ts'
import type { CalendarView } from './queries.ts'
import { texts } from './texts.ts'

type Row = Pick<CalendarEvent, 'id' | 'kind' | 'name' | 'startsOn' | 'audience' | 'stage' | 'groups'> & {
  toldOn: string
}

/** Events to come that people could know of later than was agreed: families need an extra word. */
export const openItems = async (c: AppContext, school: string): Promise<readonly OpenItem[]> => {
  const [tx, actor, words] = [txOf<CalendarView & AgreementTables>(c), actorOf(c), texts(c.var.lang)]
  if (!readsOpenItems(actor, school)) return []
  const inForce = await findInForce(tx, { school }, ['events'])
  if (inForce.length === 0) return []
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.name, e.starts_on as "startsOn", e.audience, e.stage, e.told_on as "toldOn",
      coalesce((select jsonb_agg(jsonb_build_object('id', o.group_id, 'name', '') order by o.group_id) from calendar_event_group o
        where o.school_id = e.school_id and o.event_id = e.id), '[]') as groups
    from calendar_event e
    where e.school_id = ${school}::uuid and e.starts_on >= ${actor.today}::date and e.told_on is not null
    order by e.starts_on, e.id`.execute(tx)
  // Most are for the same people: for whom each is, is asked once.
  const known = new Map<string, readonly string[]>()
  const found: OpenItem[] = []
  for (const event of rows) {
    const { id, startsOn, toldOn } = event
    const ahead = daysBetween(toldOn, startsOn)
    if (!inForce.some(({ terms }) => isShort(ahead, terms['days']))) continue
    const audience = audienceOf(event)
    const key = JSON.stringify(audience)
    const stages = known.get(key) ?? (await findStages(tx, school, audience))
    known.set(key, stages)
    const situations = situationsOfStages(school, stages)
    const agreement = agreementForAll(inForce, 'events', situations, toldOn)
    const days = agreement?.terms['days']
    if (agreement === null || !isShort(ahead, days)) continue
    found.push({
      agreement: agreement.id,
      day: startsOn,
      title: eventName(c.var.lang, event),
      line: words.openItem(ahead, days),
      href: overseesSchool(actor, school) ? paths.event(id) : null,
    })
  }
  return found
}

const isShort = (ahead: number, days: unknown): days is number => typeof days === 'number' && ahead < days
