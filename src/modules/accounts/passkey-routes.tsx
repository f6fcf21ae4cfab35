import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { mayChangeSignIn } from './access.ts'
import { accountPage } from './account-page.tsx'
import { deviceOf, placeOf } from './enter-with.ts'
import { offerForm, passkeyNameForm, registrationForm } from './forms.ts'
import { findLogin } from './own-account.ts'
import { addPasskey, offerAssertion, offerRegistration, removePasskey, renamePasskey } from './passkeys.ts'
import type { PasskeyPlace } from './passkey-place.ts'
import { paths } from './paths.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'

export const passkeyRoutes = new Hono<AppEnv>()

const tables = (c: AppContext) => txOf<AccountTables>(c)
const placeHere = (c: AppContext): PasskeyPlace => {
  const place = placeOf(c)
  if (place === null) throw new NotFound('passkeys')
  return place
}

// What the device must sign: for one that is added, or for one that is shown. The island asks, and reads the answer.
passkeyRoutes.post('/account/passkeys/vraag', only(mayChangeSignIn, { owing: true }), async (c) => {
  const [tx, actor, place, holder] = [tables(c), actorOf(c), placeHere(c), c.var.token]
  const typed = form(c, offerForm)
  if (!typed.ok) throw new NotFound('purpose')
  if (typed.value.doel === 'bevestigen') return c.json(await offerAssertion(tx, { place, holder, purpose: 'proof' }))
  demandProof(c, paths.account)
  const login = (await findLogin(tx, actor)) ?? ''
  return c.json(await offerRegistration(tx, actor, { place, holder, login }))
})

passkeyRoutes.post('/account/passkeys', only(mayChangeSignIn), async (c) => {
  demandProof(c, `${paths.account}#passkeys`)
  const [place, typed, words] = [placeHere(c), form(c, registrationForm), texts(c.var.lang).passkey]
  const name = deviceOf(c) === '' ? words.unknown : deviceOf(c)
  const added =
    typed.ok &&
    (await addPasskey(tables(c), actorOf(c), { place, holder: c.var.token, answer: typed.value.antwoord, name }))
  return added ? c.redirect('/account?gedaan=passkey', 303) : accountPage(c, { errors: { '': words.notAdded } })
})

passkeyRoutes.post('/account/passkeys/:id/naam', only(mayChangeSignIn), async (c) => {
  const id = idParam(c)
  const typed = form(c, passkeyNameForm(texts(c.var.lang)))
  if (!typed.ok) return accountPage(c, { errors: typed.errors, renaming: id })
  await renamePasskey(tables(c), actorOf(c), { id, name: typed.value.name })
  return c.redirect('/account?gedaan=passkeyName', 303)
})

passkeyRoutes.post('/account/passkeys/:id/einde', only(mayChangeSignIn), async (c) => {
  const id = idParam(c)
  demandProof(c, `${paths.account}#passkeys`)
  await removePasskey(tables(c), actorOf(c), id)
  return c.redirect('/account?gedaan=passkeyEnd', 303)
})
