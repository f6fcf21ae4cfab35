import { Hono } from 'hono'
import { anyone } from '#platform/access/rules.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, poolOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { dropSessionCookie, setLanguageCookie, setSessionCookie } from '#platform/http/cookies.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { openDoor, page } from '#platform/http/page.ts'
import { keepsOwnAccount, mayChangeSignIn } from './access.ts'
import { deviceWords } from './device.ts'
import {
  exampleForm,
  hatForm,
  invitationForm,
  languageForm,
  passwordForm,
  saidOnAccount,
  sessionId,
  signInForm,
} from './forms.ts'
import { acceptInvitation, isOpenInvitation } from './invite.ts'
import { changePassword, chooseLanguage, findLogin } from './own-account.ts'
import { AccountPage } from './pages/account-page.tsx'
import { InvitationOverPage, InvitationPage } from './pages/invitation-page.tsx'
import { SignInPage, type SignInPageProps } from './pages/sign-in-page.tsx'
import { chooseHat, endOtherSessions, endSession, findSessions } from './sessions.ts'
import { signIn, signInAsExample } from './sign-in.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'

export const routes = new Hono<AppEnv>()

const pool = (c: AppContext) => poolOf<AccountTables>(c)
const device = (c: AppContext): string => deviceWords(c.req.header('user-agent'))

const enterWith = (c: AppContext, session: StartedSession, back: string): Response => {
  setSessionCookie(c, session.token, session.seconds)
  return c.redirect(back, 303)
}

const signInPage = async (
  c: AppContext,
  props: Omit<SignInPageProps, 'frame' | 'personas'>,
  status: 200 | 422 | 429 = 200,
) => {
  openDoor(c)
  const { house, lang } = c.var
  const personas = (await house.demo(c.req.raw.headers)) ? house.examples(lang) : []
  return page(c, <SignInPage frame={frameOf(c)} personas={personas} {...props} />, status)
}

routes.get('/inloggen', only(anyone), async (c) => {
  if (c.var.actor !== null) return c.redirect('/', 303)
  return signInPage(c, { signedOut: c.req.query('uit') === '1' })
})

routes.post('/inloggen', only(anyone, { door: true }), async (c) => {
  const words = texts(c.var.lang)
  const typed = form(c, signInForm(words))
  if (!typed.ok) return signInPage(c, { errors: typed.errors, login: typed.values.login }, 422)
  const { login, password, back } = typed.value
  const outcome = await signIn(pool(c), { login, password }, device(c))
  if (outcome.ok) return enterWith(c, outcome.session, ownPath(back))
  const waits = outcome.waitSeconds > 0
  const message = waits ? words.signIn.wait(outcome.waitSeconds) : words.signIn.wrong
  return signInPage(c, { errors: { login: message }, login, back }, waits ? 429 : 422)
})

routes.post('/inloggen/proef', only(anyone, { door: true }), async (c) => {
  const { house, lang } = c.var
  const typed = form(c, exampleForm)
  const known = (await house.demo(c.req.raw.headers)) ? house.examples(lang).flatMap((group) => group.personas) : []
  if (!typed.ok || !known.some((persona) => persona.login === typed.value.login)) throw new NotFound('example')
  const session = await signInAsExample(pool(c), typed.value.login, device(c))
  if (session === null) throw new NotFound('example')
  return enterWith(c, session, '/')
})

routes.post('/sessie/einde', only(keepsOwnAccount), async (c) => {
  const actor = actorOf(c)
  await endSession(txOf<AccountTables>(c), actor, actor.session)
  dropSessionCookie(c)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect('/inloggen?uit=1', 303)
})

routes.post('/taal', only(anyone), async (c) => {
  const typed = form(c, languageForm)
  if (!typed.ok) throw new NotFound('language')
  const { lang, back } = typed.value
  setLanguageCookie(c, lang)
  if (c.var.actor !== null) await chooseLanguage(txOf<AccountTables>(c), c.var.actor, lang)
  return c.redirect(ownPath(back), 303)
})

const accountPage = async (c: AppContext, errors: Readonly<Record<string, string>> = {}) => {
  const tx = txOf<AccountTables>(c)
  const actor = actorOf(c)
  const said = saidOnAccount.safeParse(c.req.query('gedaan'))
  return page(
    c,
    <AccountPage
      frame={frameOf(c)}
      login={await findLogin(tx, actor)}
      sessions={await findSessions(tx, actor)}
      letter={actor.kind === 'letter'}
      errors={errors}
      said={said.data}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

routes.get('/account', only(keepsOwnAccount), (c) => accountPage(c))

routes.post('/account/rol', only(keepsOwnAccount), async (c) => {
  const typed = form(c, hatForm)
  if (!typed.ok) throw new NotFound('hat')
  await chooseHat(txOf<AccountTables>(c), actorOf(c), typed.value.hat)
  return c.redirect('/', 303)
})

routes.post('/account/wachtwoord', only(mayChangeSignIn), async (c) => {
  const words = texts(c.var.lang)
  const typed = form(c, passwordForm(words))
  if (!typed.ok) return accountPage(c, typed.errors)
  const { password, newPassword } = typed.value
  const done = await changePassword(txOf<AccountTables>(c), actorOf(c), { now: password, wanted: newPassword })
  if (done === 'wrong') return accountPage(c, { password: words.account.passwordNowWrong })
  return c.redirect('/account?gedaan=password', 303)
})

routes.post('/account/sessies/einde', only(mayChangeSignIn), async (c) => {
  await endOtherSessions(txOf<AccountTables>(c), actorOf(c))
  return c.redirect('/account?gedaan=sessions', 303)
})

routes.post('/account/sessies/:id/einde', only(mayChangeSignIn), async (c) => {
  const id = sessionId.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound('session')
  await endSession(txOf<AccountTables>(c), actorOf(c), id.data)
  return c.redirect('/account?gedaan=session', 303)
})

routes.get('/aanmelding/:code', only(anyone, { door: true }), async (c) => {
  openDoor(c)
  const code = c.req.param('code')
  if (!(await isOpenInvitation(pool(c), code))) return page(c, <InvitationOverPage frame={frameOf(c)} />, 404)
  return page(c, <InvitationPage frame={frameOf(c)} code={code} />)
})

routes.post('/aanmelding/:code', only(anyone, { door: true }), async (c) => {
  const code = c.req.param('code')
  const words = texts(c.var.lang)
  const again = (errors: Readonly<Record<string, string>>, login?: string) =>
    page(c, <InvitationPage frame={frameOf(c)} code={code} login={login} errors={errors} />, 422)
  const typed = form(c, invitationForm(words))
  if (!typed.ok) return again(typed.errors, typed.values.login)
  const accepted = await acceptInvitation(pool(c), { code, ...typed.value }, device(c))
  if (accepted.ok) return enterWith(c, accepted.session, '/')
  if (accepted.why === 'login taken') return again({ login: words.choose.loginTaken }, typed.value.login)
  return page(c, <InvitationOverPage frame={frameOf(c)} />, 404)
})
