import { Hono } from 'hono'
import { findGroups, findPupil } from '#modules/people/index.ts'
import { keepsSchool, pickSchool, type PickedSchool } from '#modules/school/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { demandProof } from '#platform/http/demand-proof.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { randomBelow } from '#platform/http/secrets.ts'
import { mayMakeLetters } from './access.ts'
import { makeForm, relationForm, wordForm } from './forms.ts'
import { giveLoginNames } from './give-login-names.ts'
import { hasLetter, isIn, type RelationLine } from './letter.ts'
import { mailLetters } from './mail-letters.ts'
import { makeSheets } from './make-sheets.ts'
import type { NewLetters } from './make-letters.ts'
import { GroupPage } from './pages/group-page.tsx'
import { LettersPage, type LettersPageProps } from './pages/letters-page.tsx'
import { NoAccountPage, RelationPage } from './pages/relation-page.tsx'
import { SheetsPage } from './pages/sheets-page.tsx'
import { paths } from './paths.ts'
import { findPupilLine, findRelation, findRelations, findWord, type LettersView } from './queries.ts'
import { setWord } from './set-word.ts'
import { texts } from './texts.ts'
import { proposeWord } from './weekly-words.ts'

export const officeRoutes = new Hono<AppEnv>()

const view = (c: AppContext) => txOf<LettersView>(c)
const kept = (c: AppContext): Promise<PickedSchool> => pickSchool(c, (school) => keepsSchool(actorOf(c), school))
const loopback = (c: AppContext): boolean => c.var.house.origin === null
const originOf = (c: AppContext): string => c.var.house.origin ?? new URL(c.req.url).origin

const lettersPage = async (
  c: AppContext,
  picked: PickedSchool,
  again: Pick<LettersPageProps, 'errors' | 'said'> = {},
) => {
  const [tx, actor, school] = [view(c), actorOf(c), picked.school.id]
  return page(
    c,
    <LettersPage
      frame={frameOf(c)}
      picked={picked}
      lines={await findRelations(tx, actor, school)}
      word={await findWord(tx, actor, school)}
      proposed={proposeWord(randomBelow)}
      loopback={loopback(c)}
      mails={c.var.house.mails && !loopback(c)}
      {...again}
    />,
    again.errors ? 422 : 200,
  )
}

const saidOf = (c: AppContext): LettersPageProps['said'] => {
  const said = c.req.query('gedaan') ?? ''
  if (said === 'woord') return { what: 'word' }
  const mailed = /^mail-(\d{1,5})$/.exec(said)
  return mailed ? { what: 'mail', count: Number(mailed[1]) } : undefined
}

officeRoutes.get('/brieven', only(mayMakeLetters), async (c) => lettersPage(c, await kept(c), { said: saidOf(c) }))

/** Makes the letters and shows them, this once. */
const sheetsPage = async (c: AppContext, letters: Omit<NewLetters, 'via'>, back: string) => {
  const made = await makeSheets(view(c), actorOf(c), letters, originOf(c))
  return page(c, <SheetsPage frame={frameOf(c)} {...made} loopback={loopback(c)} back={back} />)
}

officeRoutes.post('/brieven', only(mayMakeLetters), async (c) => {
  const typed = form(c, makeForm)
  const picked = await kept(c)
  if (!typed.ok) throw new NotFound('group')
  const group = typed.value.group === undefined ? null : await keptGroup(c, typed.value.group)
  const school = group?.school ?? picked.school.id
  const lines = await findRelations(view(c), actorOf(c), school, group?.id ?? null)
  const to = lines.filter((line) => (typed.value.again ? !isIn(line) : !hasLetter(line)))
  if (to.length === 0) return lettersPage(c, picked, { errors: { '': texts(c.var.lang).office.nothing } })
  return sheetsPage(c, { school, to: to.map(relationOf) }, group === null ? paths.letters : paths.group(group.id))
})

const relationOf = ({ pupil, person }: RelationLine) => ({ pupil, person })

/** A group of a school whose people the actor keeps. @throws NotFound */
const keptGroup = async (c: AppContext, id: string): Promise<{ id: string; name: string; school: string }> => {
  for (const { school } of actorOf(c).at) {
    if (!keepsSchool(actorOf(c), school)) continue
    const found = (await findGroups(view(c), actorOf(c), school)).find((group) => group.id === id)
    if (found) return { id, name: found.name, school }
  }
  throw new NotFound('group')
}

officeRoutes.get('/brieven/klassen/:id', only(mayMakeLetters), async (c) => {
  const group = await keptGroup(c, idParam(c))
  const lines = await findRelations(view(c), actorOf(c), group.school, group.id)
  return page(c, <GroupPage frame={frameOf(c)} group={group} lines={lines} loopback={loopback(c)} />)
})

officeRoutes.post('/brieven/klassen/:id/inlogbriefjes', only(mayMakeLetters), async (c) => {
  const group = await keptGroup(c, idParam(c))
  // A slip asks no question: who holds it is in.
  demandProof(c, paths.group(group.id))
  const lines = await findRelations(view(c), actorOf(c), group.school, group.id)
  const pupils = lines.filter((line) => line.guardianship === null && !hasLetter(line))
  const to = await giveLoginNames(view(c), actorOf(c), group.school, pupils)
  return sheetsPage(c, { school: group.school, to }, paths.group(group.id))
})

officeRoutes.post('/brieven/woord', only(mayMakeLetters), async (c) => {
  const picked = await kept(c)
  const typed = form(c, wordForm(texts(c.var.lang)))
  if (!typed.ok) return lettersPage(c, picked, { errors: typed.errors })
  await setWord(view(c), actorOf(c), { school: picked.school.id, ...typed.value })
  return c.redirect(`${paths.letters}?school=${picked.school.id}&gedaan=woord`, 303)
})

officeRoutes.post('/brieven/mail', only(mayMakeLetters), async (c) => {
  const picked = await kept(c)
  if (!c.var.house.mails || loopback(c)) throw new NotFound('mail')
  const count = await mailLetters(view(c), actorOf(c), picked.school.id)
  return c.redirect(`${paths.letters}?school=${picked.school.id}&gedaan=mail-${count}`, 303)
})

officeRoutes.get('/ouderschappen/:id/brief', only(mayMakeLetters), async (c) => {
  const line = await findRelation(view(c), actorOf(c), idParam(c))
  return page(c, <RelationPage frame={frameOf(c)} line={line} loopback={loopback(c)} />)
})

officeRoutes.post('/ouderschappen/:id/brief', only(mayMakeLetters), async (c) => {
  const line = await findRelation(view(c), actorOf(c), idParam(c))
  const typed = form(c, relationForm)
  const endDevices = typed.ok && typed.value.devices === 'on'
  return sheetsPage(c, { school: line.school, to: [relationOf(line)], endDevices }, paths.relation(idParam(c)))
})

officeRoutes.get('/leerlingen/:id/brief', only(mayMakeLetters), async (c) => {
  const pupil = await findPupil(view(c), actorOf(c), idParam(c))
  const line = await findPupilLine(view(c), actorOf(c), pupil)
  if (line === null) return page(c, <NoAccountPage frame={frameOf(c)} line={{ pupil: pupil.id, child: pupil }} />)
  return page(c, <RelationPage frame={frameOf(c)} line={line} loopback={loopback(c)} />)
})

officeRoutes.post('/leerlingen/:id/brief', only(mayMakeLetters), async (c) => {
  const pupil = await findPupil(view(c), actorOf(c), idParam(c))
  const line = await findPupilLine(view(c), actorOf(c), pupil)
  if (line === null || line.state === 'account') throw new NotFound('account of a pupil')
  return sheetsPage(c, { school: line.school, to: [relationOf(line)] }, paths.pupil(pupil.id))
})
