import { Hono } from 'hono'
import { readDay } from '#platform/http/fields.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { NotFound } from '#platform/errors.ts'
import { choicesAlong, findChoices, OwnLine, ownSight } from '#modules/sight/index.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayReadHomework, mayTickHomework } from './access.ts'
import { daysAhead, daysTold, homeworkOf } from './homework.ts'
import { OwnPage } from './pages/own-page.tsx'
import { StaffPage, type StaffSaid } from './pages/staff-page.tsx'
import { paths } from './paths.ts'
import { findLearners, findTicks, homeworkQuery, type HomeworkView } from './queries.ts'
import { dayAfter, mondayOf, schoolWeekOf } from './school-day.ts'
import { findGroups, type TeacherView } from './teacher-queries.ts'
import { teacherRoutes } from './teacher-routes.tsx'
import { tickHomework, untickHomework } from './tick-homework.ts'

export const routes = new Hono<AppEnv>()

routes.get('/huiswerk', only(mayReadHomework, { along: choicesAlong }), (c) =>
  actorOf(c).hat === 'staff' ? staffPage(c) : ownPage(c),
)

routes.post('/huiswerk/:id/klaar', only(mayTickHomework), async (c) => {
  const id = idParam(c)
  await tickHomework(txOf<HomeworkView>(c), actorOf(c), id)
  return c.redirect(`${paths.homework}#${paths.anchor(id)}`, 303)
})

routes.post('/huiswerk/:id/klaar/einde', only(mayTickHomework), async (c) => {
  const id = idParam(c)
  await untickHomework(txOf<HomeworkView>(c), actorOf(c), id)
  return c.redirect(`${paths.homework}#${paths.anchor(id)}`, 303)
})

routes.route('/', teacherRoutes)

const ownPage = async (c: AppContext) => {
  const [tx, actor] = [txOf<HomeworkView>(c), actorOf(c)]
  const learners = await findLearners(tx, actor)
  const chosen = c.req.query('kind') ?? null
  const shown = chosen === null ? learners : learners.filter(({ id }) => id === chosen)
  if (c.req.query('groep') !== undefined) throw new NotFound('group')
  if (chosen !== null && (shown.length === 0 || actor.hat !== 'guardian')) throw new NotFound('child')
  const choiceOf = await findChoices(tx, actor, c.get('answers'))
  const sight = ownSight(choiceOf, actor.hat === 'guardian' ? shown : [], ['homework'], c.req.query('toon'))
  const told = shown.filter(({ id }) => !sight.hides(id, 'homework'))
  const [first, last] = [dayAfter(actor.today, -daysTold), dayAfter(actor.today, daysAhead)]
  const groups = [...new Set(told.flatMap((learner) => learner.groups))]
  const items = homeworkOf(groups.length === 0 ? [] : await homeworkQuery.rows(tx, groups, first, last))
  const isPupil = actor.hat === 'pupil'
  return page(
    c,
    <OwnPage
      frame={frameOf(c)}
      today={actor.today}
      asked={told.map((learner) => ({ learner, items: items.filter(({ group }) => learner.groups.includes(group)) }))}
      family={isPupil ? [] : learners}
      own={
        sight.leavesOut ? (
          <OwnLine lang={c.var.lang} sight={sight} hrefOf={(pupil, show) => `${paths.ofChild(pupil)}&toon=${show}`} />
        ) : null
      }
      chosen={chosen}
      done={isPupil ? await findTicks(tx, actor, first, last) : null}
    />,
  )
}

const staffPage = async (c: AppContext) => {
  const [tx, actor] = [txOf<TeacherView>(c), actorOf(c)]
  if (c.req.query('kind') !== undefined) throw new NotFound('child')
  const groups = await findGroups(tx, actor)
  const wish = c.req.query('groep')
  const named = wish === undefined ? undefined : groups.find(({ id }) => id === wish)
  if (wish !== undefined && named === undefined) throw new NotFound('group')
  const chosen = named ?? (groups.length === 1 ? groups[0] : undefined) ?? null
  const monday = mondayOf(readDay(c.req.query('week') ?? '') ?? schoolWeekOf(actor.today))
  const taught = groups.filter((group) => group.taught)
  const shown = chosen === null ? taught : [chosen]
  const [first, last] =
    chosen === null ? [actor.today, dayAfter(actor.today, daysAhead)] : [monday, dayAfter(monday, 7 + daysAhead)]
  const ids = shown.map(({ id }) => id)
  const items = homeworkOf(ids.length === 0 ? [] : await homeworkQuery.rows(tx, ids, first, last))
  return page(
    c,
    <StaffPage
      frame={frameOf(c)}
      today={actor.today}
      groups={groups}
      chosen={chosen}
      monday={monday}
      items={items}
      said={saidIn(c)}
    />,
  )
}

const said: Readonly<Record<string, StaffSaid['what']>> = {
  opgegeven: 'set',
  gewijzigd: 'changed',
  ingetrokken: 'withdrawn',
}

const saidIn = (c: AppContext): StaffSaid | null => {
  const what = said[c.req.query('gedaan') ?? '']
  const day = readDay(c.req.query('dag') ?? '')
  return what === undefined || day === null ? null : { what, day }
}
