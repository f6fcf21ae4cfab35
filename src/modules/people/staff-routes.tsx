import { Hono } from 'hono'
import { z } from 'zod'
import { findAccountState, findAccountStates, findCounterHelp, type AccountTables } from '#modules/accounts/index.ts'
import { keepsSchool, pickSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { typedDay } from '#platform/http/fields.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { recordRead } from '#platform/ledger/record.ts'
import { fullName } from '#ui/person-name.ts'
import { grantableRoles, mayKeepPeople } from './access.ts'
import { addStaff } from './add-staff.ts'
import { findContact, findToday } from './contact-queries.ts'
import { endRole } from './end-role.ts'
import { endForm, roleForm, staffForm } from './forms.ts'
import { grantRole } from './grant-role.ts'
import { findNamesakes } from './guardian-queries.ts'
import { AddStaffPage, type AddStaffPageProps } from './pages/add-staff-page.tsx'
import { EndPage } from './pages/end-page.tsx'
import type { FormState } from './pages/form-state.ts'
import { RolePage } from './pages/role-page.tsx'
import { StaffListPage } from './pages/staff-list-page.tsx'
import { StaffPage } from './pages/staff-page.tsx'
import { paths } from './paths.ts'
import { whomOf } from './same-person.ts'
import { findRole, findStaff, findStaffMember, type RoleOfStaff, type StaffFile } from './staff-queries.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'
import type { PeopleTables } from './tables.ts'
import type { PeopleView } from './visible-to.ts'

export const staffRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)
const pickKept = (c: AppContext) => pickSchool(c, (school) => keepsSchool(actorOf(c), school))

staffRoutes.get('/medewerkers', only(mayKeepPeople), async (c) => {
  const picked = await pickKept(c)
  const staff = await findStaff(view(c), actorOf(c), picked.school.id)
  const people = staff.map(({ id }) => id)
  const accounts = await findAccountStates(txOf<AccountTables>(c), picked.school.id, people)
  return page(c, <StaffListPage frame={frameOf(c)} picked={picked} staff={staff} accounts={accounts} />)
})

const addPage = (c: AppContext, props: Omit<AddStaffPageProps, 'frame'>) =>
  page(c, <AddStaffPage frame={frameOf(c)} {...props} />, Object.keys(props.errors).length > 0 ? 422 : 200)

staffRoutes.get('/medewerkers/nieuw', only(mayKeepPeople), async (c) => {
  const { school } = await pickKept(c)
  return addPage(c, { school: school.id, namesakes: [], values: {}, errors: {} })
})

staffRoutes.post('/medewerkers', only(mayKeepPeople), async (c) => {
  const [tx, actor, words] = [view(c), actorOf(c), texts(c.var.lang)]
  const school = (await pickKept(c)).school.id
  const typed = form(c, staffForm(words, await findToday(tx)))
  if (!typed.ok) return addPage(c, { school, namesakes: [], ...typed })
  const { same, lastDay, ...filled } = typed.value
  const namesakes = await findNamesakes(tx, actor, school, filled)
  const whom = whomOf(same, filled, namesakes)
  const again = (error: string) =>
    addPage(c, {
      school,
      namesakes,
      values: asTyped({ ...filled, same, lastDay: typedDay(lastDay) }),
      errors: { same: error },
    })
  if (whom === 'ask') return again(words.guardian.sameMissing)
  if ('person' in whom && namesakes.some(({ id, isStaff }) => isStaff && id === whom.person)) {
    return again(words.staff.already)
  }
  const person = await addStaff(tx, actor, { school, whom, ...(lastDay === null ? {} : { lastDay }) })
  return c.redirect(`${paths.staffMember(person)}?gedaan=erbij`, 303)
})

const said = z.enum(['erbij', 'rol', 'einde', 'contact', 'werk', 'stap'])

staffRoutes.get('/medewerkers/:id', only(mayKeepPeople, { logsRead: true }), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const member = await findStaffMember(tx, actor, idParam(c))
  const { school, id } = member
  await recordRead(tx, { school, about: [id], doer: actor })
  return page(
    c,
    <StaffPage
      frame={frameOf(c)}
      member={member}
      contact={await findContact(tx, actor, member)}
      account={await findAccountState(txOf<AccountTables>(c), { school, person: id })}
      help={await findCounterHelp(txOf<AccountTables>(c), { school, person: id })}
      grantable={grantableRoles(actor, school)}
      said={said.safeParse(c.req.query('gedaan')).data}
    />,
  )
})

const rolePage = (c: AppContext, member: StaffFile, state: FormState, status: 200 | 422 = 200) => {
  const held = member.roles.map(({ role }) => role)
  const choices = grantableRoles(actorOf(c), member.school).filter((role) => !held.includes(role))
  return page(c, <RolePage frame={frameOf(c)} member={member} choices={choices} {...state} />, status)
}

/** A role opens what is of many: who gives one shows first who gives it. */
const memberForRoles = async (c: AppContext): Promise<StaffFile> => {
  const member = await findStaffMember(view(c), actorOf(c), idParam(c))
  demandProof(c, paths.roles(member.id))
  return member
}

staffRoutes.get('/medewerkers/:id/rollen', only(mayKeepPeople), async (c) =>
  rolePage(c, await memberForRoles(c), { values: {}, errors: {} }),
)

staffRoutes.post('/medewerkers/:id/rollen', only(mayKeepPeople), async (c) => {
  const member = await memberForRoles(c)
  const typed = form(c, roleForm(texts(c.var.lang)))
  if (!typed.ok) return rolePage(c, member, typed, 422)
  await grantRole(txOf<PeopleTables & AccountTables>(c), actorOf(c), {
    school: member.school,
    person: member.id,
    ...typed.value,
  })
  return c.redirect(`${paths.staffMember(member.id)}?gedaan=rol`, 303)
})

const endPage = (c: AppContext, { id, role, person }: RoleOfStaff, state: FormState, status: 200 | 422 = 200) => {
  const { end: words, roles } = texts(c.var.lang)
  return page(
    c,
    <EndPage
      frame={frameOf(c)}
      title={words.roleTitle}
      consequence={words.roleLine(fullName(person), roles[role].name)}
      action={paths.roleEnd(id)}
      back={paths.staffMember(person.id)}
      {...state}
    />,
    status,
  )
}

const endableRole = async (c: AppContext): Promise<RoleOfStaff> => {
  const held = await findRole(view(c), actorOf(c), idParam(c))
  if (grantableRoles(actorOf(c), held.school).includes(held.role)) return held
  throw new Forbidden('this role is ended by the administrator')
}

staffRoutes.get('/rollen/:id/einde', only(mayKeepPeople), async (c) => {
  const held = await endableRole(c)
  return endPage(c, held, { values: { from: typedDay(await findToday(view(c))) }, errors: {} })
})

staffRoutes.post('/rollen/:id/einde', only(mayKeepPeople), async (c) => {
  const [held, words] = [await endableRole(c), texts(c.var.lang)]
  const typed = form(c, endForm(words, held.startedOn))
  if (!typed.ok) return endPage(c, held, typed, 422)
  try {
    await endRole(view(c), actorOf(c), { school: held.school, id: held.id, endedOn: typed.value.from })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'last administrator') throw error
    const values = { from: typedDay(typed.value.from) }
    return endPage(c, held, { values, errors: { from: words.end.lastAdministrator } }, 422)
  }
  return c.redirect(`${paths.staffMember(held.person.id)}?gedaan=einde`, 303)
})
