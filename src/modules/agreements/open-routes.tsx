import { Hono } from 'hono'
import { pickSchool, type SchoolTables } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { frameOf } from '#platform/http/frame.ts'
import type { OpenItem } from '#platform/http/open-item.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayReadOpenItems, readsOpenItems } from './access.ts'
import { OpenPage } from './pages/open-page.tsx'
import { isMeasuring } from './standing-queries.ts'
import type { AgreementView } from './visible-to.ts'

/** What differs from an agreement and can still be put right: without a name, and only where it is agreed to look. */
export const openRoutes = new Hono<AppEnv>()

/** No more stand on one page. */
const mostShown = 100

/** By the day they are about, then by what they are: no order tells of anybody. */
const findOpenItems = async (c: AppContext, school: string): Promise<readonly OpenItem[]> => {
  const found: OpenItem[] = []
  for (const find of c.var.house.openItems) found.push(...(await find(c, school)))
  const order = new Intl.Collator(c.var.lang, { numeric: true })
  return found.toSorted((one, other) => one.day.localeCompare(other.day) || order.compare(one.title, other.title))
}

openRoutes.get('/afspraken/open-punten', only(mayReadOpenItems), async (c) => {
  const [tx, actor] = [txOf<AgreementView & SchoolTables>(c), actorOf(c)]
  const picked = await pickSchool(c, (school) => readsOpenItems(actor, school))
  const isOn = await isMeasuring(tx, actor, picked.school.id)
  const items = isOn ? await findOpenItems(c, picked.school.id) : []
  return page(
    c,
    <OpenPage
      frame={frameOf(c)}
      picked={picked}
      isOn={isOn}
      items={items.slice(0, mostShown)}
      more={Math.max(0, items.length - mostShown)}
    />,
  )
})
