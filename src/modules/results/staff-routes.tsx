import { Hono } from 'hono'
import { findPeriods } from '#modules/reports/index.ts'
import { dayAfter, schoolYearAround } from '#modules/school/index.ts'
import { NotFound } from '#platform/errors.ts'
import { typedDay } from '#platform/http/fields.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, typedTexts, type FormErrors, type FormValues } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam, isId } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { freshSecret } from '#platform/http/secrets.ts'
import { mayEnterResults, mayReadResults } from './access.ts'
import { canWeigh, isSecondary, type Assessment } from './assessment.ts'
import { boxes, nameOf } from './boxes.ts'
import { addAssessment, type NewTest } from './deeds/add-assessment.ts'
import { changeAssessment, dropAssessment } from './deeds/change-assessment.ts'
import { enterResults } from './deeds/enter-results.ts'
import { markKnown } from './deeds/release-early.ts'
import { noteTalk } from './deeds/talked.ts'
import { testForm, type TestShape } from './forms.ts'
import { agreedAlong, ownPage } from './own-routes.tsx'
import { ChangeTestPage, NewTestPage, NoGroupPage, type TestFormState } from './pages/test-form-page.tsx'
import { StaffPage, type StaffSaid } from './pages/staff-page.tsx'
import { TestPage } from './pages/test-page.tsx'
import { paths } from './paths.ts'
import type { ResultView } from './queries.ts'
import {
  findAsking,
  findEntered,
  findGroups,
  findTaughtGroup,
  findTaughtTest,
  findTest,
  findTests,
  findUsedSubjects,
  hasExams,
  type TaughtGroup,
} from './staff-queries.ts'
import { stageIn } from './stage-in.ts'
import { texts } from './texts.ts'
import { readEntries, valuesOf } from './typed-entries.ts'

export const staffRoutes = new Hono<AppEnv>()

const tables = (c: AppContext) => txOf<ResultView>(c)
const noState: TestFormState = { errors: {}, values: {} }

staffRoutes.get('/cijfers', only(mayReadResults, { along: agreedAlong }), (c) => {
  if (actorOf(c).hat !== 'pupil') return staffPage(c)
  if (c.req.query('groep') !== undefined) throw new NotFound('group')
  return ownPage(c)
})

staffRoutes.get('/toetsen/nieuw', only(mayEnterResults), async (c) => {
  const again = c.req.query('herkansing')
  if (again !== undefined) return retakePage(c, again, freshSecret(), noState)
  const wish = c.req.query('groep')
  const first = wish ?? (await findGroups(tables(c), actorOf(c))).find(({ taught }) => taught)?.id
  if (first === undefined) return page(c, <NoGroupPage frame={frameOf(c)} />)
  return newPage(c, await taughtGroup(c, first), freshSecret(), noState)
})

staffRoutes.post('/toetsen', only(mayEnterResults), async (c) => {
  const sent = c.get('form')
  const again = sent?.get('retakeOf')
  const of = typeof again === 'string' && again !== '' ? await retakableTest(c, again) : null
  const group = await taughtGroup(c, of?.group ?? sent?.get('group'))
  const stage = stageIn(group)
  const typed = form(c, testForm(texts(c.var.lang), await shapeOf(c, group, of, of?.weight)))
  if (!typed.ok) {
    const once = typed.values['_once'] ?? freshSecret()
    return of === null ? newPage(c, group, once, typed) : retakePage(c, of.id, once, typed)
  }
  const { asked, once } = typed.value
  const wish: NewTest = { ...asked, school: group.school, group: group.id, stage, retakeOf: of?.id ?? null }
  const id = await addAssessment(tables(c), actorOf(c), { ...wish, once })
  return c.redirect(`${paths.test(id)}?gedaan=gemaakt`, 303)
})

staffRoutes.get('/toetsen/:id', only(mayReadResults), async (c) => {
  if (actorOf(c).hat !== 'staff') throw new NotFound('test')
  return testPage(c, await findTest(tables(c), actorOf(c), idParam(c)), { errors: {}, values: null })
})

staffRoutes.post('/toetsen/:id/cijfers', only(mayEnterResults), async (c) => {
  const words = texts(c.var.lang)
  const test = await findTaughtTest(tables(c), actorOf(c), idParam(c))
  const entered = await findEntered(tables(c), test)
  const typed = typedTexts(c)
  const { entries, errors } = readEntries(words, test, entered, typed)
  if (Object.keys(errors).length > 0) return testPage(c, test, { errors, values: typed })
  const crossed = await enterResults(tables(c), actorOf(c), test, { entries })
  if (crossed !== null) {
    const all = entered.filter(({ pupil }) => crossed.pupils.includes(pupil))
    const said = Object.fromEntries(all.map((one) => [boxes.grade(one.pupil), words.test.crossed(nameOf(one))]))
    // What the other wrote stands in the boxes; what was typed for everybody else is kept.
    const kept = { ...typed, ...valuesOf(all) }
    return testPage(c, test, { errors: said, values: kept })
  }
  return c.redirect(`${paths.test(test.id)}?bewaard=${entries.length}`, 303)
})

staffRoutes.post('/toetsen/:id/weten', only(mayEnterResults), async (c) => {
  const id = idParam(c)
  const test = await findTaughtTest(tables(c), actorOf(c), id)
  const one = c.get('form')?.get('result')
  const all = (await findEntered(tables(c), test)).flatMap(({ result }) => result ?? [])
  const results = typeof one === 'string' && one !== '' ? all.filter((result) => result === one) : all
  const known = await markKnown(tables(c), actorOf(c), test, { results })
  return c.redirect(`${paths.test(id)}?weten=${known}`, 303)
})

staffRoutes.get('/toetsen/:id/wijziging', only(mayEnterResults), async (c) => {
  const test = await findTaughtTest(tables(c), actorOf(c), idParam(c))
  return changePage(c, test, { errors: {}, values: valuesOfTest(test) })
})

staffRoutes.post('/toetsen/:id/wijziging', only(mayEnterResults), async (c) => {
  const test = await findTaughtTest(tables(c), actorOf(c), idParam(c))
  const group = await taughtGroup(c, test.group)
  const typed = form(
    c,
    testForm(texts(c.var.lang), await shapeOf(c, group, test, test.retakeOf === null ? undefined : test.weight)),
  )
  if (!typed.ok) return changePage(c, test, typed)
  await changeAssessment(tables(c), actorOf(c), test.id, typed.value.asked)
  return c.redirect(paths.test(test.id), 303)
})

staffRoutes.post('/toetsen/:id/einde', only(mayEnterResults), async (c) => {
  const { group } = await dropAssessment(tables(c), actorOf(c), idParam(c))
  return c.redirect(`${paths.ofGroup(group)}&gedaan=weg`, 303)
})

staffRoutes.post('/gesprekken/:id/gevoerd', only(mayEnterResults), async (c) => {
  await noteTalk(tables(c), actorOf(c), idParam(c))
  return c.redirect(`${paths.results}?gedaan=gepraat`, 303)
})

const said: Readonly<Record<string, StaffSaid>> = { weg: 'saidDropped', gepraat: 'saidTalked' }

const staffPage = async (c: AppContext) => {
  const [tx, actor] = [tables(c), actorOf(c)]
  const groups = await findGroups(tx, actor)
  const wish = c.req.query('groep')
  const named = wish === undefined ? undefined : groups.find(({ id }) => id === wish)
  if (wish !== undefined && named === undefined) throw new NotFound('group')
  const chosen = named ?? (groups.length === 1 ? groups[0] : undefined) ?? null
  return page(
    c,
    <StaffPage
      frame={frameOf(c)}
      groups={groups}
      chosen={chosen}
      tests={chosen === null ? [] : await findTests(tx, actor, chosen.id)}
      asking={await findAsking(tx, actor)}
      hasExams={await hasExams(tx, actor)}
      said={said[c.req.query('gedaan') ?? '']}
      readIn={count(c.req.query('ingelezen'))}
    />,
  )
}

const count = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null

const testPage = async (
  c: AppContext,
  test: Awaited<ReturnType<typeof findTest>>,
  { errors, values }: { errors: FormErrors; values: FormValues | null },
) => {
  const entered = await findEntered(tables(c), test)
  return page(
    c,
    <TestPage
      frame={frameOf(c)}
      test={test}
      entered={entered}
      values={values ?? valuesOf(entered)}
      errors={errors}
      saved={count(c.req.query('bewaard'))}
      known={count(c.req.query('weten'))}
      isNew={c.req.query('gedaan') === 'gemaakt'}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** @throws NotFound for what is no group that the actor teaches */
export const taughtGroup = (c: AppContext, id: unknown): Promise<TaughtGroup> => {
  if (typeof id !== 'string' || !isId(id)) throw new NotFound('group')
  return findTaughtGroup(tables(c), actorOf(c), id.toLowerCase())
}

const taughtTest = (c: AppContext, id: string) => {
  if (!isId(id)) throw new NotFound('test')
  return findTaughtTest(tables(c), actorOf(c), id.toLowerCase())
}

/** @throws NotFound for what is made again already, and for levels */
const retakableTest = async (c: AppContext, id: string) => {
  const test = await taughtTest(c, id)
  if (test.retakeOf !== null || !canWeigh(test.scale)) throw new NotFound('retake')
  return test
}

const shapeOf = async (
  c: AppContext,
  group: TaughtGroup,
  fixed: Assessment | null,
  counts: number | null = null,
): Promise<TestShape> => {
  const { startsOn, endsOn } = schoolYearAround(actorOf(c).today)
  const stage = stageIn(group)
  const periods = await findPeriods(tables(c), group.school, stage)
  return { stage, periods: periods.map(({ id }) => id), first: dayAfter(startsOn, -31), last: endsOn, fixed, counts }
}

const proposals = async (c: AppContext, group: TaughtGroup) => ({
  stage: stageIn(group),
  subjects: await findUsedSubjects(tables(c), actorOf(c), group.id),
  periods: await findPeriods(tables(c), group.school, stageIn(group)),
})

const newPage = async (c: AppContext, group: TaughtGroup, once: string, state: TestFormState) => {
  const { stage, subjects, periods } = await proposals(c, group)
  const { today } = actorOf(c)
  const current = periods.find((one) => one.startsOn <= today && one.endsOn >= today)
  const usual = isSecondary(stage) ? { kind: 'written', scale: 'tenths', weight: '1' } : { weight: '1' }
  const proposed = {
    ...usual,
    dossier: 'progress',
    madeOn: typedDay(today),
    period: current?.id ?? '',
    subject: subjects[0] ?? '',
  }
  return page(
    c,
    <NewTestPage
      frame={frameOf(c)}
      group={group}
      groups={(await findGroups(tables(c), actorOf(c))).filter(({ taught }) => taught)}
      stage={stage}
      subjects={subjects}
      periods={periods}
      once={once}
      retakeOf={null}
      errors={state.errors}
      values={{ ...proposed, ...state.values }}
    />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )
}

const retakePage = async (c: AppContext, of: string, once: string, state: TestFormState) => {
  const test = await retakableTest(c, of)
  const group = await taughtGroup(c, test.group)
  const { stage, subjects, periods } = await proposals(c, group)
  const proposed = { ...valuesOfTest(test), madeOn: typedDay(actorOf(c).today), retakable: '' }
  return page(
    c,
    <NewTestPage
      frame={frameOf(c)}
      group={group}
      groups={[]}
      stage={stage}
      subjects={subjects}
      periods={periods}
      once={once}
      retakeOf={test}
      errors={state.errors}
      values={{ ...proposed, ...state.values }}
    />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )
}

const changePage = async (c: AppContext, test: Awaited<ReturnType<typeof findTest>>, state: TestFormState) => {
  const group = await taughtGroup(c, test.group)
  const isEmpty = (await findEntered(tables(c), test)).every(({ result, changed }) => result === null && !changed)
  return page(
    c,
    <ChangeTestPage
      frame={frameOf(c)}
      group={group}
      test={test}
      {...await proposals(c, group)}
      canDrop={isEmpty && test.retakes.length === 0}
      errors={state.errors}
      values={state.values}
    />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )
}

/** What the form of a test that is there begins with. */
const valuesOfTest = ({ kind, scale, subject, title, weight, dossier, period, madeOn, retakable }: Assessment) => ({
  kind,
  scale,
  subject,
  what: title,
  weight: String(weight),
  dossier,
  period: period ?? '',
  madeOn: typedDay(madeOn),
  retakable: retakable ? 'on' : '',
})
