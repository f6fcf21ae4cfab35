import { Hono } from 'hono'
import { anyone } from '#platform/access/rules.ts'
import { NotFound } from '#platform/errors.ts'
import { poolOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { deviceCookie } from '#platform/http/cookies.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { openDoor, page } from '#platform/http/page.ts'
import { deviceOf, enterWith, placeOf } from './enter-with.ts'
import { assertionForm, exampleForm, invitationForm, signInForm } from './forms.ts'
import { acceptInvitation, isOpenInvitation } from './invite.ts'
import { deviceMark, triesOf } from './known-device.ts'
import { InvitationOverPage, InvitationPage } from './pages/invitation-page.tsx'
import { SignInPage, type SignInPageProps } from './pages/sign-in-page.tsx'
import { offerSignIn, signInByPasskey } from './passkeys.ts'
import { signIn, signInAsExample, type SignInOutcome } from './sign-in.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'

/** How one gets in: by password, by passkey, by invitation; in the demo as one of its people. */
export const doorRoutes = new Hono<AppEnv>()

const pool = (c: AppContext) => poolOf<AccountTables>(c)

const signInPage = async (
  c: AppContext,
  props: Omit<SignInPageProps, 'frame' | 'personas' | 'passkeys'>,
  status: 200 | 422 | 429 = 200,
) => {
  openDoor(c)
  const { house, lang } = c.var
  const personas = (await house.demo(c.req.raw.headers)) ? house.examples(lang) : []
  return page(
    c,
    <SignInPage frame={frameOf(c)} personas={personas} passkeys={placeOf(c) !== null} {...props} />,
    status,
  )
}

doorRoutes.get('/inloggen', only(anyone, { owing: true }), async (c) => {
  if (c.var.actor !== null) return c.redirect('/', 303)
  return signInPage(c, { signedOut: c.req.query('uit') === '1' })
})

const tryPassword = async (c: AppContext, typed: { login: string; password: string }): Promise<SignInOutcome> => {
  const { house } = c.var
  const address = house.addressOf(c)
  const waitSeconds = house.wrongTries.wait(address)
  if (waitSeconds > 0) return { ok: false, waitSeconds }
  const tries = triesOf(house.vault, typed.login, deviceCookie(c))
  const outcome = await signIn(pool(c), { ...typed, tries }, deviceOf(c))
  if (!outcome.ok) house.wrongTries.count(address)
  return outcome
}

doorRoutes.post('/inloggen', only(anyone, { door: true }), async (c) => {
  const words = texts(c.var.lang)
  const typed = form(c, signInForm(words))
  if (!typed.ok) return signInPage(c, { errors: typed.errors, login: typed.values.login }, 422)
  const { login, password, back } = typed.value
  const outcome = await tryPassword(c, { login, password })
  if (outcome.ok) return enterWith(c, outcome.session, ownPath(back), deviceMark(c.var.house.vault, login))
  const waits = outcome.waitSeconds > 0
  const message = waits ? words.signIn.wait(outcome.waitSeconds) : words.signIn.wrong
  return signInPage(c, { errors: { login: message }, login, back }, waits ? 429 : 422)
})

doorRoutes.post('/inloggen/passkey/vraag', only(anyone, { door: true }), async (c) => {
  const place = placeOf(c)
  if (place === null) throw new NotFound('passkeys')
  return c.json(await offerSignIn(pool(c), place, c.var.token))
})

doorRoutes.post('/inloggen/passkey', only(anyone, { door: true }), async (c) => {
  const place = placeOf(c)
  if (place === null) throw new NotFound('passkeys')
  const typed = form(c, assertionForm)
  const shown = typed.ok ? { place, holder: c.var.token, answer: typed.value.antwoord } : null
  const session = shown && (await signInByPasskey(pool(c), shown, deviceOf(c)))
  if (session) return enterWith(c, session, ownPath(typed.ok ? typed.value.back : undefined))
  return signInPage(c, { errors: { '': texts(c.var.lang).passkey.refused } }, 422)
})

doorRoutes.post('/inloggen/proef', only(anyone, { door: true }), async (c) => {
  const { house, lang } = c.var
  const typed = form(c, exampleForm)
  const known = (await house.demo(c.req.raw.headers)) ? house.examples(lang).flatMap((group) => group.personas) : []
  if (!typed.ok || !known.some((persona) => persona.login === typed.value.login)) throw new NotFound('example')
  const session = await signInAsExample(pool(c), typed.value.login, deviceOf(c))
  if (session === null) throw new NotFound('example')
  return enterWith(c, session, '/')
})

doorRoutes.get('/aanmelding/:code', only(anyone, { door: true }), async (c) => {
  openDoor(c)
  const code = c.req.param('code')
  if (!(await isOpenInvitation(pool(c), code))) return page(c, <InvitationOverPage frame={frameOf(c)} />, 404)
  return page(c, <InvitationPage frame={frameOf(c)} code={code} />)
})

doorRoutes.post('/aanmelding/:code', only(anyone, { door: true }), async (c) => {
  const code = c.req.param('code')
  const words = texts(c.var.lang)
  const again = (errors: Readonly<Record<string, string>>, login?: string) =>
    page(c, <InvitationPage frame={frameOf(c)} code={code} login={login} errors={errors} />, 422)
  const typed = form(c, invitationForm(words))
  if (!typed.ok) return again(typed.errors, typed.values.login)
  const accepted = await acceptInvitation(pool(c), { code, ...typed.value }, deviceOf(c))
  if (accepted.ok) return enterWith(c, accepted.session, '/')
  if (accepted.why === 'login taken') return again({ login: words.choose.loginTaken }, typed.value.login)
  return page(c, <InvitationOverPage frame={frameOf(c)} />, 404)
})
