import { Hono } from 'hono'
import { z } from 'zod'
import { findAccountState, findCounterHelp, type AccountTables } from '#modules/accounts/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { typedDay } from '#platform/http/fields.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { recordRead } from '#platform/ledger/record.ts'
import { fullName } from '#ui/person-name.ts'
import { mayKeepPeople } from './access.ts'
import { addGuardian } from './add-guardian.ts'
import { findContact, findToday } from './contact-queries.ts'
import { endGuardianship } from './end-guardianship.ts'
import { endForm, guardianForm } from './forms.ts'
import { findFunctionsOf } from './function-queries.ts'
import { findGuardian, findGuardians, findGuardianship, findNamesakes, type Guardianship } from './guardian-queries.ts'
import { keptPupil } from './kept-pupil.ts'
import { AddGuardianPage, type AddGuardianPageProps } from './pages/add-guardian-page.tsx'
import { EndPage } from './pages/end-page.tsx'
import type { FormState } from './pages/form-state.ts'
import { GuardianPage } from './pages/guardian-page.tsx'
import { paths } from './paths.ts'
import { whomOf } from './same-person.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'
import type { PeopleView } from './visible-to.ts'

export const guardianRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)

const addPage = (c: AppContext, props: Omit<AddGuardianPageProps, 'frame'>) =>
  page(c, <AddGuardianPage frame={frameOf(c)} {...props} />, Object.keys(props.errors).length > 0 ? 422 : 200)

guardianRoutes.get('/leerlingen/:id/ouders', only(mayKeepPeople), async (c) =>
  addPage(c, { pupil: await keptPupil(c), namesakes: [], values: {}, errors: {} }),
)

guardianRoutes.post('/leerlingen/:id/ouders', only(mayKeepPeople), async (c) => {
  const [tx, actor, words] = [view(c), actorOf(c), texts(c.var.lang)]
  const pupil = await keptPupil(c)
  const typed = form(c, guardianForm(words))
  if (!typed.ok) return addPage(c, { pupil, namesakes: [], ...typed })
  const { relation, authority, same, ...filled } = typed.value
  const again = (error: string, namesakes: AddGuardianPageProps['namesakes']) =>
    addPage(c, { pupil, namesakes, values: asTyped(typed.value), errors: { same: error } })
  const namesakes = await findNamesakes(tx, actor, pupil.school, filled)
  const guardian = whomOf(same, filled, namesakes)
  if (guardian === 'ask') return again(words.guardian.sameMissing, namesakes)
  const present = await findGuardians(tx, actor, pupil)
  if ('person' in guardian && present.some(({ id }) => id === guardian.person)) {
    return again(words.guardian.already, namesakes)
  }
  const added = { school: pupil.school, pupil: pupil.id, relation, guardian, authority }
  const { guardianship } = await addGuardian(tx, actor, added)
  if (authority !== 'full') return c.redirect(`${paths.relation(guardianship)}?gedaan=ouder`, 303)
  return c.redirect(`${paths.pupil(pupil.id)}?gedaan=ouder`, 303)
})

const endPage = (c: AppContext, { id, guardian, pupil }: Guardianship, state: FormState, status: 200 | 422 = 200) => {
  const words = texts(c.var.lang).end
  return page(
    c,
    <EndPage
      frame={frameOf(c)}
      title={words.guardianshipTitle}
      consequence={words.guardianshipLine(fullName(guardian), fullName(pupil))}
      action={paths.guardianshipEnd(id)}
      back={paths.pupil(pupil.id)}
      {...state}
    />,
    status,
  )
}

guardianRoutes.get('/ouderschappen/:id/einde', only(mayKeepPeople), async (c) => {
  const relation = await findGuardianship(view(c), actorOf(c), idParam(c))
  return endPage(c, relation, { values: { from: typedDay(await findToday(view(c))) }, errors: {} })
})

guardianRoutes.post('/ouderschappen/:id/einde', only(mayKeepPeople), async (c) => {
  const relation = await findGuardianship(view(c), actorOf(c), idParam(c))
  const typed = form(c, endForm(texts(c.var.lang), relation.startedOn))
  if (!typed.ok) return endPage(c, relation, typed, 422)
  const { id, school, pupil } = relation
  await endGuardianship(view(c), actorOf(c), { school, id, endedOn: typed.value.from })
  return c.redirect(`${paths.pupil(pupil.id)}?gedaan=einde`, 303)
})

const said = z.enum(['contact', 'einde'])

guardianRoutes.get('/ouders/:id', only(mayKeepPeople, { logsRead: true }), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const guardian = await findGuardian(tx, actor, idParam(c))
  const { school, id } = guardian
  await recordRead(tx, { school, about: [id], doer: actor })
  return page(
    c,
    <GuardianPage
      frame={frameOf(c)}
      guardian={guardian}
      contact={await findContact(tx, actor, guardian)}
      account={await findAccountState(txOf<AccountTables>(c), { school, person: id })}
      functions={await findFunctionsOf(tx, actor, guardian)}
      help={await findCounterHelp(txOf<AccountTables>(c), { school, person: id })}
      said={said.safeParse(c.req.query('gedaan')).data}
    />,
  )
})
