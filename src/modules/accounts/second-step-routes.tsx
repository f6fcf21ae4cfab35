import { Hono } from 'hono'
import { Owing, Unproved } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { setSessionCookie } from '#platform/http/cookies.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { page } from '#platform/http/page.ts'
import { drawQr } from '#platform/qr/draw-qr.ts'
import { formToken } from '#platform/http/secrets.ts'
import { mayChangeSignIn, worksAtSchool } from './access.ts'
import { goOnWith, placeOf } from './enter-with.ts'
import { assertionForm, proofForm, recoveryForm, secondStepForm, which } from './forms.ts'
import { findLogin } from './own-account.ts'
import { EnrolPage, RecoveryCodesPage } from './pages/enrol-page.tsx'
import { ProofPage } from './pages/proof-page.tsx'
import { SecondStepPage } from './pages/second-step-page.tsx'
import { proveByPasskey } from './passkeys.ts'
import { paths } from './paths.ts'
import { proveByPassword } from './prove.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { draftKey, enrol, findSecondStep, showSecondStep } from './second-step.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'
import { grouped, otpauth } from './totp.ts'

/** What is shown beside the password: the step before the work, setting it up, and the proof that it is still you. */
export const secondStepRoutes = new Hono<AppEnv>()

type Errors = Readonly<Record<string, string>>
const tables = (c: AppContext) => txOf<AccountTables>(c)
const isOwing = (c: AppContext): boolean => actorOf(c).owes !== null
const backOf = (c: AppContext): string => ownPath(c.req.query('terug'))

const stepPage = async (c: AppContext, back: string, errors: Errors = {}, status: 200 | 422 | 429 = 200) => {
  const { app, passkeys } = await findSecondStep(tables(c), actorOf(c))
  const shown = passkeys > 0 && placeOf(c) !== null
  return page(c, <SecondStepPage frame={frameOf(c)} back={back} app={app} passkeys={shown} errors={errors} />, status)
}

secondStepRoutes.get('/account/tweede-stap', only(mayChangeSignIn, { owing: true }), async (c) => {
  if (!isOwing(c)) return c.redirect(paths.account, 303)
  const { app, passkeys } = await findSecondStep(tables(c), actorOf(c))
  if (app || passkeys > 0) return stepPage(c, backOf(c))
  return c.redirect(`${paths.enrol}?${new URLSearchParams({ terug: backOf(c) })}`, 303)
})

secondStepRoutes.post('/account/tweede-stap', only(mayChangeSignIn, { owing: true, keepsTries: true }), async (c) => {
  const words = texts(c.var.lang)
  const sent = form(c, which)
  const recovers = sent.ok && sent.value.recovery !== undefined
  const typed = recovers ? form(c, recoveryForm(words)) : form(c, secondStepForm(words))
  const back = ownPath(sent.ok ? sent.value.terug : undefined)
  if (!typed.ok) return stepPage(c, back, typed.errors, 422)
  // Pressed twice: the step was taken a moment ago.
  if (!isOwing(c)) return c.redirect(paths.account, 303)
  const shown = await showSecondStep(tables(c), actorOf(c), c.var.house.vault, { ...typed.value, toWork: true })
  if (shown.ok) return goOnWith(c, shown.session, back)
  const message = recovers ? words.secondStep.recoveryWrong : words.secondStep.wrong
  return stepPage(c, back, { [recovers ? 'recovery' : 'code']: waitOr(c, shown.waitSeconds, message) }, statusOf(shown))
})

const waitOr = (c: AppContext, seconds: number, message: string): string =>
  seconds > 0 ? texts(c.var.lang).signIn.wait(seconds) : message
const statusOf = ({ waitSeconds }: { waitSeconds: number }): 422 | 429 => (waitSeconds > 0 ? 429 : 422)

/**
 * An app is set up by who just signed in and has none, or by who showed the one that is there: whoever has no more than the
 * password must not put an app of their own in its place.
 */
const demandMaySetUp = async (c: AppContext): Promise<boolean> => {
  const { app, passkeys } = await findSecondStep(tables(c), actorOf(c))
  if (isOwing(c) && (app || passkeys > 0)) throw new Owing()
  if (!actorOf(c).proved) throw new Unproved(paths.enrol)
  return app
}

const enrolPage = async (c: AppContext, replaces: boolean, back: string, errors: Errors = {}) => {
  const key = draftKey(c.var.house.vault, c.var.token)
  const address = otpauth(key, { issuer: 'Samenspraak', login: (await findLogin(tables(c), actorOf(c))) ?? '' })
  return page(
    c,
    <EnrolPage
      frame={frameOf(c)}
      drawing={drawQr(address)}
      address={address}
      typed={grouped(key)}
      replaces={replaces}
      back={back}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

secondStepRoutes.get('/account/tweede-stap/nieuw', only(worksAtSchool, { owing: true }), async (c) =>
  enrolPage(c, await demandMaySetUp(c), backOf(c)),
)

secondStepRoutes.post('/account/tweede-stap/nieuw', only(worksAtSchool, { owing: true }), async (c) => {
  const replaces = await demandMaySetUp(c)
  const words = texts(c.var.lang)
  const typed = form(c, secondStepForm(words))
  const sent = form(c, which)
  const back = ownPath(sent.ok ? sent.value.terug : undefined)
  if (!typed.ok) return enrolPage(c, replaces, back, typed.errors)
  const { vault } = c.var.house
  const key = draftKey(vault, c.var.token)
  const done = await enrol(tables(c), actorOf(c), { vault, key, code: typed.value.code, toWork: isOwing(c) })
  if (done === null) return enrolPage(c, replaces, back, { code: words.enrol.wrong })
  setSessionCookie(c, done.session.token, done.session.seconds)
  return codesPage(c, { codes: done.codes, isNew: true, back, token: done.session.token })
})

/** The forms on this page are of the session as it goes on. */
const codesPage = (
  c: AppContext,
  { codes, isNew, back, token }: { codes: readonly string[]; isNew: boolean; back: string; token: string },
) => {
  const frame = { ...frameOf(c), csrf: formToken(token), secondStep: undefined }
  return page(c, <RecoveryCodesPage frame={frame} codes={codes} isNew={isNew} back={back} />)
}

secondStepRoutes.post('/account/herstelcodes', only(worksAtSchool), async (c) => {
  demandProof(c, paths.account)
  const codes = await makeRecoveryCodes(tables(c), actorOf(c), c.var.house.vault)
  return codesPage(c, { codes, isNew: false, back: paths.account, token: c.var.token })
})

const proofPage = async (c: AppContext, back: string, errors: Errors = {}, status: 200 | 422 | 429 = 200) => {
  const [tx, actor] = [tables(c), actorOf(c)]
  const { app, passkeys } = await findSecondStep(tx, actor)
  return page(
    c,
    <ProofPage
      frame={frameOf(c)}
      back={back}
      login={await findLogin(tx, actor)}
      app={app}
      passkeys={passkeys > 0 && placeOf(c) !== null}
      errors={errors}
    />,
    status,
  )
}

secondStepRoutes.get('/account/bevestigen', only(mayChangeSignIn, { owing: true }), (c) => proofPage(c, backOf(c)))

secondStepRoutes.post('/account/bevestigen', only(mayChangeSignIn, { owing: true, keepsTries: true }), async (c) => {
  const sent = form(c, which)
  const back = ownPath(sent.ok ? sent.value.terug : undefined)
  if (sent.ok && sent.value.antwoord !== undefined) return byPasskey(c, back)
  return sent.ok && sent.value.code !== undefined ? byCode(c, back) : byPassword(c, back)
})

const byPassword = async (c: AppContext, back: string) => {
  const words = texts(c.var.lang)
  const typed = form(c, proofForm(words))
  if (!typed.ok) return proofPage(c, back, typed.errors, 422)
  const proved = await proveByPassword(tables(c), actorOf(c), typed.value.password)
  if (proved.ok) return goOnWith(c, proved.session, back)
  return proofPage(c, back, { password: waitOr(c, proved.waitSeconds, words.proof.passwordWrong) }, statusOf(proved))
}

const byCode = async (c: AppContext, back: string) => {
  const words = texts(c.var.lang)
  const typed = form(c, secondStepForm(words))
  if (!typed.ok) return proofPage(c, back, typed.errors, 422)
  const wish = { code: typed.value.code, toWork: isOwing(c) }
  const shown = await showSecondStep(tables(c), actorOf(c), c.var.house.vault, wish)
  if (shown.ok) return goOnWith(c, shown.session, back)
  return proofPage(c, back, { code: waitOr(c, shown.waitSeconds, words.secondStep.wrong) }, statusOf(shown))
}

const byPasskey = async (c: AppContext, back: string) => {
  const [place, typed] = [placeOf(c), form(c, assertionForm)]
  const shown = place && typed.ok ? { place, holder: c.var.token, answer: typed.value.antwoord } : null
  const session = shown && (await proveByPasskey(tables(c), actorOf(c), { ...shown, toWork: isOwing(c) }))
  if (session) return goOnWith(c, session, back)
  return proofPage(c, back, { '': texts(c.var.lang).passkey.refused }, 422)
}
