import { Hono } from 'hono'
import { z } from 'zod'
import { findCounterHelp, type AccountTables } from '#modules/accounts/index.ts'
import { keepsSchool, overseesSchool, pickSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { NotFound } from '#platform/errors.ts'
import { oneLine, typedDay } from '#platform/http/fields.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { recordRead } from '#platform/ledger/record.ts'
import { mayKeepPeople, mayListPupils, mayOpenPupil } from './access.ts'
import { findContact } from './contact-queries.ts'
import { leavingForm } from './forms.ts'
import { findFunctionsOf } from './function-queries.ts'
import { findGroups } from './group-queries.ts'
import { findGuardians } from './guardian-queries.ts'
import { keptPupil } from './kept-pupil.ts'
import { LeavingPage } from './pages/leaving-page.tsx'
import { PupilPage } from './pages/pupil-page.tsx'
import { PupilsPage } from './pages/pupils-page.tsx'
import { paths } from './paths.ts'
import { findPupil, type PupilFile, findPupils } from './pupil-queries.ts'
import { texts } from './texts.ts'
import { unenrolPupil } from './unenrol-pupil.ts'
import type { PeopleView } from './visible-to.ts'

export const pupilRoutes = new Hono<AppEnv>()

const longestSearch = 100
const view = (c: AppContext) => txOf<PeopleView>(c)

pupilRoutes.get('/leerlingen', only(mayListPupils), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const picked = await pickSchool(c)
  const school = picked.school.id
  const groups = await findGroups(tx, actor, school)
  const group = c.req.query('groep') || null
  if (group !== null && !groups.some(({ id }) => id === group)) throw new NotFound('group')
  const search = oneLine(c.req.query('zoek') ?? '').slice(0, longestSearch)
  const list = await findPupils(tx, actor, { school, search, group, page: pageAsked(c) })
  const whole = overseesSchool(actor, school)
  return page(c, <PupilsPage frame={frameOf(c)} {...{ picked, list, groups, search, group, whole }} />)
})

const pageAsked = (c: AppContext): number => {
  const asked = Number(c.req.query('blad'))
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 1
}

const said = z.enum(['ouder', 'einde', 'uitschrijving', 'contact'])

pupilRoutes.get('/leerlingen/:id', only(mayOpenPupil, { logsRead: true }), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const pupil = await findPupil(tx, actor, idParam(c))
  await recordRead(tx, { school: pupil.school, about: [pupil.id], doer: actor })
  return page(
    c,
    <PupilPage
      frame={frameOf(c)}
      pupil={pupil}
      guardians={await findGuardians(tx, actor, pupil)}
      kept={keepsSchool(actor, pupil.school) ? await keptOf(c, pupil) : null}
      reader={actor.hat ?? 'guardian'}
      said={said.safeParse(c.req.query('gedaan')).data}
    />,
  )
})

/** What the office keeps of a pupil. */
const keptOf = async (c: AppContext, pupil: PupilFile) => ({
  contact: await findContact(view(c), actorOf(c), pupil),
  functions: await findFunctionsOf(view(c), actorOf(c), pupil),
  help: await findCounterHelp(txOf<AccountTables>(c), { school: pupil.school, person: pupil.id }),
})

pupilRoutes.get('/leerlingen/:id/uitschrijving', only(mayKeepPeople), async (c) => {
  const pupil = await keptPupil(c)
  const values = { lastDay: typedDay(pupil.lastDay) }
  return page(c, <LeavingPage frame={frameOf(c)} pupil={pupil} values={values} errors={{}} />)
})

pupilRoutes.post('/leerlingen/:id/uitschrijving', only(mayKeepPeople), async (c) => {
  const pupil = await keptPupil(c)
  const typed = form(c, leavingForm(texts(c.var.lang), pupil.enteredOn))
  if (!typed.ok) return page(c, <LeavingPage frame={frameOf(c)} pupil={pupil} {...typed} />, 422)
  await unenrolPupil(view(c), actorOf(c), { school: pupil.school, pupil: pupil.id, ...typed.value })
  return c.redirect(`${paths.pupil(pupil.id)}?gedaan=uitschrijving`, 303)
})
