import { Hono } from 'hono'
import { anyone } from '#platform/access/rules.ts'
import { NotFound, Owing } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { dropSessionCookie, setLanguageCookie } from '#platform/http/cookies.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { page } from '#platform/http/page.ts'
import { keepsOwnAccount, mayChangeSignIn } from './access.ts'
import { accountPage } from './account-page.tsx'
import { changeLogin, confirmLogin, wishedLogin } from './change-login.ts'
import { goOnWith } from './enter-with.ts'
import { hatForm, languageForm, loginForm, passwordForm, sessionId } from './forms.ts'
import { isGuessable } from './login.ts'
import { changePassword, chooseLanguage, findLogin } from './own-account.ts'
import { LoginConfirmPage, LoginMailedPage, LoginOverPage, LoginPage } from './pages/login-page.tsx'
import { paths } from './paths.ts'
import { mailMinutes } from './send-mail.ts'
import { chooseHat, endOtherSessions, endSession } from './sessions.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'

/** The own account: its sessions, hat, language, password and login name. */
export const accountRoutes = new Hono<AppEnv>()

const tables = (c: AppContext) => txOf<AccountTables>(c)

accountRoutes.post('/sessie/einde', only(keepsOwnAccount, { owing: true }), async (c) => {
  const actor = actorOf(c)
  await endSession(tables(c), actor, actor.session)
  dropSessionCookie(c)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect('/inloggen?uit=1', 303)
})

accountRoutes.post('/taal', only(anyone, { owing: true }), async (c) => {
  const typed = form(c, languageForm)
  if (!typed.ok) throw new NotFound('language')
  const { lang, back } = typed.value
  setLanguageCookie(c, lang)
  if (c.var.actor !== null) await chooseLanguage(tables(c), c.var.actor, lang)
  return c.redirect(ownPath(back), 303)
})

accountRoutes.get('/account', only(keepsOwnAccount, { owing: true }), (c) => accountPage(c))

accountRoutes.post('/account/rol', only(keepsOwnAccount), async (c) => {
  const typed = form(c, hatForm)
  if (!typed.ok) throw new NotFound('hat')
  await chooseHat(tables(c), actorOf(c), typed.value.hat)
  return c.redirect('/', 303)
})

accountRoutes.post('/account/wachtwoord', only(mayChangeSignIn, { keepsTries: true }), async (c) => {
  const [tx, actor, words] = [tables(c), actorOf(c), texts(c.var.lang)]
  // The password asked here is the proof; but not for work that waits for more than a password.
  if (actor.owes !== null) throw new Owing()
  const typed = form(c, passwordForm(words))
  if (!typed.ok) return accountPage(c, { errors: typed.errors })
  const { password, newPassword } = typed.value
  if (isGuessable(newPassword, (await findLogin(tx, actor)) ?? ''))
    return accountPage(c, { errors: { newPassword: words.choose.passwordGuessable } })
  const done = await changePassword(tx, actor, { now: password, wanted: newPassword })
  if ('now' in done) return goOnWith(c, done.now, '/account?gedaan=password')
  const { waitSeconds } = done
  if (waitSeconds > 0) return accountPage(c, { errors: { password: words.signIn.wait(waitSeconds) }, status: 429 })
  return accountPage(c, { errors: { password: words.account.passwordNowWrong } })
})

accountRoutes.post('/account/sessies/einde', only(mayChangeSignIn, { owing: true }), async (c) => {
  await endOtherSessions(tables(c), actorOf(c))
  return c.redirect('/account?gedaan=sessions', 303)
})

accountRoutes.post('/account/sessies/:id/einde', only(mayChangeSignIn, { owing: true }), async (c) => {
  const id = sessionId.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound('session')
  await endSession(tables(c), actorOf(c), id.data)
  return c.redirect('/account?gedaan=session', 303)
})

const loginPage = async (c: AppContext, wanted?: string, errors: Readonly<Record<string, string>> = {}) => {
  const now = (await findLogin(tables(c), actorOf(c))) ?? ''
  return page(
    c,
    <LoginPage frame={frameOf(c)} now={now} wanted={wanted} mails={c.var.house.mails} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

accountRoutes.get('/account/inlognaam', only(mayChangeSignIn), (c) => {
  demandProof(c, paths.login)
  return loginPage(c)
})

accountRoutes.post('/account/inlognaam', only(mayChangeSignIn, { keepsTries: true }), async (c) => {
  demandProof(c, paths.login)
  const words = texts(c.var.lang)
  const typed = form(c, loginForm(words))
  if (!typed.ok) return loginPage(c, typed.values.login, typed.errors)
  const { login } = typed.value
  const { vault, mails } = c.var.house
  const changed = await changeLogin(tables(c), actorOf(c), { wanted: login, vault, mails })
  if (changed === 'mailed') return page(c, <LoginMailedPage frame={frameOf(c)} login={login} minutes={mailMinutes} />)
  if (changed === 'taken') return loginPage(c, login, { login: words.choose.loginTaken })
  if (changed === 'wait') return loginPage(c, login, { login: words.login.wait })
  return goOnWith(c, changed.now, '/account?gedaan=login')
})

const loginOver = (c: AppContext) => page(c, <LoginOverPage frame={frameOf(c)} />, 404)

accountRoutes.get('/account/inlognaam/:code', only(mayChangeSignIn), async (c) => {
  const [code, { vault }] = [c.req.param('code'), c.var.house]
  const login = await wishedLogin(tables(c), actorOf(c), { code, vault })
  if (login === null) return loginOver(c)
  demandProof(c, paths.loginConfirm(code))
  return page(c, <LoginConfirmPage frame={frameOf(c)} login={login} code={code} />)
})

accountRoutes.post('/account/inlognaam/:code', only(mayChangeSignIn), async (c) => {
  const [code, { vault }] = [c.req.param('code'), c.var.house]
  const login = await wishedLogin(tables(c), actorOf(c), { code, vault })
  if (login === null) return loginOver(c)
  demandProof(c, paths.loginConfirm(code))
  const changed = await confirmLogin(tables(c), actorOf(c), { code, vault })
  if (changed === null) return loginOver(c)
  if (changed !== 'taken') return goOnWith(c, changed.now, '/account?gedaan=login')
  const errors = { '': texts(c.var.lang).choose.loginTaken }
  return page(c, <LoginConfirmPage frame={frameOf(c)} login={login} code={code} errors={errors} />, 422)
})
