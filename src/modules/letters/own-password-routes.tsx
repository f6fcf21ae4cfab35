import { Hono } from 'hono'
import { choiceForm, deviceWords, shortestPassword } from '#modules/accounts/index.ts'
import { actorOf, poolOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { setSessionCookie } from '#platform/http/cookies.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayChoosePassword } from './access.ts'
import { normalWord, readBirthDate } from './answer.ts'
import { answerForm } from './forms.ts'
import { choosePassword, findAskedChild } from './own-password.ts'
import { OwnPasswordPage, type OwnPasswordPageProps } from './pages/own-password-page.tsx'
import { paths } from './paths.ts'
import type { LettersView } from './queries.ts'
import { doorTexts } from './door/texts.ts'

export const ownPasswordRoutes = new Hono<AppEnv>()

const ownPage = async (
  c: AppContext,
  again: Pick<OwnPasswordPageProps, 'values' | 'errors'> = {},
  status: 200 | 422 | 429 = 200,
) => {
  const child = await findAskedChild(txOf<LettersView>(c), actorOf(c))
  return page(
    c,
    <OwnPasswordPage
      frame={frameOf(c)}
      child={child}
      onlySchool={child.onlySchool}
      shortest={shortestPassword}
      {...again}
    />,
    status,
  )
}

ownPasswordRoutes.get(paths.ownPassword, only(mayChoosePassword), (c) => ownPage(c))

ownPasswordRoutes.post(paths.ownPassword, only(mayChoosePassword), async (c) => {
  const words = doorTexts(c.var.lang)
  const child = await findAskedChild(txOf<LettersView>(c), actorOf(c))
  const typed = form(c, answerForm)
  const chosen = form(c, choiceForm(c.var.lang))
  const values = {
    ...(typed.ok ? typed.value : typed.values),
    login: chosen.ok ? chosen.value.login : chosen.values.login,
  }
  const question = child.birthDateKnown ? 'day' : 'word'
  const again = (errors: Readonly<Record<string, string>>, status: 422 | 429 = 422) =>
    ownPage(c, { values, errors }, status)
  const today = c.var.house.clock.now().toISOString().slice(0, 10)
  const born = typed.ok ? readBirthDate(typed.value, today) : null
  const word = typed.ok ? normalWord(typed.value.word) : ''
  const unanswered = (child.birthDateKnown ? born === null : word === '') ? { [question]: words.question.missing } : {}
  if (!chosen.ok || Object.keys(unanswered).length > 0)
    return again({ ...unanswered, ...(chosen.ok ? {} : chosen.errors) })
  const token = c.var.session ?? ''
  const device = deviceWords(c.req.header('user-agent'))
  const done = await choosePassword(poolOf<LettersView>(c), token, { born, word }, chosen.value, device)
  if (done.ok) {
    setSessionCookie(c, done.session.token, done.session.seconds)
    return c.redirect('/account?gedaan=password', 303)
  }
  if (done.why === 'wait') return again({ [question]: words.question.wait(done.seconds) }, 429)
  if (done.why === 'not each child') return again({ '': words.own.each })
  return again(done.why === 'wrong' ? { [question]: words.own.wrong } : { login: words.choose.taken })
})
