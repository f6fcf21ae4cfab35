import { Hono } from 'hono'
import { z } from 'zod'
import type { AgreementView } from '#modules/agreements/index.ts'
import {
  findSchool,
  mayKeepCalendar,
  overseesSchool,
  pickSchool,
  schoolYearAround,
  type PickedSchool,
  type SchoolTables,
} from '#modules/school/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, type FormErrors } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayReadReports } from './access.ts'
import { addPeriod } from './add-period.ts'
import { changePeriod } from './change-period.ts'
import { newPeriodForm, periodForm, ruleForm, stages, typedPeriod, typedRule } from './forms.ts'
import { keepRule } from './keep-rule.ts'
import { findOwnStages } from './own-stages.ts'
import { PeriodPage } from './pages/period-page.tsx'
import { ReportsPage } from './pages/reports-page.tsx'
import { RulePage } from './pages/rule-page.tsx'
import type { StageView } from './pages/stage-card.tsx'
import { paths } from './paths.ts'
import type { Period } from './period.ts'
import { findKeptPeriod, findPeriods, findRule } from './queries.ts'
import { refusalWords } from './refusal-words.ts'
import { removePeriod } from './remove-period.ts'
import type { ReportTables } from './tables.ts'
import { texts } from './texts.ts'

export const routes = new Hono<AppEnv>()

const view = (c: AppContext): Tx<ReportTables & AgreementView & SchoolTables> =>
  txOf<ReportTables & AgreementView & SchoolTables>(c)

const said = z.enum(['erbij', 'gewijzigd', 'weg', 'regels'])

const done = (c: AppContext, school: string, what: z.infer<typeof said>): Response =>
  c.redirect(`${paths.ofSchool(school)}&gedaan=${what}`, 303)

type Again = { errors: FormErrors; values: Readonly<Record<string, string>> }
const fresh: Again = { errors: {}, values: {} }

/** The periods of a stage in this school year and later. */
const viewOf = async (
  c: AppContext,
  at: Pick<StageView, 'school' | 'stage'> & Partial<StageView>,
): Promise<StageView> => {
  const { startsOn } = schoolYearAround(actorOf(c).today)
  const all = await findPeriods(view(c), at.school, at.stage)
  return {
    schoolName: null,
    children: [],
    keeps: false,
    ...at,
    periods: all.filter((one) => one.endsOn >= startsOn || !one.isReported),
    rule: await findRule(view(c), at.school, at.stage),
  }
}

const familyViews = async (c: AppContext): Promise<StageView[]> => {
  const own = await findOwnStages(view(c), actorOf(c))
  const isOne = new Set(own.map(({ school }) => school)).size === 1
  const views: StageView[] = []
  for (const { school, schoolName, stage, children } of own)
    views.push(
      await viewOf(c, {
        school,
        stage,
        schoolName: isOne ? null : schoolName,
        children: own.length > 1 ? children : [],
      }),
    )
  return views
}

const schoolViews = async (c: AppContext, school: string): Promise<StageView[]> => {
  const keeps = overseesSchool(actorOf(c), school)
  const views: StageView[] = []
  for (const stage of (await findSchool(view(c), actorOf(c), school)).stages)
    views.push(await viewOf(c, { school, stage, keeps }))
  return views
}

const reportsPage = async (c: AppContext, picked: PickedSchool | null, again = fresh): Promise<Response> =>
  page(
    c,
    <ReportsPage
      frame={frameOf(c)}
      picked={picked}
      views={picked === null ? await familyViews(c) : await schoolViews(c, picked.school.id)}
      said={said.safeParse(c.req.query('gedaan')).data}
      {...again}
    />,
    again === fresh ? 200 : 422,
  )

const keptSchool = (c: AppContext): Promise<PickedSchool> =>
  pickSchool(c, (school) => overseesSchool(actorOf(c), school))

routes.get('/rapportmomenten', only(mayReadReports), async (c) => {
  if (actorOf(c).hat === 'staff') return reportsPage(c, await pickSchool(c))
  if (c.req.query('school') !== undefined) throw new NotFound('school')
  return reportsPage(c, null)
})

routes.post('/rapportmomenten', only(mayKeepCalendar), async (c) => {
  const picked = await keptSchool(c)
  const typed = form(c, newPeriodForm(texts(c.var.lang)))
  if (!typed.ok) return reportsPage(c, picked, typed)
  const refusal = await addPeriod(view(c), actorOf(c), { school: picked.school.id, ...typed.value })
  if (refusal === null) return done(c, picked.school.id, 'erbij')
  const values = { stage: typed.value.stage, ...typedPeriod(typed.value) }
  return reportsPage(c, picked, { errors: refusalWords(c.var.lang, refusal), values })
})

const stageParam = z.enum(stages)

const pickStage = async (c: AppContext) => {
  const { school } = await keptSchool(c)
  const stage = stageParam.safeParse(c.req.param('stage')).data
  const { stages: taught } = await findSchool(view(c), actorOf(c), school.id)
  if (stage === undefined || !taught.includes(stage)) throw new NotFound('stage')
  return { school: school.id, stage }
}

const rulePage = async (c: AppContext, at: { school: string; stage: string }, again = fresh): Promise<Response> => {
  const kept = typedRule(await findRule(view(c), at.school, at.stage))
  const values = again === fresh ? kept : again.values
  return page(
    c,
    <RulePage frame={frameOf(c)} {...at} errors={again.errors} values={values} />,
    again === fresh ? 200 : 422,
  )
}

routes.get('/rapportmomenten/regels/:stage', only(mayKeepCalendar), async (c) => rulePage(c, await pickStage(c)))

routes.post('/rapportmomenten/regels/:stage', only(mayKeepCalendar), async (c) => {
  const at = await pickStage(c)
  const typed = form(c, ruleForm(texts(c.var.lang)))
  if (!typed.ok) return rulePage(c, at, typed)
  const refusal = await keepRule(view(c), actorOf(c), { ...at, ...typed.value })
  if (refusal === null) return done(c, at.school, 'regels')
  const [message = ''] = Object.values(refusalWords(c.var.lang, refusal, at.stage))
  return rulePage(c, at, { errors: { guideWeeks: message }, values: typedRule(typed.value) })
})

const periodPage = (c: AppContext, period: Period, again = fresh): Response | Promise<Response> =>
  page(
    c,
    <PeriodPage
      frame={frameOf(c)}
      period={period}
      errors={again.errors}
      values={again === fresh ? typedPeriod(period) : again.values}
    />,
    again === fresh ? 200 : 422,
  )

routes.get('/rapportmomenten/:id', only(mayKeepCalendar), async (c) =>
  periodPage(c, await findKeptPeriod(view(c), actorOf(c), idParam(c))),
)

routes.post('/rapportmomenten/:id', only(mayKeepCalendar), async (c) => {
  const period = await findKeptPeriod(view(c), actorOf(c), idParam(c))
  const typed = form(c, periodForm(texts(c.var.lang)))
  if (!typed.ok) return periodPage(c, period, typed)
  const { school, id } = period
  const refusal = await changePeriod(view(c), actorOf(c), { school, id, ...typed.value })
  if (refusal === null) return done(c, school, 'gewijzigd')
  return periodPage(c, period, { errors: refusalWords(c.var.lang, refusal), values: typedPeriod(typed.value) })
})

routes.post('/rapportmomenten/:id/einde', only(mayKeepCalendar), async (c) => {
  const { school, id } = await findKeptPeriod(view(c), actorOf(c), idParam(c))
  const refusal = await removePeriod(view(c), actorOf(c), { school, id })
  if (refusal === null) return done(c, school, 'weg')
  const { schools } = await keptSchool(c)
  const own = schools.find((one) => one.id === school)
  if (own === undefined) throw new NotFound('school')
  const words = texts(c.var.lang).refused
  const [message = ''] = Object.values(refusalWords(c.var.lang, refusal))
  const errors = { '': refusal.why === 'reported' ? words.reportedRemove : message }
  return reportsPage(c, { school: own, schools }, { errors, values: {} })
})
