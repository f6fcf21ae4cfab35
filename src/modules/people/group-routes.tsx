import { Hono } from 'hono'
import { overseesSchool, pickSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppEnv } from '#platform/http/app-env.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayListGroups } from './access.ts'
import { findGroup, findGroups } from './group-queries.ts'
import { findOwnDays } from './substitute-queries.ts'
import { GroupPage } from './pages/group-page.tsx'
import { GroupsPage } from './pages/groups-page.tsx'
import type { PeopleView } from './visible-to.ts'

export const groupRoutes = new Hono<AppEnv>()

groupRoutes.get('/klassen', only(mayListGroups), async (c) => {
  const actor = actorOf(c)
  const picked = await pickSchool(c)
  const groups = await findGroups(txOf<PeopleView>(c), actor, picked.school.id)
  const whole = overseesSchool(actor, picked.school.id)
  return page(c, <GroupsPage frame={frameOf(c)} picked={picked} groups={groups} whole={whole} />)
})

groupRoutes.get('/klassen/:id', only(mayListGroups), async (c) => {
  const group = await findGroup(txOf<PeopleView>(c), actorOf(c), idParam(c))
  const ownDays = await findOwnDays(txOf<PeopleView>(c), actorOf(c), group.id)
  return page(c, <GroupPage frame={frameOf(c)} group={group} ownDays={ownDays} />)
})
