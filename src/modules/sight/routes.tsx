import { Hono } from 'hono'
import { z } from 'zod'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, typedTexts } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { freshOnce, readOnce } from '#platform/http/once.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayAnswerSight, mayChooseSight, mayReadSight } from './access.ts'
import { answerRequest, type Answered } from './answer-request.ts'
import { askSight, inTheWay } from './ask-sight.ts'
import { findChoices } from './choice-queries.ts'
import { allForm, answerForm, choicesForm, requestForm } from './forms.ts'
import { keepChoices } from './keep-choices.ts'
import { AnswerPage } from './pages/answer-page.tsx'
import { GuardianPage, type GuardianPageProps } from './pages/guardian-page.tsx'
import { paths } from './paths.ts'
import {
  findChild,
  findChildren,
  findRequest,
  findRequests,
  isAsked,
  type OwnChild,
  type SightView,
} from './request-queries.ts'
import { isLive } from './request.ts'
import { texts } from './texts.ts'
import { withdrawRequest } from './withdraw-request.ts'

export const routes = new Hono<AppEnv>()

const said = z.enum(['bewaard', 'gevraagd', 'ingetrokken', 'wacht', 'mag', 'gestopt', 'laat'])
type Said = z.infer<typeof said>

const view = (c: AppContext) => txOf<SightView>(c)
const saidOf = (c: AppContext): Said | undefined => said.safeParse(c.req.query('gedaan')).data
const done = (c: AppContext, what: Said, to = ''): Response => c.redirect(`${paths.sight}?gedaan=${what}${to}`, 303)

const guardianPage = async (c: AppContext, again: Pick<GuardianPageProps, 'wrong' | 'once'> | null = null) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const requests = await findRequests(tx, actor)
  const family = await findChildren(tx, actor)
  return page(
    c,
    <GuardianPage
      frame={frameOf(c)}
      family={family.map((child) => ({
        child,
        request: requests.find(({ pupil }) => pupil === child.id),
        mayAsk: inTheWay(requests, child, actor.today) === undefined,
      }))}
      choiceOf={await findChoices(tx, actor, new Map())}
      said={saidOf(c)}
      wrong={again?.wrong}
      once={again?.once ?? freshOnce()}
    />,
    again ? 422 : 200,
  )
}

const answerPage = async (c: AppContext, wrong: string | null = null) => {
  const actor = actorOf(c)
  const requests = (await findRequests(view(c), actor)).filter(isLive)
  const who = actor.hat === 'pupil' ? 'pupil' : 'staff'
  return page(
    c,
    <AnswerPage frame={frameOf(c)} who={who} requests={requests} said={saidOf(c)} wrong={wrong} />,
    wrong === null ? 200 : 422,
  )
}

routes.get('/zicht', only(mayReadSight), (c) => (actorOf(c).hat === 'guardian' ? guardianPage(c) : answerPage(c)))

/** The own child that the form is about. @throws NotFound for who is none */
const childOf = (c: AppContext): Promise<OwnChild> => findChild(view(c), actorOf(c), typedTexts(c)['kind'] ?? '')

routes.post('/zicht', only(mayChooseSight), async (c) => {
  const child = await childOf(c)
  const all = form(c, allForm)
  if (all.ok) {
    const { alles } = all.value
    const chosen = { grades: alles, homework: alles, presence: alles, timetable: alles, messages: alles }
    await keepChoices(view(c), actorOf(c), child, chosen)
    return done(c, 'bewaard', paths.ofChild(child.id))
  }
  const typed = form(c, choicesForm(texts(c.var.lang)))
  if (!typed.ok) return guardianPage(c, { wrong: { child: child.id, ...typed }, once: freshOnce() })
  await keepChoices(view(c), actorOf(c), child, typed.value)
  return done(c, 'bewaard', paths.ofChild(child.id))
})

routes.post('/zicht/vragen', only(mayChooseSight), async (c) => {
  const [tx, actor, words] = [view(c), actorOf(c), texts(c.var.lang)]
  const child = await childOf(c)
  const once = readOnce(c.get('form')?.get('_once'))
  if (await isAsked(tx, actor, once)) return done(c, 'gevraagd', paths.ofChild(child.id))
  const typed = form(c, requestForm(words))
  if (!typed.ok) return guardianPage(c, { wrong: { child: child.id, ...typed }, once })
  const asked = await askSight(tx, actor, child, { id: once, ...typed.value })
  if (asked) return done(c, 'gevraagd', paths.ofChild(child.id))
  return guardianPage(c, { wrong: { child: child.id, errors: { '': words.more.inTheWay }, values: {} }, once })
})

const saidAfter: Readonly<Record<Answered, Said>> = {
  waits: 'wacht',
  granted: 'mag',
  ended: 'gestopt',
  late: 'laat',
}

routes.post('/zicht/vragen/:id/antwoord', only(mayAnswerSight), async (c) => {
  const id = idParam(c)
  const typed = form(c, answerForm)
  if (!typed.ok) {
    await findRequest(view(c), actorOf(c), id)
    return answerPage(c, texts(c.var.lang).ask.missing)
  }
  return done(c, saidAfter[await answerRequest(view(c), actorOf(c), { id, ...typed.value })])
})

routes.post('/zicht/vragen/:id/intrekking', only(mayChooseSight), async (c) =>
  done(c, (await withdrawRequest(view(c), actorOf(c), idParam(c))) ? 'ingetrokken' : 'laat'),
)
