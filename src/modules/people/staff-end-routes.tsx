import { Hono } from 'hono'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { typedDay } from '#platform/http/fields.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { grantableRoles, mayKeepPeople } from './access.ts'
import { endStaff } from './end-staff.ts'
import { lastWorkForm } from './forms.ts'
import { LeavingWorkPage } from './pages/leaving-work-page.tsx'
import { paths } from './paths.ts'
import { findStaffMember, type StaffFile } from './staff-queries.ts'
import { texts } from './texts.ts'
import type { PeopleView } from './visible-to.ts'

export const staffEndRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)

/** Somebody who works here now, and whose roles the reader may end as well. */
const endable = async (c: AppContext): Promise<StaffFile> => {
  const member = await findStaffMember(view(c), actorOf(c), idParam(c))
  if (!member.employed) throw new NotFound('employment')
  const mine = grantableRoles(actorOf(c), member.school)
  if (member.roles.every(({ role }) => mine.includes(role))) return member
  throw new Forbidden('the administrator ends who has this role')
}

staffEndRoutes.get('/medewerkers/:id/einde', only(mayKeepPeople), async (c) => {
  const member = await endable(c)
  const values = { lastDay: typedDay(member.lastDay) }
  return page(c, <LeavingWorkPage frame={frameOf(c)} member={member} values={values} errors={{}} />)
})

staffEndRoutes.post('/medewerkers/:id/einde', only(mayKeepPeople), async (c) => {
  const [member, words] = [await endable(c), texts(c.var.lang)]
  const typed = form(c, lastWorkForm(words, member.startedOn))
  if (!typed.ok) return page(c, <LeavingWorkPage frame={frameOf(c)} member={member} {...typed} />, 422)
  const { lastDay } = typed.value
  try {
    await endStaff(view(c), actorOf(c), { school: member.school, person: member.id, lastDay })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'last administrator') throw error
    const state = { values: { lastDay: typedDay(lastDay) }, errors: { lastDay: words.employment.lastAdministrator } }
    return page(c, <LeavingWorkPage frame={frameOf(c)} member={member} {...state} />, 422)
  }
  return c.redirect(`${paths.staffMember(member.id)}?gedaan=werk`, 303)
})
