import { Hono } from 'hono'
import { findChoices, OwnLine, ownSight, type OwnSight } from '#modules/sight/index.ts'
import { findAllSubjects, type Subject } from '#modules/today/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppEnv } from '#platform/http/app-env.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayReadAgenda } from './access.ts'
import { chooseSubjects } from './chosen.ts'
import { eventExtras } from './event-extras.ts'
import type { DayExtra } from './extra.ts'
import { homeworkExtras } from './homework-extras.ts'
import { AgendaPage } from './pages/agenda-page.tsx'
import { along, daysAsked, findHomework, findLessons, findWeek } from './queries.ts'
import { paths } from './paths.ts'
import { buildWeek } from './week.ts'

export const routes = new Hono<AppEnv>()

routes.get('/agenda', only(mayReadAgenda, { along }), async (c) => {
  const [tx, actor, lang, answers] = [txOf<unknown>(c), actorOf(c), c.get('lang'), c.get('answers')]
  const chosen = { kind: c.req.query('kind'), klas: c.req.query('klas') }
  const days = daysAsked(actor.today, c.req.query('week'))
  if (days === null) throw new NotFound('week')
  const { calendar, events } = await findWeek(tx, actor, days, answers)
  const all = await findAllSubjects(tx, actor, answers)
  const shown = chooseSubjects(actor, all, chosen)
  if (shown === null) throw new NotFound('subject')
  const lessons = await findLessons(tx, shown, days, answers)
  const classes = all.filter((one) => one.kind === 'class')
  // The own week of a teacher tells of every class taught.
  const told = shown.some((one) => one.kind === 'self') ? [...shown, ...classes] : shown
  const homework = await findHomework(tx, actor, told, days, answers)
  const isGuardian = actor.hat === 'guardian'
  const choiceOf = await findChoices(tx, actor, answers)
  const sight = ownSight(choiceOf, isGuardian ? shown : [], ['timetable', 'homework'], c.req.query('toon'))
  const extras: readonly DayExtra[] = [
    ...eventExtras(lang, events, shown, days),
    ...homeworkExtras(
      lang,
      homework,
      shown.filter(({ id }) => !sight.hides(id, 'homework')),
      classes,
    ),
  ]
  return page(
    c,
    <AgendaPage
      frame={frameOf(c)}
      week={buildWeek(lang, calendar, days[0] ?? '', shown.map(withSight(sight)), { lessons, extras })}
      subjects={shown}
      own={
        sight.leavesOut ? (
          <OwnLine
            lang={lang}
            sight={sight}
            hrefOf={(kind, toon) => paths.week(c.req.query('week') ?? null, { kind, toon })}
          />
        ) : null
      }
      family={isGuardian ? all : []}
      classes={actor.hat === 'staff' ? classes : []}
      chosen={chosen}
      empty={actor.hat === null ? 'none' : actor.hat === 'staff' ? 'staff' : 'guardian'}
    />,
  )
})

/** Of whom the reader does not want to see the timetable, no timetable makes the day. */
const withSight =
  ({ hides }: OwnSight) =>
  (subject: Subject): Subject =>
    hides(subject.id, 'timetable') ? { ...subject, boundTo: [] } : subject
