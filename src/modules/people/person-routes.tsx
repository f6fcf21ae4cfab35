import { Hono } from 'hono'
import { accountPaths, invite, type AccountTables } from '#modules/accounts/index.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { recordRead } from '#platform/ledger/record.ts'
import { grantableRoles, mayKeepPeople } from './access.ts'
import { changeContact } from './change-contact.ts'
import { findContact, findPerson, type Person } from './contact-queries.ts'
import { contactForm } from './forms.ts'
import { ContactPage } from './pages/contact-page.tsx'
import { InvitationPage } from './pages/invitation-page.tsx'
import { ownPage } from './own-page.ts'
import { findHeldRoles } from './staff-queries.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'
import type { PeopleView } from './visible-to.ts'

export const personRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)

personRoutes.get('/personen/:id/contact', only(mayKeepPeople, { logsRead: true }), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const person = await findPerson(tx, actor, idParam(c))
  await recordRead(tx, { school: person.school, about: [person.id], doer: actor })
  const values = asTyped(await findContact(tx, actor, person))
  return page(c, <ContactPage frame={frameOf(c)} person={person} back={ownPage(person)} values={values} errors={{}} />)
})

personRoutes.post('/personen/:id/contact', only(mayKeepPeople), async (c) => {
  const person = await findPerson(view(c), actorOf(c), idParam(c))
  const typed = form(c, contactForm(texts(c.var.lang)))
  if (!typed.ok) {
    return page(c, <ContactPage frame={frameOf(c)} person={person} back={ownPage(person)} {...typed} />, 422)
  }
  await changeContact(view(c), actorOf(c), { school: person.school, person: person.id, contact: typed.value })
  return c.redirect(`${ownPage(person)}?gedaan=contact`, 303)
})

personRoutes.post('/personen/:id/uitnodiging', only(mayKeepPeople), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const person = await findPerson(tx, actor, idParam(c))
  // Guardians and pupils come in with a letter.
  if (person.kind !== 'staff') throw new NotFound('invitation')
  demandProof(c, ownPage(person))
  const made = await invite(txOf<AccountTables>(c), actor, { school: person.school, person: person.id })
  if (made !== 'in use') await demandNoHigherRole(c, person)
  const link = made === 'in use' ? null : `${originOf(c)}${accountPaths.invitation(made.code)}`
  const { language } = await findContact(tx, actor, person)
  return page(
    c,
    <InvitationPage
      frame={frameOf(c)}
      person={person}
      link={link}
      letterLang={language === 'en' ? 'en' : 'nl'}
      back={ownPage(person)}
    />,
  )
})

/** Whoever has the link can use it, its maker too: it opens no more than the maker may give. */
const demandNoHigherRole = async (c: AppContext, person: Person): Promise<void> => {
  const held = await findHeldRoles(view(c), actorOf(c), person)
  const mine = grantableRoles(actorOf(c), person.school)
  if (held.some(({ role }) => !mine.includes(role))) throw new Forbidden('the administrator invites who has this role')
}

const originOf = (c: AppContext): string => c.var.house.origin ?? new URL(c.req.url).origin
