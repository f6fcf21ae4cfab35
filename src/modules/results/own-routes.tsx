import { Hono } from 'hono'
import { AgreedNote, inForceAlong } from '#modules/agreements/index.ts'
import { findRule } from '#modules/reports/index.ts'
import { choicesAlong, findChoices } from '#modules/sight/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import type { Entered } from '#platform/db/context.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayReadProgress, mayTell } from './access.ts'
import { isSecondary } from './assessment.ts'
import { tell, untell } from './deeds/tell.ts'
import { tellForm } from './forms.ts'
import { knownOf, subjectsOf, type SubjectResults } from './known.ts'
import { ByDefault } from './pages/by-default.tsx'
import { HelpPage } from './pages/help-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { ProgressPage } from './pages/progress-page.tsx'
import { ResultPage } from './pages/result-page.tsx'
import { paths } from './paths.ts'
import {
  findKnown,
  findLearners,
  findNextHomeMoment,
  findOwn,
  findReasons,
  type Learner,
  type ResultView,
} from './queries.ts'
import { keptKinds, type Agreed } from './release-rule.ts'
import { findAgreed, stageOfLearner } from './situation.ts'
import { texts } from './texts.ts'

export const ownRoutes = new Hono<AppEnv>()

const tables = (c: AppContext) => txOf<ResultView>(c)

/** What the pages of a family ask along with who they are. */
export const agreedAlong = (known: Entered) => [...inForceAlong(known, keptKinds), ...choicesAlong(known)]

/** The own results of a pupil. */
export const ownPage = async (c: AppContext) => {
  const [learner] = await findLearners(tables(c), actorOf(c))
  if (learner === undefined) throw new NotFound('pupil')
  const { subjects, agreed } = await resultsOf(c, learner)
  const all = subjects.flatMap(({ results }) => results)
  return page(
    c,
    <OwnPage
      frame={frameOf(c)}
      subjects={subjects}
      untold={all.filter(({ atHome }) => !atHome).toReversed()}
      agreed={agreedNote(c, agreed(null), learner)}
      said={saidIn(c)}
    />,
  )
}

ownRoutes.get('/cijfers/:id', only(mayTell, { along: agreedAlong }), async (c) => resultPage(c, idParam(c), {}))

ownRoutes.get('/cijfers/:id/hulp', only(mayTell), async (c) => {
  const own = await findOwn(tables(c), actorOf(c), idParam(c))
  return page(c, <HelpPage frame={frameOf(c)} id={own.id} />)
})

ownRoutes.post('/cijfers/:id/vertellen', only(mayTell), async (c) => {
  const id = idParam(c)
  const typed = form(c, tellForm(texts(c.var.lang)))
  if (!typed.ok) return resultPage(c, id, typed.errors)
  await tell(tables(c), actorOf(c), id, typed.value.choice)
  return c.redirect(`${paths.result(id)}?gedaan=bewaard`, 303)
})

ownRoutes.post('/cijfers/:id/vertellen/einde', only(mayTell), async (c) => {
  const id = idParam(c)
  await untell(tables(c), actorOf(c), id)
  return c.redirect(`${paths.result(id)}?gedaan=terug`, 303)
})

ownRoutes.get('/voortgang', only(mayReadProgress, { along: agreedAlong }), async (c) => {
  const actor = actorOf(c)
  const family = await findLearners(tables(c), actor)
  const wish = c.req.query('kind')
  const chosen = wish === undefined ? (family[0] ?? null) : family.find(({ id }) => id === wish)
  if (chosen === undefined) throw new NotFound('child')
  const words = texts(c.var.lang)
  const coach = words.coach[weekOf(actor.today) % words.coach.length] ?? ''
  const empty = {
    family,
    coach,
    subjects: [],
    reasons: [],
    nextAt: null,
    isReport: false,
    isAtOnce: false,
    agreed: null,
  }
  if (chosen === null) return page(c, <ProgressPage frame={frameOf(c)} {...empty} chosen={null} off={null} />)
  const choice = (await findChoices(tables(c), actor, c.get('answers')))(chosen.id, 'grades')
  if (choice === 'none' || (choice === 'ask' && c.req.query('toon') !== 'cijfers'))
    return page(c, <ProgressPage frame={frameOf(c)} {...empty} chosen={chosen} off={choice} />)
  const { subjects, agreed } = await resultsOf(c, chosen)
  const inGeneral = agreed(null)
  return page(
    c,
    <ProgressPage
      frame={frameOf(c)}
      {...empty}
      nextAt={await findNextHomeMoment(tables(c), chosen, stageOfLearner(chosen), inGeneral)}
      isReport={inGeneral.rule === 'report' || !isSecondary(stageOfLearner(chosen) ?? '')}
      isAtOnce={inGeneral.rule === 'direct'}
      chosen={chosen}
      agreed={agreedNote(c, inGeneral, chosen)}
      subjects={subjects}
      reasons={await findReasons(tables(c), chosen)}
      off={null}
    />,
  )
})

const resultPage = async (c: AppContext, id: string, errors: Readonly<Record<string, string>>) => {
  const own = await findOwn(tables(c), actorOf(c), id)
  const learner = (await findLearners(tables(c), actorOf(c))).find((one) => one.id === own.pupil)
  if (learner === undefined) throw new NotFound('pupil')
  const { subjects, agreed } = await resultsOf(c, learner)
  const subject = subjects.find(({ results }) => results.some((one) => one.id === id))
  const known = subject?.results.find((one) => one.id === id)
  // A version that was replaced and whose successor is known is no page any more.
  if (subject === undefined || known === undefined) throw new NotFound('result')
  return page(
    c,
    <ResultPage
      frame={frameOf(c)}
      own={own}
      known={known}
      subject={subject}
      errors={errors}
      said={saidIn(c)}
      agreed={agreedNote(c, agreed(subject.subject), learner)}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const resultsOf = async (
  c: AppContext,
  learner: Learner,
): Promise<{ subjects: SubjectResults[]; agreed: (subject: string | null) => Agreed }> => {
  const actor = actorOf(c)
  const agreed = await findAgreed(tables(c), learner, actor.today, c.get('answers'))
  const known = knownOf(await findKnown(tables(c), actor, [learner.id]))
  const { rounding } = await findRule(tables(c), learner.school, stageOfLearner(learner) ?? '')
  return { agreed, subjects: subjectsOf(known, rounding, (subject) => agreed(subject).averages) }
}

const agreedNote = (c: AppContext, { agreement }: Agreed, learner: Learner) =>
  agreement === null ? (
    <ByDefault
      lang={c.var.lang}
      name={learner.name}
      isPrimary={!isSecondary(stageOfLearner(learner) ?? '')}
      hat={actorOf(c).hat}
    />
  ) : (
    <AgreedNote lang={c.var.lang} agreement={agreement} today={actorOf(c).today} />
  )

const said: Readonly<Record<string, 'saved' | 'undone'>> = { bewaard: 'saved', terug: 'undone' }
const saidIn = (c: AppContext): 'saved' | 'undone' | undefined => said[c.req.query('gedaan') ?? '']

/** The week a day lies in, counted from one Monday on: it moves on by itself, and says nothing of any result. */
const weekOf = (day: string): number => Math.floor((Date.parse(day) - Date.parse('2024-01-01')) / 604_800_000)
