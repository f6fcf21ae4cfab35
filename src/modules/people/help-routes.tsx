import { Hono } from 'hono'
import {
  accountPaths,
  counterHours,
  endSecondStep,
  findCounterHelp,
  makeCounterCode,
  type AccountTables,
} from '#modules/accounts/index.ts'
import { Forbidden } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { fullName } from '#ui/person-name.ts'
import { mayKeepPeople } from './access.ts'
import { findPerson } from './contact-queries.ts'
import { CounterCodePage, StepEndPage } from './pages/counter-pages.tsx'
import { paths } from './paths.ts'
import { ownPage } from './own-page.ts'
import { findStaffMember, type StaffFile } from './staff-queries.ts'
import type { PeopleView } from './visible-to.ts'

/** What the office does for somebody who stands at the counter and cannot get in. */
export const helpRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)
const accounts = (c: AppContext) => txOf<AccountTables>(c)

helpRoutes.post('/personen/:id/herstelcode', only(mayKeepPeople), async (c) => {
  const person = await findPerson(view(c), actorOf(c), idParam(c))
  demandProof(c, ownPage(person))
  const made = await makeCounterCode(accounts(c), actorOf(c), { school: person.school, person: person.id })
  return page(
    c,
    <CounterCodePage
      frame={frameOf(c)}
      name={fullName(person)}
      back={ownPage(person)}
      code={made.code}
      address={`${c.var.house.origin ?? new URL(c.req.url).origin}${accountPaths.resetByCode}`}
      hours={counterHours}
    />,
  )
})

const helped = async (c: AppContext): Promise<StaffFile> => {
  const member = await findStaffMember(view(c), actorOf(c), idParam(c))
  const { endStep } = await findCounterHelp(accounts(c), { school: member.school, person: member.id })
  if (!endStep) throw new Forbidden('there is no second step that this one may end')
  demandProof(c, paths.stepEnd(member.id))
  return member
}

helpRoutes.get('/medewerkers/:id/tweede-stap/einde', only(mayKeepPeople), async (c) => {
  const member = await helped(c)
  const back = paths.staffMember(member.id)
  return page(c, <StepEndPage frame={frameOf(c)} name={fullName(member)} back={back} person={member.id} />)
})

helpRoutes.post('/medewerkers/:id/tweede-stap/einde', only(mayKeepPeople), async (c) => {
  const member = await helped(c)
  await endSecondStep(accounts(c), actorOf(c), { school: member.school, person: member.id })
  return c.redirect(`${paths.staffMember(member.id)}?gedaan=stap`, 303)
})
