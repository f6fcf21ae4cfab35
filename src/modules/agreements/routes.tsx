import { Hono } from 'hono'
import { daysBetween, overseesSchool, pickSchool, type PickedSchool, type SchoolTables } from '#modules/school/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, typedTexts, type FormErrors } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam, isId } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { typedDay } from '#platform/http/fields.ts'
import {
  keepsAgreements,
  mayDecideAgreements,
  mayDraftAgreements,
  mayKeepAgreements,
  mayReadAgreements,
  seatsOf,
  sitsIn,
} from './access.ts'
import { agreementRoutes } from './agreement-routes.tsx'
import { stateOn, type Agreement } from './agreement.ts'
import { closeTheme, openTheme } from './deeds/open-theme.ts'
import { changeDraft, writeDraft } from './deeds/write-draft.ts'
import { typedOf, typedScope, withScope, type Typed } from './draft-fields.ts'
import { readDraft } from './draft-form.ts'
import { themeForm } from './forms.ts'
import { heldFor } from './holding.ts'
import { isKind, isTheme, shapeOf, type Kind, type Theme } from './kinds/kinds.ts'
import { neededRights } from './needed-rights.ts'
import { findAllNews } from './news-queries.ts'
import { findOffer, findOfferedKinds } from './offer-queries.ts'
import { findSituations } from './own-queries.ts'
import { CouncilPage, type Matter } from './pages/council-page.tsx'
import { ChoosePage, DraftPage } from './pages/draft-page.tsx'
import { KeepPage } from './pages/keep-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { ThemePage } from './pages/theme-page.tsx'
import { paths } from './paths.ts'
import { openRoutes } from './open-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { findAgreement, findAgreements, findDrafted, findShown } from './queries.ts'
import { said } from './said.ts'
import { searchAgreements } from './search.ts'
import { findOpenThemes, findSchoolKey, findSchoolKeys, showSchool } from './shown-queries.ts'
import { kindWords, texts } from './texts.ts'
import { themesOf } from './themes.ts'
import { toldRoutes } from './told-routes.tsx'
import type { AgreementView } from './visible-to.ts'

export const routes = new Hono<AppEnv>()

type View = AgreementView & SchoolTables
const view = (c: AppContext): Tx<View> => txOf<View>(c)

/** What is searched for; empty when nothing is. */
const searchOf = (c: AppContext): string => (c.req.query('zoek') ?? '').slice(0, 100).trim()

const saidOf = (c: AppContext) => said.safeParse(c.req.query('gedaan')).data

/** A school where the actor works. */
const workingSchool = (c: AppContext): Promise<PickedSchool> => pickSchool(c)

const keptSchool = (c: AppContext): Promise<PickedSchool> =>
  pickSchool(c, (school) => overseesSchool(actorOf(c), school))

routes.get('/afspraken', only(mayReadAgreements), async (c) => {
  const { hat } = actorOf(c)
  // A child is chosen by its guardian, a school by who works there.
  const foreign = hat === 'staff' ? 'kind' : 'school'
  if (c.req.query(foreign) !== undefined) throw new NotFound(foreign)
  if (hat === 'guardian' || hat === 'pupil') return ownPage(c, hat)
  const [tx, actor, picked] = [view(c), actorOf(c), await workingSchool(c)]
  const school = picked.school.id
  const all = await findAgreements(tx, actor, school)
  const search = searchOf(c)
  return page(
    c,
    <KeepPage
      frame={frameOf(c)}
      picked={{ ...picked, key: await findSchoolKey(tx, school) }}
      today={actor.today}
      all={all}
      themes={themesOf(all, await findOpenThemes(tx, school), actor.today)}
      keeps={keepsAgreements(actor, school)}
      drafts={mayDraftAgreements(actor)}
      news={await findAllNews(tx, actor, c.var.lang)}
      search={search}
      found={search === '' ? null : searchAgreements(c.var.lang, all, search)}
      said={saidOf(c)}
    />,
  )
})

const ownPage = async (c: AppContext, hat: 'guardian' | 'pupil'): Promise<Response> => {
  const [tx, actor] = [view(c), actorOf(c)]
  const family = await findSituations(tx, actor)
  const asked = c.req.query('kind')
  const chosen = (asked === undefined ? family[0] : family.find(({ id }) => id === asked)) ?? null
  if (asked !== undefined && (chosen === null || hat !== 'guardian')) throw new NotFound('child')
  const schools = [...new Set(actor.at.map(({ school }) => school))]
  const all: Agreement[] = []
  for (const school of schools) all.push(...(await findAgreements(tx, actor, school)))
  const search = searchOf(c)
  const held = chosen === null ? [] : heldFor(all, chosen, actor.today)
  // What is found is what the page shows: of what holds for this child, and of nothing else.
  const shown = held.flatMap(({ held: own, ofSubjects }) => [...own, ...ofSubjects].map(({ agreement }) => agreement))
  return page(
    c,
    <OwnPage
      frame={frameOf(c)}
      today={actor.today}
      hat={hat}
      family={family}
      chosen={chosen}
      schools={chosen === null ? await findSchoolKeys(tx, schools) : []}
      held={held}
      news={await findAllNews(tx, actor, c.var.lang)}
      search={search}
      found={search === '' ? null : searchAgreements(c.var.lang, shown, search)}
      said={saidOf(c)}
    />,
  )
}

/** What a new draft begins with: a version it follows, another school's practice, or an example. */
type Start = { kind: Kind; school: string; follows: Agreement | null; typed: Typed }

const startOf = async (c: AppContext): Promise<Start | null> => {
  const [tx, actor] = [view(c), actorOf(c)]
  const follows = c.req.query('vervangt')
  if (follows !== undefined) {
    if (!isId(follows)) throw new NotFound('agreement')
    const before = await findDrafted(tx, actor, follows)
    return { kind: before.kind, school: before.school, follows: before, typed: typedOf(before) }
  }
  const copied = c.req.query('kopie')
  if (copied !== undefined) return copyOf(c, copied)
  const kind = c.req.query('soort')
  if (kind === undefined) return null
  if (!isKind(kind)) throw new NotFound('kind')
  const picked = await workingSchool(c)
  const key = c.req.query('vorm') ?? ''
  const terms = shapeOf(kind).starters[key]
  const words = kindWords(c.var.lang, kind).starters[key]
  const lines = words && { school: words.school, parents: words.parents, pupils: words.pupils }
  return {
    kind,
    school: picked.school.id,
    follows: null,
    typed: typedOf({ ...(terms && { terms }), ...(lines && { lines }) }),
  }
}

/** Another school's agreement, as everybody may read it, for who keeps a school. */
const copyOf = async (c: AppContext, id: string): Promise<Start> => {
  const tx = view(c)
  if (!mayKeepAgreements(actorOf(c))) throw new NotFound('agreement')
  const { school: own } = await keptSchool(c)
  const shown = await showSchool(tx, c.req.query('van') ?? '')
  const found = shown === null ? undefined : (await findShown(tx, shown.id)).find((one) => one.id === id)
  if (found === undefined) throw new NotFound('agreement')
  const { level } = found.scope
  const typed = typedOf({ terms: found.terms, lines: found.lines, ...(level === 'school' && { scope: found.scope }) })
  return { kind: found.kind, school: own.id, follows: null, typed }
}

const draftPage = async (c: AppContext, start: Start, kept: Agreement | null = null, errors: FormErrors = {}) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const { kind, school, follows, typed } = start
  const offer = withScope(await findOffer(tx, actor, { school, kind }), follows ?? kept)
  const level = follows?.scope.level ?? kept?.scope.level ?? offer.levels[0] ?? 'class'
  return page(
    c,
    <DraftPage
      frame={frameOf(c)}
      school={school}
      kind={kind}
      offer={offer}
      rights={neededRights(kind, level, offer.stages)}
      kept={kept}
      follows={follows}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

routes.get('/afspraken/nieuw', only(mayDraftAgreements), async (c) => {
  const start = await startOf(c)
  if (start !== null) return draftPage(c, start)
  const [actor, picked] = [actorOf(c), await workingSchool(c)]
  const kinds = await findOfferedKinds(view(c), actor, picked.school.id)
  return page(c, <ChoosePage frame={frameOf(c)} picked={picked} kinds={kinds} />)
})

routes.post('/afspraken', only(mayDraftAgreements), async (c) => {
  const [tx, actor, typed] = [view(c), actorOf(c), typedTexts(c)]
  const picked = await workingSchool(c)
  const school = picked.school.id
  const kind = typed['kind'] ?? ''
  if (!isKind(kind)) throw new NotFound('kind')
  const followed = typed['follows']
  if (followed !== undefined && !isId(followed)) throw new NotFound('agreement')
  const follows = followed === undefined ? null : await findDrafted(tx, actor, followed)
  const fixed =
    follows === null ? typed : { ...typed, scope: typedScope(follows.scope), subject: follows.scope.of ?? '' }
  const read = readDraft(c.var.lang, kind, withScope(await findOffer(tx, actor, { school, kind }), follows), fixed)
  if (!read.ok) return draftPage(c, { kind, school, follows, typed }, null, read.errors)
  const id = await writeDraft(tx, actor, { school, follows: follows?.id ?? null, ...read.content })
  return c.redirect(`${paths.agreement(id)}?gedaan=bewaard`, 303)
})

const draftOf = async (c: AppContext): Promise<{ kept: Agreement; follows: Agreement | null }> => {
  const [tx, actor] = [view(c), actorOf(c)]
  const kept = await findDrafted(tx, actor, idParam(c))
  if (stateOn(kept, actor.today) !== 'draft') throw new NotFound('draft')
  return { kept, follows: kept.follows === null ? null : await findAgreement(tx, actor, kept.follows) }
}

routes.get('/afspraken/:id/wijziging', only(mayDraftAgreements), async (c) => {
  const { kept, follows } = await draftOf(c)
  return draftPage(c, { kind: kept.kind, school: kept.school, follows, typed: typedOf(kept) }, kept)
})

routes.post('/afspraken/:id/wijziging', only(mayDraftAgreements), async (c) => {
  const [tx, actor, typed] = [view(c), actorOf(c), typedTexts(c)]
  const { kept, follows } = await draftOf(c)
  const { kind, school, id } = kept
  const fixed = follows === null ? typed : { ...typed, scope: typedScope(kept.scope), subject: kept.scope.of ?? '' }
  const read = readDraft(c.var.lang, kind, withScope(await findOffer(tx, actor, { school, kind }), kept), fixed)
  if (!read.ok) return draftPage(c, { kind, school, follows, typed }, kept, read.errors)
  await changeDraft(tx, actor, { school, id, follows: kept.follows, ...read.content })
  return c.redirect(`${paths.agreement(id)}?gedaan=bewaard`, 303)
})

const themeParam = (c: AppContext): Theme => {
  const theme = c.req.param('theme') ?? ''
  if (!isTheme(theme)) throw new NotFound('theme')
  return theme
}

const themePage = async (c: AppContext, typed?: Typed, errors: FormErrors = {}) => {
  const [theme, picked] = [themeParam(c), await keptSchool(c)]
  const open = (await findOpenThemes(view(c), picked.school.id)).find((one) => one.theme === theme)
  const kept: Typed = open
    ? { meanwhile: open.meanwhile, body: open.body, talkedOn: open.talkedOn === null ? '' : typedDay(open.talkedOn) }
    : {}
  return page(
    c,
    <ThemePage
      frame={frameOf(c)}
      school={picked.school.id}
      theme={theme}
      isSaid={open !== undefined}
      typed={typed ?? kept}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

routes.get('/afspraken/onderwerpen/:theme', only(mayKeepAgreements), (c) => themePage(c))

routes.post('/afspraken/onderwerpen/:theme', only(mayKeepAgreements), async (c) => {
  const [theme, picked] = [themeParam(c), await keptSchool(c)]
  const typed = form(c, themeForm(texts(c.var.lang)))
  if (!typed.ok) return themePage(c, typed.values, typed.errors)
  await openTheme(view(c), actorOf(c), { school: picked.school.id, theme, ...typed.value })
  return c.redirect(`${paths.ofSchool(picked.school.id)}&gedaan=gesprek`, 303)
})

routes.post('/afspraken/onderwerpen/:theme/einde', only(mayKeepAgreements), async (c) => {
  const [theme, picked] = [themeParam(c), await keptSchool(c)]
  await closeTheme(view(c), actorOf(c), { school: picked.school.id, theme })
  return c.redirect(paths.ofSchool(picked.school.id), 303)
})

routes.get('/medezeggenschap', only(mayDecideAgreements), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const schools = new Set([
    ...seatsOf(actor).map(({ school }) => school),
    ...actor.at.map(({ school }) => school).filter((school) => keepsAgreements(actor, school)),
  ])
  const matters: Matter[] = []
  for (const school of schools)
    for (const agreement of await findAgreements(tx, actor, school))
      for (const laying of agreement.layings) {
        if (laying.asks === 'unneeded') continue
        const daysLeft = laying.answerBy === null ? null : daysBetween(actor.today, laying.answerBy)
        matters.push({ agreement, laying, isOwn: sitsIn(actor, school, laying.body), daysLeft })
      }
  const decidedOn = ({ laying, agreement }: Matter): string => laying.answer?.decidedOn ?? agreement.withdrawn?.on ?? ''
  return page(
    c,
    <CouncilPage
      frame={{ ...frameOf(c), desk: actor.hat === 'staff' }}
      today={actor.today}
      waiting={matters
        .filter(
          ({ laying, agreement }) =>
            laying.answer === null && agreement.startsOn === null && agreement.withdrawn === null,
        )
        .toSorted((one, other) => (one.daysLeft ?? 9999) - (other.daysLeft ?? 9999))}
      decided={matters
        .filter(({ laying, agreement }) => laying.answer !== null || agreement.withdrawn !== null)
        .toSorted((one, other) => (decidedOn(one) < decidedOn(other) ? 1 : -1))
        .slice(0, 50)}
      said={saidOf(c)}
    />,
  )
})

routes.route('/', openRoutes)
routes.route('/', toldRoutes)
routes.route('/', agreementRoutes)
routes.route('/', publicRoutes)
