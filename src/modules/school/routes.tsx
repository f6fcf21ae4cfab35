import { Hono } from 'hono'
import { z } from 'zod'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { NotFound } from '#platform/errors.ts'
import { page } from '#platform/http/page.ts'
import {
  keepsSchool,
  mayKeepCalendar,
  mayKeepSchool,
  maySeeSchool,
  maySetUpSchool,
  overseesSchool,
  setsUpSchool,
} from './access.ts'
import { addDayOff } from './add-day-off.ts'
import { changeRegion } from './change-region.ts'
import { dropOwnHoliday } from './drop-own-holiday.ts'
import { dayOffForm, ownHolidayForm, regionForm } from './forms.ts'
import { keepOwnHoliday } from './keep-own-holiday.ts'
import { OwnHolidayPage, type OwnHolidayPageProps } from './pages/own-holiday-page.tsx'
import { SchoolPage, type SchoolPageProps } from './pages/school-page.tsx'
import { paths } from './paths.ts'
import { pickSchool, type PickedSchool } from './pick-school.ts'
import { findDaysOff, findHolidays, findHolidaysOf, findSchool, findSchoolYear } from './queries.ts'
import { removeDayOff } from './remove-day-off.ts'
import { readHolidayKey, type Holiday } from './school.ts'
import type { SchoolTables } from './tables.ts'
import { texts } from './texts.ts'

export const routes = new Hono<AppEnv>()

const said = z.enum(['regio', 'erbij', 'weg', 'vakantie'])

const schoolPage = async (
  c: AppContext,
  { school, schools }: PickedSchool,
  again: Pick<SchoolPageProps, 'errors' | 'values'> = {},
) => {
  const [tx, actor] = [txOf<SchoolTables>(c), actorOf(c)]
  return page(
    c,
    <SchoolPage
      frame={frameOf(c)}
      schools={schools}
      school={await findSchool(tx, actor, school.id)}
      year={await findSchoolYear(tx, actor, school.id)}
      daysOff={await findDaysOff(tx, actor, school.id)}
      holidays={await findHolidays(tx, actor, school.id)}
      keeps={keepsSchool(actor, school.id)}
      keepsCalendar={overseesSchool(actor, school.id)}
      setsUp={setsUpSchool(actor, school.id)}
      said={said.safeParse(c.req.query('gedaan')).data}
      {...again}
    />,
    again.errors ? 422 : 200,
  )
}

const done = (c: AppContext, school: string, what: z.infer<typeof said>): Response =>
  c.redirect(`${paths.ofSchool(school)}&gedaan=${what}`, 303)

routes.get('/school', only(maySeeSchool), async (c) => schoolPage(c, await pickSchool(c)))

routes.post('/school/regio', only(maySetUpSchool), async (c) => {
  const picked = await pickSchool(c, (school) => setsUpSchool(actorOf(c), school))
  const typed = form(c, regionForm(texts(c.var.lang)))
  if (!typed.ok) return schoolPage(c, picked, typed)
  await changeRegion(txOf<SchoolTables>(c), actorOf(c), { school: picked.school.id, ...typed.value })
  return done(c, picked.school.id, 'regio')
})

routes.post('/school/vrije-dagen', only(mayKeepSchool), async (c) => {
  const picked = await pickSchool(c, (school) => keepsSchool(actorOf(c), school))
  const typed = form(c, dayOffForm(texts(c.var.lang)))
  if (!typed.ok) return schoolPage(c, picked, typed)
  await addDayOff(txOf<SchoolTables>(c), actorOf(c), { school: picked.school.id, ...typed.value })
  return done(c, picked.school.id, 'erbij')
})

routes.post('/school/vrije-dagen/:id/einde', only(mayKeepSchool), async (c) =>
  done(c, await removeDayOff(txOf<SchoolTables>(c), actorOf(c), idParam(c)), 'weg'),
)

/** The holiday that the address names, at a school of which the actor keeps the calendar. */
const pickHoliday = async (c: AppContext): Promise<{ school: string; holiday: Holiday }> => {
  const { school } = await pickSchool(c, (one) => overseesSchool(actorOf(c), one))
  const named = readHolidayKey(c.req.param('vakantie') ?? '')
  if (named === null) throw new NotFound('holiday')
  const all = await findHolidaysOf(txOf<SchoolTables>(c), actorOf(c), school.id, named.firstYear)
  const holiday = all.find(({ kind }) => kind === named.kind)
  if (holiday === undefined) throw new NotFound('holiday')
  return { school: school.id, holiday }
}

const holidayPage = (
  c: AppContext,
  picked: Pick<OwnHolidayPageProps, 'school' | 'holiday'>,
  again: Pick<OwnHolidayPageProps, 'errors' | 'values'> = {},
) => page(c, <OwnHolidayPage frame={frameOf(c)} {...picked} {...again} />, again.errors ? 422 : 200)

routes.get('/school/vakanties/:vakantie', only(mayKeepCalendar), async (c) => holidayPage(c, await pickHoliday(c)))

routes.post('/school/vakanties/:vakantie', only(mayKeepCalendar), async (c) => {
  const { school, holiday } = await pickHoliday(c)
  const typed = form(c, ownHolidayForm(texts(c.var.lang), holiday.firstYear))
  if (!typed.ok) return holidayPage(c, { school, holiday }, typed)
  const [tx, actor] = [txOf<SchoolTables>(c), actorOf(c)]
  if (typed.value === 'national') await dropOwnHoliday(tx, actor, { school, holiday })
  else await keepOwnHoliday(tx, actor, { school, holiday, days: typed.value === 'none' ? null : typed.value })
  return done(c, school, 'vakantie')
})
