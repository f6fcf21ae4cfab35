import { Hono } from 'hono'
import { overseesSchool, pickSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { NotFound } from '#platform/errors.ts'
import { typedDay } from '#platform/http/fields.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayPutSubstitutes } from './access.ts'
import { findToday } from './contact-queries.ts'
import { substituteForm } from './forms.ts'
import { findGroups } from './group-queries.ts'
import type { FormState } from './pages/form-state.ts'
import { SubstitutesPage } from './pages/substitutes-page.tsx'
import { paths, withQuery } from './paths.ts'
import { endSubstitute, putSubstitute } from './put-substitute.ts'
import { findCandidates, findSubstitution, findSubstitutions } from './substitute-queries.ts'
import { texts } from './texts.ts'
import type { PeopleView } from './visible-to.ts'

export const substituteRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)
const pickOverseen = (c: AppContext) => pickSchool(c, (school) => overseesSchool(actorOf(c), school))

/** What the form chooses from. */
const findChoices = async (c: AppContext) => {
  const picked = await pickOverseen(c)
  const school = picked.school.id
  const candidates = await findCandidates(view(c), actorOf(c), school)
  return { picked, candidates, groups: await findGroups(view(c), actorOf(c), school) }
}

const show = async (c: AppContext, choices: Awaited<ReturnType<typeof findChoices>>, state: FormState) => {
  const substitutions = await findSubstitutions(view(c), actorOf(c), choices.picked.school.id)
  const done = c.req.query('gedaan')
  const said = done === 'erbij' || done === 'einde' ? done : undefined
  return page(
    c,
    <SubstitutesPage frame={frameOf(c)} {...choices} {...state} substitutions={substitutions} said={said} />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )
}

substituteRoutes.get('/invallers', only(mayPutSubstitutes), async (c) => {
  const from = typedDay(await findToday(view(c)))
  return show(c, await findChoices(c), { values: { from }, errors: {} })
})

substituteRoutes.post('/invallers', only(mayPutSubstitutes), async (c) => {
  const choices = await findChoices(c)
  const typed = form(c, substituteForm(texts(c.var.lang), await findToday(view(c))))
  if (!typed.ok) return show(c, choices, typed)
  const { until, from, ...whom } = typed.value
  if (!choices.candidates.some(({ id }) => id === whom.person)) throw new NotFound('staff')
  if (!choices.groups.some(({ id }) => id === whom.group)) throw new NotFound('group')
  const school = choices.picked.school.id
  await putSubstitute(view(c), actorOf(c), { school, ...whom, from, until: until ?? from })
  return c.redirect(withQuery(paths.substitutes, { school, gedaan: 'erbij' }), 303)
})

substituteRoutes.post('/invallers/:id/einde', only(mayPutSubstitutes), async (c) => {
  const { id, school } = await findSubstitution(view(c), actorOf(c), idParam(c))
  if (!overseesSchool(actorOf(c), school)) throw new NotFound('substitution')
  await endSubstitute(view(c), actorOf(c), { school, id })
  return c.redirect(withQuery(paths.substitutes, { school, gedaan: 'einde' }), 303)
})
