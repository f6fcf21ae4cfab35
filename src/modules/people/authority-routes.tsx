import { Hono } from 'hono'
import { z } from 'zod'
import { keepsSchool, pickSchool } from '#modules/school/index.ts'
import { Conflict } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { typedDay } from '#platform/http/fields.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { recordRead } from '#platform/ledger/record.ts'
import { mayKeepPeople } from './access.ts'
import { findRelation, findReviews, type RelationFile } from './authority-queries.ts'
import { authorityForm, homeForm } from './forms.ts'
import { AuthorityPage } from './pages/authority-page.tsx'
import type { FormState } from './pages/form-state.ts'
import { RelationPage, type RelationSaid } from './pages/relation-page.tsx'
import { ReviewsPage } from './pages/reviews-page.tsx'
import { paths } from './paths.ts'
import { setAuthority } from './set-authority.ts'
import { setHome } from './set-home.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'
import type { PeopleView } from './visible-to.ts'

export const authorityRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<PeopleView>(c)

authorityRoutes.get('/gezag', only(mayKeepPeople), async (c) => {
  const picked = await pickSchool(c, (school) => keepsSchool(actorOf(c), school))
  const reviews = await findReviews(view(c), actorOf(c), picked.school.id)
  return page(c, <ReviewsPage frame={frameOf(c)} picked={picked} reviews={reviews} />)
})

const relationPage = (c: AppContext, file: RelationFile, state: FormState, said?: RelationSaid) =>
  page(
    c,
    <RelationPage frame={frameOf(c)} file={file} said={said} {...state} />,
    Object.keys(state.errors).length > 0 ? 422 : 200,
  )

const said = z.enum(['gezag', 'woonplek', 'ouder'])

authorityRoutes.get('/ouderschappen/:id', only(mayKeepPeople, { logsRead: true }), async (c) => {
  const file = await findRelation(view(c), actorOf(c), idParam(c))
  const about = [file.pupil.id, file.guardian.id, file.id]
  await recordRead(view(c), { school: file.school, about, doer: actorOf(c) })
  const state = { values: asTyped({ lives: file.lives }), errors: {} }
  return relationPage(c, file, state, said.safeParse(c.req.query('gedaan')).data)
})

authorityRoutes.post('/ouderschappen/:id/woonplek', only(mayKeepPeople), async (c) => {
  const file = await findRelation(view(c), actorOf(c), idParam(c))
  const typed = form(c, homeForm(texts(c.var.lang)))
  if (!typed.ok) return relationPage(c, file, typed)
  await setHome(view(c), actorOf(c), { school: file.school, guardianship: file.id, ...typed.value })
  return c.redirect(`${paths.relation(file.id)}?gedaan=woonplek`, 303)
})

const authorityPage = (c: AppContext, file: RelationFile, state: FormState) =>
  page(c, <AuthorityPage frame={frameOf(c)} file={file} {...state} />, Object.keys(state.errors).length > 0 ? 422 : 200)

// What holds stands in the form: saying it again with another day or paper is how a review is done.
const valuesOf = ({ holds, authority }: RelationFile): FormState['values'] =>
  asTyped({
    state: authority,
    kind: holds?.kind,
    datedOn: typedDay(holds?.datedOn ?? null),
    reference: holds?.reference,
    forbids: holds?.state === 'blocked' ? 'on' : undefined,
  })

/** Authority shuts a parent out or lets one in: who changes it shows first who does so. */
const relationForAuthority = async (c: AppContext): Promise<RelationFile> => {
  const file = await findRelation(view(c), actorOf(c), idParam(c))
  demandProof(c, paths.authority(file.id))
  return file
}

authorityRoutes.get('/ouderschappen/:id/gezag', only(mayKeepPeople, { logsRead: true }), async (c) => {
  const file = await relationForAuthority(c)
  const about = [file.pupil.id, file.guardian.id, file.id]
  await recordRead(view(c), { school: file.school, about, doer: actorOf(c) })
  return authorityPage(c, file, { values: valuesOf(file), errors: {} })
})

authorityRoutes.post('/ouderschappen/:id/gezag', only(mayKeepPeople), async (c) => {
  const [words, file] = [texts(c.var.lang), await relationForAuthority(c)]
  const typed = form(c, authorityForm(words, file.day))
  if (!typed.ok) return authorityPage(c, file, typed)
  const { state, kind, datedOn, reference, forbids, reviewOn } = typed.value
  const without = state === 'full' || kind === '' || datedOn === null
  try {
    await setAuthority(view(c), actorOf(c), {
      school: file.school,
      guardianship: file.id,
      state,
      document: without ? null : { kind, datedOn, reference, forbids },
      reviewOn: state === 'full' ? null : reviewOn,
    })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'unchanged') throw error
    return authorityPage(c, file, { values: { state }, errors: { state: words.authority.unchanged } })
  }
  return c.redirect(`${paths.relation(file.id)}?gedaan=gezag`, 303)
})
