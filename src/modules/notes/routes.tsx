import { Hono } from 'hono'
import { z } from 'zod'
import { keepsSchool, mayKeepSchool, pickSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayGiveNotes, mayReadNotes, maySendNotes } from './access.ts'
import { hoursForm, noteForm, reasonForm } from './forms.ts'
import { giveNote } from './give-note.ts'
import { keepHours } from './keep-hours.ts'
import { GivePage, type GivePageProps } from './pages/give-page.tsx'
import { ReceivedPage } from './pages/received-page.tsx'
import { SendPage, type SendPageProps } from './pages/send-page.tsx'
import { paths } from './paths.ts'
import {
  findAddressees,
  findHours,
  findNotesToday,
  findSent,
  findToGive,
  findWhereabouts,
  type NoteView,
} from './queries.ts'
import { sendNote } from './send-note.ts'
import type { Settled } from './settle-note.ts'
import { takeBackNote } from './take-back-note.ts'
import { texts } from './texts.ts'
import { whereNow } from './where-now.ts'

export const routes = new Hono<AppEnv>()

const said = z.enum(['gestuurd', 'gegeven', 'ingetrokken', 'al', 'uren'])
type Said = z.infer<typeof said>

const saidOf = (c: AppContext): Said | undefined => said.safeParse(c.req.query('gedaan')).data
const done = (c: AppContext, what: Said): Response => c.redirect(`${paths.notes}?gedaan=${what}`, 303)
const settledAs = (c: AppContext, settled: Settled, what: Said): Response => done(c, settled === 'now' ? what : 'al')

const sendPage = async (c: AppContext, again: Pick<SendPageProps, 'errors' | 'values'> = {}) => {
  const [tx, actor] = [txOf<NoteView>(c), actorOf(c)]
  return page(
    c,
    <SendPage
      frame={frameOf(c)}
      family={await findAddressees(tx, actor)}
      sent={await findSent(tx, actor)}
      said={saidOf(c)}
      {...again}
    />,
    again.errors ? 422 : 200,
  )
}

const givePage = async (c: AppContext, again: Pick<GivePageProps, 'errors' | 'values' | 'wrongSchool'> = {}) => {
  const [tx, actor] = [txOf<NoteView>(c), actorOf(c)]
  const notes = await findToGive(tx, actor)
  const waiting = notes.filter(({ state }) => state === 'sent')
  const { of, lessons, clock } = await findWhereabouts(tx, [...new Set(waiting.map(({ pupil }) => pupil))])
  return page(
    c,
    <GivePage
      frame={frameOf(c)}
      waiting={waiting.map((note) => {
        const { className = '', boundTo = [] } = of.get(note.pupil) ?? {}
        return { note, className, where: whereNow(lessons, boundTo, clock), keeps: keepsSchool(actor, note.school) }
      })}
      done={notes.filter(({ state }) => state !== 'sent')}
      hours={await findHours(tx, actor)}
      said={saidOf(c)}
      {...again}
    />,
    again.errors ? 422 : 200,
  )
}

const receivedPage = async (c: AppContext) => {
  const found = await findNotesToday(txOf<NoteView>(c), actorOf(c), c.get('answers'))
  return page(c, <ReceivedPage frame={frameOf(c)} notes={found.for === 'pupil' ? found.notes : []} />)
}

routes.get('/boodschappen', only(mayReadNotes), (c) => {
  const { hat } = actorOf(c)
  return hat === 'guardian' ? sendPage(c) : hat === 'staff' ? givePage(c) : receivedPage(c)
})

routes.post('/boodschappen', only(maySendNotes), async (c) => {
  const words = texts(c.var.lang)
  const typed = form(c, noteForm(words))
  if (!typed.ok) return sendPage(c, typed)
  const { kind, words: note } = typed.value
  const outcome = await sendNote(txOf<NoteView>(c), actorOf(c), { pupil: kind, words: note })
  if (outcome.ok) return done(c, 'gestuurd')
  const message = outcome.why === 'many' ? words.send.many : words.send.closed
  return sendPage(c, { errors: { words: message }, values: { kind, words: note } })
})

routes.post('/boodschappen/uren', only(mayKeepSchool), async (c) => {
  const { school } = await pickSchool(c, (one) => keepsSchool(actorOf(c), one))
  const typed = form(c, hoursForm(texts(c.var.lang)))
  if (!typed.ok) return givePage(c, { ...typed, wrongSchool: school.id })
  await keepHours(txOf<NoteView>(c), actorOf(c), { school: school.id, ...typed.value })
  return done(c, 'uren')
})

routes.post('/boodschappen/:id/gegeven', only(mayGiveNotes), async (c) =>
  settledAs(c, await giveNote(txOf<NoteView>(c), actorOf(c), idParam(c)), 'gegeven'),
)

routes.post('/boodschappen/:id/niet-gegeven', only(mayKeepSchool), async (c) => {
  const id = idParam(c)
  const typed = form(c, reasonForm(texts(c.var.lang)))
  if (!typed.ok) return givePage(c, { errors: { '': typed.errors['reason'] }, values: {} })
  return settledAs(c, await giveNote(txOf<NoteView>(c), actorOf(c), id, typed.value.reason), 'gegeven')
})

routes.post('/boodschappen/:id/intrekking', only(maySendNotes), async (c) =>
  settledAs(c, await takeBackNote(txOf<NoteView>(c), actorOf(c), idParam(c)), 'ingetrokken'),
)
