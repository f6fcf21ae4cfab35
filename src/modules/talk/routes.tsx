import { Hono } from 'hono'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { only } from '#platform/http/only.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { mayAskQuestions } from './access.ts'
import { paths } from './paths.ts'
import { switchQuestionOff, switchQuestionOn } from './switch-question.ts'
import type { TalkTables } from './tables.ts'

export const routes = new Hono<AppEnv>()

routes.post(paths.on, only(mayAskQuestions), async (c) => {
  await switchQuestionOn(txOf<TalkTables>(c), actorOf(c))
  return back(c)
})

routes.post(paths.off, only(mayAskQuestions), async (c) => {
  await switchQuestionOff(txOf<TalkTables>(c), actorOf(c))
  return back(c)
})

const back = (c: AppContext): Response => {
  const wish = c.get('form')?.get('back')
  return c.redirect(ownPath(typeof wish === 'string' ? wish : undefined), 303)
}
