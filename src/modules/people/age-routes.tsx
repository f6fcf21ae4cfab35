import { Hono } from 'hono'
import { keepsSchool, pickSchool } from '#modules/school/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayDecideLooking, mayKeepPeople, mayReadLooking } from './access.ts'
import { ageOn } from './ages.ts'
import { findBirthdays, findUnknownBirths, teachesSecondary } from './birthday-queries.ts'
import { findToday } from './contact-queries.ts'
import { birthForm } from './forms.ts'
import { keptPupil } from './kept-pupil.ts'
import { closeToGuardian, openToGuardian } from './open-to-guardian.ts'
import { findSelf, ownGuardianships } from './opening-queries.ts'
import { BirthdaysPage } from './pages/birthdays-page.tsx'
import type { FormState } from './pages/form-state.ts'
import { LookingPage } from './pages/looking-page.tsx'
import { paths, withQuery } from './paths.ts'
import { setBirthDate } from './set-birth-date.ts'
import { texts } from './texts.ts'
import type { PeopleView } from './visible-to.ts'

export const ageRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)

const birthdaysPage = async (c: AppContext, state: FormState, sent: { pupil: string; school: string } | null) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const fits = (school: string) => keepsSchool(actor, school) && (sent === null || sent.school === school)
  const picked = await pickSchool(c, fits)
  const school = picked.school.id
  const props = {
    picked,
    birthdays: await findBirthdays(tx, actor, school),
    unknown: await findUnknownBirths(tx, actor, school),
    urgent: await teachesSecondary(tx, school),
    pupil: sent?.pupil ?? null,
    said: c.req.query('gedaan') === 'datum',
  }
  return page(c, <BirthdaysPage frame={frameOf(c)} {...props} {...state} />, sent === null ? 200 : 422)
}

ageRoutes.get('/verjaardagen', only(mayKeepPeople), (c) => birthdaysPage(c, { values: {}, errors: {} }, null))

ageRoutes.post('/leerlingen/:id/geboortedatum', only(mayKeepPeople), async (c) => {
  const pupil = await keptPupil(c)
  const typed = form(c, birthForm(texts(c.var.lang), await findToday(view(c))))
  const sent = { pupil: pupil.id, school: pupil.school }
  // Sent twice it is filled in once; another date than the known one is not filled in here.
  if (pupil.birthDate !== null && !(typed.ok && typed.value.born === pupil.birthDate))
    throw new NotFound('unknown birth date')
  if (!typed.ok) return birthdaysPage(c, typed, sent)
  if (pupil.birthDate === null) await setBirthDate(view(c), actorOf(c), { ...sent, ...typed.value })
  return c.redirect(withQuery(paths.birthdays, { school: pupil.school, gedaan: 'datum' }), 303)
})

ageRoutes.get('/meekijken', only(mayReadLooking), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const [self] = await findSelf(tx, actor)
  if (self === undefined) throw new NotFound('pupil')
  const done = c.req.query('gedaan')
  return page(
    c,
    <LookingPage
      frame={frameOf(c)}
      age={ageOn(self.birthDate, self.day)}
      birthDate={self.birthDate}
      guardians={await ownGuardianships(tx, actor).execute()}
      decides={mayDecideLooking(actor)}
      said={done === 'open' || done === 'dicht' ? done : undefined}
    />,
  )
})

ageRoutes.post('/meekijken/:id', only(mayDecideLooking), async (c) => {
  await openToGuardian(view(c), actorOf(c), idParam(c))
  return c.redirect(`${paths.looking}?gedaan=open`, 303)
})

ageRoutes.post('/meekijken/:id/einde', only(mayDecideLooking), async (c) => {
  await closeToGuardian(view(c), actorOf(c), idParam(c))
  return c.redirect(`${paths.looking}?gedaan=dicht`, 303)
})
