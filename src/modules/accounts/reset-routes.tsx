import { Hono } from 'hono'
import { anyone } from '#platform/access/rules.ts'
import { poolOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { openDoor, page } from '#platform/http/page.ts'
import { typedCode } from './at-the-counter.ts'
import { deviceOf, enterWith } from './enter-with.ts'
import { codeForm, forgottenForm, resetForm } from './forms.ts'
import { ForgottenPage, ForgottenSentPage, ResetOverPage, ResetPage } from './pages/forgotten-page.tsx'
import { paths } from './paths.ts'
import { askResetByMail, findReset, resetPassword } from './reset-password.ts'
import { mailMinutes } from './send-mail.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'

/** The way back in for who forgot the password. Nobody is known here: the code says whose account it is. */
export const resetRoutes = new Hono<AppEnv>()

const pool = (c: AppContext) => poolOf<AccountTables>(c)

const forgottenPage = (
  c: AppContext,
  props: { errors?: Readonly<Record<string, string>>; login?: string | undefined; code?: string | undefined } = {},
  status: 200 | 422 | 429 = 200,
) => {
  openDoor(c)
  return page(c, <ForgottenPage frame={frameOf(c)} mails={c.var.house.mails} {...props} />, status)
}

resetRoutes.get('/wachtwoord-vergeten', only(anyone, { door: true }), (c) => forgottenPage(c))

resetRoutes.post('/wachtwoord-vergeten', only(anyone, { door: true }), async (c) => {
  const typed = form(c, forgottenForm(texts(c.var.lang)))
  if (!typed.ok || !c.var.house.mails) return forgottenPage(c, typed.ok ? {} : { errors: typed.errors }, 422)
  await askResetByMail(pool(c), typed.value.login)
  return page(c, <ForgottenSentPage frame={frameOf(c)} minutes={mailMinutes} />)
})

resetRoutes.get('/herstel', only(anyone, { door: true }), (c) => forgottenPage(c))

resetRoutes.post('/herstel', only(anyone, { door: true }), async (c) => {
  const words = texts(c.var.lang)
  const { house } = c.var
  const typed = form(c, codeForm(words))
  if (!typed.ok) return forgottenPage(c, { errors: typed.errors, code: typed.values.code }, 422)
  const address = house.addressOf(c)
  const wait = house.wrongTries.wait(address)
  const code = typedCode(typed.value.code)
  if (wait === 0 && (await findReset(pool(c), code)) !== null) return c.redirect(paths.reset(code), 303)
  house.wrongTries.count(address)
  const message = wait > 0 ? words.signIn.wait(wait) : words.forgotten.codeWrong
  return forgottenPage(c, { errors: { code: message }, code: typed.value.code }, wait > 0 ? 429 : 422)
})

const overPage = (c: AppContext) => page(c, <ResetOverPage frame={frameOf(c)} />, 404)

resetRoutes.get('/herstel/:code', only(anyone, { door: true }), async (c) => {
  openDoor(c)
  const code = c.req.param('code')
  const login = await findReset(pool(c), code)
  return login === null ? overPage(c) : page(c, <ResetPage frame={frameOf(c)} code={code} login={login} />)
})

resetRoutes.post('/herstel/:code', only(anyone, { door: true }), async (c) => {
  const code = c.req.param('code')
  const login = await findReset(pool(c), code)
  if (login === null) return overPage(c)
  const typed = form(c, resetForm(texts(c.var.lang), login))
  if (!typed.ok) return page(c, <ResetPage frame={frameOf(c)} code={code} login={login} errors={typed.errors} />, 422)
  const session = await resetPassword(pool(c), { code, ...typed.value }, deviceOf(c))
  return session === null ? overPage(c) : enterWith(c, session, '/')
})
