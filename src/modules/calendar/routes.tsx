import { Hono } from 'hono'
import { z } from 'zod'
import { AgreedNote, type AgreementTables } from '#modules/agreements/index.ts'
import { findGroups } from '#modules/people/index.ts'
import {
  findDaysOffBetween,
  findHolidaysOf,
  findSchool,
  firstYearOf,
  mayKeepCalendar,
  overseesSchool,
  pickSchool,
  schoolYearAround,
  type PickedSchool,
  type SchoolTables,
} from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { addEvent } from './add-event.ts'
import { findTerm, isLate, isNews, termAlong } from './announced.ts'
import { changeEvent } from './change-event.ts'
import { audienceOf, type Audience } from './event.ts'
import { eventForm, typedEvent } from './forms.ts'
import { CalendarPage } from './pages/calendar-page.tsx'
import type { EventFormState } from './pages/event-fields.tsx'
import { EventPage } from './pages/event-page.tsx'
import { paths } from './paths.ts'
import { findEvent, findEvents, type CalendarView } from './queries.ts'
import { removeEvent } from './remove-event.ts'
import { texts } from './texts.ts'

export const routes = new Hono<AppEnv>()

type Tables = CalendarView & SchoolTables & AgreementTables

const said = z.enum(['erbij', 'erbij-laat', 'gewijzigd', 'gewijzigd-laat', 'weg'])

/** Far enough for who looks back, and for who plans. */
const years = z.coerce.number().int().min(2000).max(2199)

const keptSchool = (c: AppContext): Promise<PickedSchool> =>
  pickSchool(c, (school) => overseesSchool(actorOf(c), school))

/** For whom an event of this school can be. */
const audiencesOf = async (c: AppContext, school: string): Promise<Pick<EventFormState, 'stages' | 'groups'>> => {
  const [tx, actor] = [txOf<Tables>(c), actorOf(c)]
  const { stages } = await findSchool(tx, actor, school)
  const groups = await findGroups(tx, actor, school)
  return { stages, groups: groups.map(({ id, name }) => ({ id, name })) }
}

/** What was agreed about telling these people in time, as the double line. */
const agreedNote = async (c: AppContext, school: string, audience: Audience) => {
  const { today } = actorOf(c)
  const term = await findTerm(txOf<Tables>(c), school, audience, today, c.get('answers'))
  return term && <AgreedNote lang={c.var.lang} agreement={term} today={today} />
}

const calendarPage = async (
  c: AppContext,
  picked: PickedSchool,
  again: Pick<EventFormState, 'errors' | 'values'> = {},
) => {
  const [tx, actor] = [txOf<Tables>(c), actorOf(c)]
  const school = picked.school.id
  const now = firstYearOf(actor.today)
  const firstYear = years.safeParse(c.req.query('jaar')).data ?? now
  const days = schoolYearAround(`${firstYear}-08-01`)
  return page(
    c,
    <CalendarPage
      frame={frameOf(c)}
      picked={picked}
      firstYear={firstYear}
      years={[now - 1, now, now + 1]}
      holidays={await findHolidaysOf(tx, actor, school, firstYear)}
      daysOff={await findDaysOffBetween(tx, actor, school, days)}
      events={await findEvents(tx, actor, school, days)}
      said={said.safeParse(c.req.query('gedaan')).data}
      form={{ ...(await audiencesOf(c, school)), ...again }}
      agreed={await agreedNote(c, school, { whom: 'school' })}
    />,
    again.errors ? 422 : 200,
  )
}

const done = (c: AppContext, school: string, day: string, what: z.infer<typeof said>): Response =>
  c.redirect(`${paths.ofYear(school, firstYearOf(day))}&gedaan=${what}`, 303)

routes.get('/school/kalender', only(mayKeepCalendar, { along: termAlong }), async (c) =>
  calendarPage(c, await keptSchool(c)),
)

routes.post('/school/kalender', only(mayKeepCalendar), async (c) => {
  const picked = await keptSchool(c)
  const typed = form(c, eventForm(texts(c.var.lang)))
  if (!typed.ok) return calendarPage(c, picked, typed)
  const { today } = actorOf(c)
  await addEvent(txOf<Tables>(c), actorOf(c), { school: picked.school.id, ...typed.value })
  const term = await findTerm(txOf<Tables>(c), picked.school.id, typed.value.audience, today, c.get('answers'))
  const late = isLate(term, today, typed.value)
  return done(c, picked.school.id, typed.value.startsOn, late ? 'erbij-laat' : 'erbij')
})

const eventPage = async (c: AppContext, id: string, again: Pick<EventFormState, 'errors' | 'values'> = {}) => {
  const event = await findEvent(txOf<Tables>(c), actorOf(c), id)
  const state = { values: typedEvent(event), ...(await audiencesOf(c, event.school)), ...again }
  const agreed = await agreedNote(c, event.school, audienceOf(event))
  return page(c, <EventPage frame={frameOf(c)} event={event} form={state} agreed={agreed} />, again.errors ? 422 : 200)
}

routes.get('/school/kalender/:id', only(mayKeepCalendar, { along: termAlong }), (c) => eventPage(c, idParam(c)))

routes.post('/school/kalender/:id', only(mayKeepCalendar), async (c) => {
  const id = idParam(c)
  const typed = form(c, eventForm(texts(c.var.lang)))
  if (!typed.ok) return eventPage(c, id, typed)
  const { today } = actorOf(c)
  const before = await changeEvent(txOf<Tables>(c), actorOf(c), id, typed.value)
  const term = await findTerm(txOf<Tables>(c), before.school, typed.value.audience, today, c.get('answers'))
  const late = isNews(before, typed.value) && isLate(term, today, typed.value)
  return done(c, before.school, typed.value.startsOn, late ? 'gewijzigd-laat' : 'gewijzigd')
})

routes.post('/school/kalender/:id/einde', only(mayKeepCalendar), async (c) => {
  const { school, startsOn } = await removeEvent(txOf<Tables>(c), actorOf(c), idParam(c))
  return done(c, school, startsOn, 'weg')
})
