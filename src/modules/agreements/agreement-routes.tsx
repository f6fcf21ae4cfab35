import { Hono } from 'hono'
import { dayAfter, schoolYearAround } from '#modules/school/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, typedTexts, type FormErrors } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam, idsIn } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { dateInWords } from '#ui/date.ts'
import { mayDecideAgreements, mayDraftAgreements, mayKeepAgreements, mayReadAgreements } from './access.ts'
import { isTold, type Agreement } from './agreement.ts'
import { answerLaying } from './deeds/answer-laying.ts'
import { beginAgreement } from './deeds/begin-agreement.ts'
import { denyNote } from './deeds/deny-note.ts'
import type { Hindrance } from './deeds/hindrance.ts'
import { endAgreement } from './deeds/end-agreement.ts'
import { layAgreement, waiveRight } from './deeds/lay-agreement.ts'
import { markSeen } from './deeds/mark-seen.ts'
import { offerAgreement } from './deeds/offer-agreement.ts'
import { answerPoll, askPoll } from './deeds/poll.ts'
import { sayYes, sayYesFor } from './deeds/say-yes.ts'
import { withdrawAgreement } from './deeds/withdraw-agreement.ts'
import { dropDraft } from './deeds/write-draft.ts'
import type { Typed } from './draft-fields.ts'
import { answerForm, beginForm, endForm, layForm, pollAnswerForm, pollForm, waiveForm, withdrawForm } from './forms.ts'
import { AgreementPage } from './pages/agreement-page.tsx'
import { paths } from './paths.ts'
import { findAgreement, findAgreements, findDrafted, findOfPoll, isDrafted } from './queries.ts'
import { said, type Said } from './said.ts'
import { scopeWords } from './scope-words.ts'
import { findStanding } from './standing-queries.ts'
import { texts } from './texts.ts'
import { besideOf, isVersionOf } from './versions.ts'
import type { AgreementView } from './visible-to.ts'

/** One agreement, and every deed of its life. */
export const agreementRoutes = new Hono<AppEnv>()

const view = (c: AppContext): Tx<AgreementView> => txOf<AgreementView>(c)

type Wrong = { form: string; errors: FormErrors; typed: Typed }

const agreementPage = async (c: AppContext, agreement: Agreement, wrong?: Wrong): Promise<Response> => {
  const [tx, actor] = [view(c), actorOf(c)]
  const all = await findAgreements(tx, actor, agreement.school)
  const versions = all.filter((one) => one.id !== agreement.id && isVersionOf(one, agreement, all))
  const asked = c.req.query('naast')
  const beside =
    asked === undefined ? besideOf(agreement, all, actor.today) : (versions.find(({ id }) => id === asked) ?? null)
  if (asked !== undefined && beside === null) throw new NotFound('version')
  return page(
    c,
    <AgreementPage
      frame={{ ...frameOf(c), desk: actor.hat === 'staff' }}
      today={actor.today}
      agreement={agreement}
      standing={await findStanding(tx, actor, agreement)}
      versions={versions}
      beside={beside}
      yearEnds={schoolYearAround(actor.today).endsOn}
      said={said.safeParse(c.req.query('gedaan')).data}
      wrong={wrong}
    />,
    wrong === undefined ? 200 : 422,
  )
}

const done = (c: AppContext, id: string, what: Said): Response =>
  c.redirect(`${paths.agreement(id)}?gedaan=${what}`, 303)

agreementRoutes.get('/afspraken/:id', only(mayReadAgreements), async (c) =>
  agreementPage(c, await findAgreement(view(c), actorOf(c), idParam(c))),
)

agreementRoutes.post('/afspraken/:id/verwijdering', only(mayDraftAgreements), async (c) => {
  const { school, id } = await findDrafted(view(c), actorOf(c), idParam(c))
  await dropDraft(view(c), actorOf(c), { school, id })
  return c.redirect(`${paths.ofSchool(school)}&gedaan=weg`, 303)
})

agreementRoutes.post('/afspraken/:id/voorlegging', only(mayKeepAgreements), async (c) => {
  const kept = await findDrafted(view(c), actorOf(c), idParam(c))
  const typed = form(c, layForm(texts(c.var.lang), actorOf(c).today))
  if (!typed.ok) return agreementPage(c, kept, { form: 'lay', errors: typed.errors, typed: typed.values })
  const say = await layAgreement(
    view(c),
    actorOf(c),
    { school: kept.school, id: kept.id, ...typed.value },
    c.var.house.hinders,
  )
  if (say !== null)
    return agreementPage(c, kept, { form: 'lay', errors: { laidOn: say(c.var.lang) }, typed: typedTexts(c) })
  return done(c, kept.id, 'voorgelegd')
})

agreementRoutes.post('/afspraken/:id/ontheffing', only(mayKeepAgreements), async (c) => {
  const kept = await findDrafted(view(c), actorOf(c), idParam(c))
  const typed = form(c, waiveForm(texts(c.var.lang)))
  if (!typed.ok) return agreementPage(c, kept, { form: 'waive', errors: typed.errors, typed: typed.values })
  await waiveRight(view(c), actorOf(c), { school: kept.school, id: kept.id, ...typed.value })
  return done(c, kept.id, 'ontheven')
})

agreementRoutes.post('/afspraken/:id/besluit', only(mayDecideAgreements), async (c) => {
  const kept = await findAgreement(view(c), actorOf(c), idParam(c))
  const words = texts(c.var.lang)
  const laying = kept.layings.find(({ id }) => id === typedTexts(c)['laying'])
  if (laying === undefined) throw new NotFound('laying')
  const typed = form(c, answerForm(words, actorOf(c).today))
  const wrong = (errors: FormErrors, values: Typed) =>
    agreementPage(c, kept, { form: `answer-${laying.id}`, errors, typed: values })
  if (!typed.ok) return wrong(typed.errors, typed.values)
  if (typed.value.decidedOn < laying.laidOn) return wrong({ decidedOn: words.answer.decidedEarly }, typedTexts(c))
  const { school, id } = kept
  await answerLaying(view(c), actorOf(c), { school, id, laying: laying.id, decision: typed.value })
  return done(c, id, 'besloten')
})

const hindranceWords = async (c: AppContext, hindrance: Hindrance): Promise<string> => {
  const { lang } = c.var
  const words = texts(lang).begin.hindrance
  switch (hindrance.why) {
    case 'consent':
      return words.consent
    case 'order':
      return words.order
    case 'few-said-yes':
      return words.few
    case 'nothing-above':
      return words.nothingAbove
    case 'leaves-not':
      return words.leavesNot
    case 'hinders':
      return hindrance.say(lang)
    case 'too-far':
      return words.tooFar
    case 'needs-end':
      return texts(lang).begin.needsEnd
    case 'too-early':
      return words.tooEarly(dateInWords(lang, hindrance.decidedOn))
    case 'crosses': {
      const { other } = hindrance
      // Whose it is not, makes no version of it.
      const say = (await isDrafted(view(c), actorOf(c), other.id)) ? words.crosses : words.crossesOthers
      return say(scopeWords(lang, other), dateInWords(lang, other.startsOn ?? other.writtenOn))
    }
  }
}

agreementRoutes.post('/afspraken/:id/ingang', only(mayDraftAgreements), async (c) => {
  const kept = await findDrafted(view(c), actorOf(c), idParam(c))
  const words = texts(c.var.lang)
  const typed = form(c, beginForm(words))
  const wrong = (errors: FormErrors) => agreementPage(c, kept, { form: 'begin', errors, typed: typedTexts(c) })
  if (!typed.ok) return wrong(typed.errors)
  const { school, id } = kept
  const hindrance = await beginAgreement(view(c), actorOf(c), { school, id, ...typed.value }, c.var.house.hinders)
  if (hindrance !== null)
    return wrong({ [hindrance.why === 'needs-end' ? 'endsOn' : 'startsOn']: await hindranceWords(c, hindrance) })
  const { startsOn, endsOn } = typed.value
  const { today } = actorOf(c)
  const isNews = isTold({ startsOn, startedOn: today }) && (endsOn === null || endsOn >= today)
  return done(c, id, isNews ? 'ingegaan' : 'opgeschreven')
})

agreementRoutes.post('/afspraken/:id/einde', only(mayDraftAgreements), async (c) => {
  const kept = await findDrafted(view(c), actorOf(c), idParam(c))
  const words = texts(c.var.lang)
  const typed = form(c, endForm(words, actorOf(c).today))
  const wrong = (errors: FormErrors) => agreementPage(c, kept, { form: 'end', errors, typed: typedTexts(c) })
  if (!typed.ok) return wrong(typed.errors)
  const { lastDay, why } = typed.value
  if (kept.endsOn !== null && kept.endsOn <= lastDay) return wrong({ lastDay: words.end.late })
  await endAgreement(view(c), actorOf(c), { school: kept.school, id: kept.id, endsOn: lastDay, reason: why })
  return done(c, kept.id, 'gestopt')
})

agreementRoutes.post('/afspraken/:id/intrekking', only(mayDraftAgreements), async (c) => {
  const { school, id, ...kept } = await findDrafted(view(c), actorOf(c), idParam(c))
  const typed = form(c, withdrawForm(texts(c.var.lang)))
  if (!typed.ok)
    return agreementPage(c, { school, id, ...kept }, { form: 'withdraw', errors: typed.errors, typed: typed.values })
  await withdrawAgreement(view(c), actorOf(c), { school, id, ...typed.value })
  return done(c, id, 'teruggetrokken')
})

agreementRoutes.post('/afspraken/:id/aanbod', only(mayDraftAgreements), async (c) => {
  const { school, id } = await findDrafted(view(c), actorOf(c), idParam(c))
  await offerAgreement(view(c), actorOf(c), { school, id })
  return done(c, id, 'getoond')
})

agreementRoutes.post('/afspraken/:id/ja', only(mayReadAgreements), async (c) => {
  const { school, id } = await findAgreement(view(c), actorOf(c), idParam(c))
  await sayYes(view(c), actorOf(c), { school, id })
  return done(c, id, 'ja')
})

agreementRoutes.post('/afspraken/:id/jawoorden', only(mayDraftAgreements), async (c) => {
  const kept = await findDrafted(view(c), actorOf(c), idParam(c))
  const people = idsIn(typedTexts(c), 'ja-')
  if (people.length === 0)
    return agreementPage(c, kept, {
      form: 'yes-for',
      errors: { people: texts(c.var.lang).meeting.whomMissing },
      typed: {},
    })
  await sayYesFor(view(c), actorOf(c), { school: kept.school, id: kept.id, people })
  return done(c, kept.id, 'ja')
})

agreementRoutes.post('/afspraken/:id/gelezen', only(mayReadAgreements), async (c) => {
  const id = idParam(c)
  await markSeen(view(c), actorOf(c), id)
  return done(c, id, 'gelezen')
})

agreementRoutes.post('/afspraken/:id/gelezen/tegenspraak', only(mayReadAgreements), async (c) => {
  const id = idParam(c)
  await denyNote(view(c), actorOf(c), { id, what: 'seen' })
  return done(c, id, 'tegengesproken')
})

agreementRoutes.post('/afspraken/:id/ja/tegenspraak', only(mayReadAgreements), async (c) => {
  const id = idParam(c)
  await denyNote(view(c), actorOf(c), { id, what: 'yes' })
  return done(c, id, 'tegengesproken')
})

agreementRoutes.post('/afspraken/:id/peiling', only(mayDecideAgreements), async (c) => {
  const kept = await findAgreement(view(c), actorOf(c), idParam(c))
  const { today } = actorOf(c)
  const typed = form(c, pollForm(texts(c.var.lang), today, dayAfter(today, mostDays)))
  if (!typed.ok) return agreementPage(c, kept, { form: 'poll', errors: typed.errors, typed: typed.values })
  await askPoll(view(c), actorOf(c), { school: kept.school, id: kept.id, ...typed.value })
  return done(c, kept.id, 'gevraagd')
})

/** A quarter of a year. */
const mostDays = 92

agreementRoutes.post('/peilingen/:id', only(mayReadAgreements), async (c) => {
  const id = idParam(c)
  const kept = await findOfPoll(view(c), actorOf(c), id)
  const typed = form(c, pollAnswerForm(texts(c.var.lang)))
  if (!typed.ok) return agreementPage(c, kept, { form: 'poll-answer', errors: typed.errors, typed: typed.values })
  await answerPoll(view(c), actorOf(c), { id, answer: typed.value.answer })
  return done(c, kept.id, 'geantwoord')
})
