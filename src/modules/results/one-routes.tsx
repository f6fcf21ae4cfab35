import { Hono } from 'hono'
import { dayInWords } from '#ui/date.ts'
import { typedDay } from '#platform/http/fields.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayDecideExam, mayEnterResults } from './access.ts'
import { decideExamChange, findProposals, proposeExamChange } from './deeds/exam-change.ts'
import { addPause, endPause, findPaused } from './deeds/pause.ts'
import { releaseEarly } from './deeds/release-early.ts'
import { withdrawResult } from './deeds/withdraw-result.ts'
import { decideForm, examChangeForm, pauseForm, releaseForm } from './forms.ts'
import { ExamPage } from './pages/exam-page.tsx'
import { OnePage } from './pages/one-page.tsx'
import { PausePage } from './pages/pause-page.tsx'
import { paths } from './paths.ts'
import type { ResultView } from './queries.ts'
import { findEntered, findHistory, findTaughtTest } from './staff-queries.ts'
import { texts } from './texts.ts'

/** Deeds about one result, and about one pupil. */
export const oneRoutes = new Hono<AppEnv>()

type State = { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> }
const noState: State = { errors: {}, values: {} }

const tables = (c: AppContext) => txOf<ResultView>(c)
const resultParam = (c: AppContext): string => idParam(c, 'result')

oneRoutes.get('/toetsen/:id/cijfers/:result', only(mayEnterResults), (c) => onePage(c, noState))

oneRoutes.post('/toetsen/:id/cijfers/:result/vrijgave', only(mayEnterResults), async (c) => {
  const typed = form(c, releaseForm(texts(c.var.lang)))
  if (!typed.ok) return onePage(c, typed)
  const [test, result] = [idParam(c), resultParam(c)]
  const { who, reason } = typed.value
  await releaseEarly(tables(c), actorOf(c), { test, result, home: who === 'home', reason })
  return c.redirect(`${paths.ofTest(test, result)}?gedaan=getoond`, 303)
})

oneRoutes.post('/toetsen/:id/cijfers/:result/intrekking', only(mayEnterResults), async (c) => {
  const [test, result] = [idParam(c), resultParam(c)]
  await withdrawResult(tables(c), actorOf(c), { test, result })
  return c.redirect(`${paths.test(test)}?gedaan=ingetrokken`, 303)
})

oneRoutes.post('/toetsen/:id/cijfers/:result/voorstel', only(mayEnterResults), async (c) => {
  const [id, result] = [idParam(c), resultParam(c)]
  const test = await findTaughtTest(tables(c), actorOf(c), id)
  const typed = form(c, examChangeForm(texts(c.var.lang), test.scale === 'words' ? 'words' : 'tenths'))
  if (!typed.ok) return onePage(c, typed)
  const { grade, examReason: reason } = typed.value
  await proposeExamChange(tables(c), actorOf(c), { test: id, result, grade, reason })
  return c.redirect(`${paths.ofTest(id, result)}?gedaan=voorgesteld`, 303)
})

oneRoutes.get('/examendossier', only(mayDecideExam), (c) => examPage(c, {}))

oneRoutes.post('/examendossier/:id/besluit', only(mayDecideExam), async (c) => {
  const typed = form(c, decideForm(texts(c.var.lang)))
  const id = idParam(c)
  if (!typed.ok) return examPage(c, { [id]: typed.errors['says'] ?? '' })
  await decideExamChange(tables(c), actorOf(c), id, typed.value.says)
  return c.redirect(`${paths.proposals}?gedaan=${typed.value.says === 'yes' ? 'ja' : 'nee'}`, 303)
})

oneRoutes.get('/leerlingen/:id/pauze', only(mayEnterResults), (c) => pausePage(c, noState))

oneRoutes.post('/leerlingen/:id/pauze', only(mayEnterResults), async (c) => {
  const pupil = idParam(c)
  const { today, last } = await findPaused(tables(c), actorOf(c), pupil)
  const words = texts(c.var.lang)
  const far = words.pause.untilFar(dayInWords(c.var.lang, today), dayInWords(c.var.lang, last))
  const typed = form(c, pauseForm(words, { today, last, far }))
  if (!typed.ok) return pausePage(c, typed)
  await addPause(tables(c), actorOf(c), pupil, typed.value.until)
  return c.redirect(`${paths.pauses(pupil)}?gedaan=begonnen`, 303)
})

oneRoutes.post('/leerlingen/:id/pauze/einde', only(mayEnterResults), async (c) => {
  const pupil = idParam(c)
  await endPause(tables(c), actorOf(c), pupil)
  return c.redirect(`${paths.pauses(pupil)}?gedaan=beeindigd`, 303)
})

const onePage = async (c: AppContext, { errors, values }: State) => {
  const test = await findTaughtTest(tables(c), actorOf(c), idParam(c))
  const one = (await findEntered(tables(c), test)).find(({ result }) => result === resultParam(c))
  if (one === undefined) throw new NotFound('result')
  const said = c.req.query('gedaan')
  return page(
    c,
    <OnePage
      frame={frameOf(c)}
      test={test}
      one={one}
      history={await findHistory(tables(c), test, one.pupil)}
      said={said === 'getoond' ? 'released' : said === 'voorgesteld' ? 'proposed' : undefined}
      errors={errors}
      values={values}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const examPage = async (c: AppContext, errors: Readonly<Record<string, string>>) => {
  const said = c.req.query('gedaan')
  return page(
    c,
    <ExamPage
      frame={frameOf(c)}
      proposals={await findProposals(tables(c), actorOf(c))}
      own={actorOf(c).at.map(({ person }) => person)}
      errors={errors}
      said={said === 'ja' ? 'saidYes' : said === 'nee' ? 'saidNo' : undefined}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const pausePage = async (c: AppContext, { errors, values }: State) => {
  const paused = await findPaused(tables(c), actorOf(c), idParam(c))
  const said = c.req.query('gedaan')
  return page(
    c,
    <PausePage
      frame={frameOf(c)}
      paused={paused}
      errors={errors}
      until={values['until'] ?? typedDay(null)}
      said={said === 'begonnen' ? 'added' : said === 'beeindigd' ? 'ended' : undefined}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
