import { Hono } from 'hono'
import { z } from 'zod'
import { keepsSchool, pickSchool } from '#modules/school/index.ts'
import type { PersonRole } from '#platform/access/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { typedDay } from '#platform/http/fields.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { fullName } from '#ui/person-name.ts'
import { grantableFunctions, mayKeepPeople } from './access.ts'
import { findPerson, findToday, type Person } from './contact-queries.ts'
import { endForm, functionForm, guestForm } from './forms.ts'
import { findFunction, findFunctions, type FunctionLine } from './function-queries.ts'
import { endFunction, grantFunction } from './grant-function.ts'
import { findGroups } from './group-queries.ts'
import { findNamesakes } from './guardian-queries.ts'
import { EndPage } from './pages/end-page.tsx'
import type { FormState } from './pages/form-state.ts'
import { FunctionPage, NewFunctionPage, type NewFunctionPageProps } from './pages/function-page.tsx'
import { FunctionsPage } from './pages/functions-page.tsx'
import { paths, withQuery } from './paths.ts'
import { ownPage } from './own-page.ts'
import { whomOf } from './same-person.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'
import type { PeopleView } from './visible-to.ts'

export const functionRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)
const pickKept = (c: AppContext) => pickSchool(c, (school) => keepsSchool(actorOf(c), school))
const said = z.enum(['gegeven', 'einde'])

functionRoutes.get('/functies', only(mayKeepPeople), async (c) => {
  const picked = await pickKept(c)
  const school = picked.school.id
  const functions = await findFunctions(view(c), actorOf(c), school)
  const grantable = grantableFunctions(actorOf(c), school)
  const done = said.safeParse(c.req.query('gedaan')).data
  return page(c, <FunctionsPage frame={frameOf(c)} {...{ picked, functions, grantable }} said={done} />)
})

const fromOutside: readonly PersonRole[] = ['board_member', 'attendance_officer']

const demandGrantable = (c: AppContext, school: string): void => {
  const mine = grantableFunctions(actorOf(c), school)
  if (!fromOutside.every((role) => mine.includes(role))) throw new Forbidden('these are given by the administrator')
}

const newPage = (c: AppContext, props: Omit<NewFunctionPageProps, 'frame' | 'choices' | 'groups'>) =>
  page(
    c,
    <NewFunctionPage frame={frameOf(c)} choices={fromOutside} groups={[]} {...props} />,
    Object.keys(props.errors).length > 0 ? 422 : 200,
  )

functionRoutes.get('/functies/nieuw', only(mayKeepPeople), async (c) => {
  const { school } = await pickKept(c)
  demandGrantable(c, school.id)
  return newPage(c, { school: school.id, namesakes: [], values: {}, errors: {} })
})

functionRoutes.post('/functies', only(mayKeepPeople), async (c) => {
  const [tx, actor, words] = [view(c), actorOf(c), texts(c.var.lang)]
  const school = (await pickKept(c)).school.id
  const today = await findToday(tx)
  const wanted = functionForm(words, { choices: fromOutside, groups: [], today })
  const typed = form(c, z.intersection(guestForm(words), wanted))
  if (!typed.ok) return newPage(c, { school, namesakes: [], ...typed })
  const { role, lastDay, group: _none, same, ...filled } = typed.value
  const namesakes = await findNamesakes(tx, actor, school, filled)
  const whom = whomOf(same, filled, namesakes)
  const again = (errors: FormState['errors']) => {
    const values = asTyped({ ...filled, role, same, lastDay: typedDay(lastDay) })
    return newPage(c, { school, namesakes, values, errors })
  }
  if (whom === 'ask') return again({ same: words.guardian.sameMissing })
  if (await refused(grantFunction(tx, actor, { school, whom, role, group: null, lastDay })))
    return again({ role: words.functions.held })
  return c.redirect(withQuery(paths.functions, { school, gedaan: 'gegeven' }), 303)
})

/** Whether this person has the function already. */
const refused = async (deed: Promise<unknown>): Promise<boolean> => {
  try {
    await deed
    return false
  } catch (error) {
    if (error instanceof Conflict && error.code === 'function held') return true
    throw error
  }
}

const choicesFor: Readonly<Record<Person['kind'], readonly PersonRole[]>> = {
  guardian: ['class_parent', 'council_parents', 'board_member'],
  pupil: ['council_pupils'],
  staff: [],
  guest: fromOutside,
}

const choicesOf = (c: AppContext, { kind, school }: Person): PersonRole[] => {
  const mine = grantableFunctions(actorOf(c), school)
  return choicesFor[kind].filter((role) => mine.includes(role))
}

const personPage = async (c: AppContext, person: Person, state: FormState) => {
  const props = { person, back: ownPage(person), choices: choicesOf(c, person) }
  const groups = await findGroups(view(c), actorOf(c), person.school)
  return page(
    c,
    <FunctionPage frame={frameOf(c)} {...props} groups={groups} {...state} />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )
}

functionRoutes.get('/personen/:id/functies', only(mayKeepPeople), async (c) =>
  personPage(c, await findPerson(view(c), actorOf(c), idParam(c)), { values: {}, errors: {} }),
)

functionRoutes.post('/personen/:id/functies', only(mayKeepPeople), async (c) => {
  const [tx, actor, words] = [view(c), actorOf(c), texts(c.var.lang)]
  const person = await findPerson(tx, actor, idParam(c))
  const { school } = person
  const groups = (await findGroups(tx, actor, school)).map(({ id }) => id)
  const wanted = { choices: choicesOf(c, person), groups, today: await findToday(tx) }
  const typed = form(c, functionForm(words, wanted))
  if (!typed.ok) return personPage(c, person, typed)
  const { role, lastDay } = typed.value
  const group = role === 'class_parent' ? typed.value.group : null
  if (await refused(grantFunction(tx, actor, { school, whom: { person: person.id }, role, group, lastDay }))) {
    const values = asTyped({ role, group, lastDay: typedDay(lastDay) })
    return personPage(c, person, { values, errors: { role: words.functions.held } })
  }
  return c.redirect(withQuery(paths.functions, { school, gedaan: 'gegeven' }), 303)
})

const endPage = (c: AppContext, held: FunctionLine, state: FormState, status: 200 | 422 = 200) => {
  const words = texts(c.var.lang)
  return page(
    c,
    <EndPage
      frame={frameOf(c)}
      title={words.functions.endTitle}
      consequence={words.end.roleLine(fullName(held), words.personRoles[held.role].name)}
      action={paths.functionEnd(held.id)}
      back={paths.functions}
      {...state}
    />,
    status,
  )
}

const endable = async (c: AppContext): Promise<FunctionLine> => {
  const held = await findFunction(view(c), actorOf(c), idParam(c))
  if (grantableFunctions(actorOf(c), held.school).includes(held.role)) return held
  throw new Forbidden('this is ended by the administrator')
}

functionRoutes.get('/functies/:id/einde', only(mayKeepPeople), async (c) => {
  const held = await endable(c)
  return endPage(c, held, { values: { from: typedDay(await findToday(view(c))) }, errors: {} })
})

functionRoutes.post('/functies/:id/einde', only(mayKeepPeople), async (c) => {
  const [held, words] = [await endable(c), texts(c.var.lang)]
  const typed = form(c, endForm(words, held.startedOn))
  if (!typed.ok) return endPage(c, held, typed, 422)
  try {
    await endFunction(view(c), actorOf(c), { school: held.school, id: held.id, endedOn: typed.value.from })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'after the end') throw error
    const values = { from: typedDay(typed.value.from) }
    return endPage(c, held, { values, errors: { from: words.functions.lastDayWrong } }, 422)
  }
  return c.redirect(withQuery(paths.functions, { school: held.school, gedaan: 'einde' }), 303)
})
