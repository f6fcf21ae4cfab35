import { Hono } from 'hono'
import { pickSchool, type SchoolTables } from '#modules/school/index.ts'
import { personAt } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { oneLine } from '#platform/http/fields.ts'
import { typedTexts } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam, idsIn, isId } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayDraftAgreements } from './access.ts'
import { isCurrent, type Agreement } from './agreement.ts'
import { notePaper } from './deeds/note-paper.ts'
import { PaperPage } from './pages/paper-page.tsx'
import { ToldPage, type ToldView } from './pages/told-page.tsx'
import { paths } from './paths.ts'
import { findDrafted } from './queries.ts'
import { said } from './said.ts'
import { isMeeting } from './scope.ts'
import { texts } from './texts.ts'
import { classlessPart, partOf, staffPart, type ToldPerson } from './told.ts'
import { findTold, findToldClasses, findToldPeople, mostFound } from './told-queries.ts'
import type { AgreementView } from './visible-to.ts'

/** Who was told of an agreement, who confirmed, and a paper version for who did not. */
export const toldRoutes = new Hono<AppEnv>()

const view = (c: AppContext): Tx<AgreementView & SchoolTables> => txOf<AgreementView & SchoolTables>(c)

/** One that began, of who drafts it. @throws NotFound for one that did not begin */
const begunAsked = async (c: AppContext): Promise<Agreement> => {
  const kept = await findDrafted(view(c), actorOf(c), idParam(c))
  if (kept.startsOn === null) throw new NotFound('agreement')
  return kept
}

/** The part of the address: a class, who is in no class, or staff. @throws NotFound for what is no part */
const partAsked = (part: string | undefined): string | undefined => {
  if (part === undefined || part === '') return undefined
  if (part !== staffPart && part !== classlessPart && !isId(part)) throw new NotFound('class')
  return part
}

const titleOf = (c: AppContext, person: Pick<ToldPerson, 'hat' | 'groupName'>): string => {
  const words = texts(c.var.lang).told
  return person.hat === 'staff' ? words.staff : (person.groupName ?? words.classless)
}

const viewOf = async (
  c: AppContext,
  agreement: Agreement,
  part: string | undefined,
  search: string,
): Promise<ToldView> => {
  const tx = view(c)
  if (search !== '') {
    const found = await findToldPeople(tx, agreement, { search })
    return { what: 'found', people: found.slice(0, mostFound), isCut: found.length > mostFound }
  }
  // Of a class or a pupil there is one part, and its names stand on the page itself.
  const own = isMeeting(agreement.scope)
  if (part === undefined && !own) return { what: 'classes', ...(await findToldClasses(tx, agreement)) }
  const people = await findToldPeople(tx, agreement, own ? {} : { part })
  if (part !== undefined && !people.some((person) => partOf(person) === part)) throw new NotFound('class')
  const [first] = people
  return { what: 'people', part: part ?? '', title: first === undefined ? '' : titleOf(c, first), people }
}

const toldPage = async (c: AppContext, agreement: Agreement, asked: { part?: string | undefined; error?: string }) => {
  const search = asked.error === undefined ? oneLine(c.req.query('zoek') ?? '').slice(0, 100) : ''
  return page(
    c,
    <ToldPage
      frame={frameOf(c)}
      today={actorOf(c).today}
      agreement={agreement}
      told={await findTold(view(c), agreement)}
      view={await viewOf(c, agreement, asked.part, search)}
      search={search}
      said={said.safeParse(c.req.query('gedaan')).data}
      error={asked.error}
      own={personAt(actorOf(c), agreement.school)}
    />,
    asked.error === undefined ? 200 : 422,
  )
}

toldRoutes.get('/afspraken/:id/gelezen', only(mayDraftAgreements), async (c) =>
  toldPage(c, await begunAsked(c), { part: partAsked(c.req.query('klas')) }),
)

toldRoutes.get('/afspraken/:id/papier', only(mayDraftAgreements), async (c) => {
  const [tx, actor, agreement] = [view(c), actorOf(c), await begunAsked(c)]
  if (!isCurrent(agreement, actor.today)) throw new NotFound('agreement')
  const part = partAsked(c.req.query('klas'))
  const all = await findToldPeople(tx, agreement, { part: isMeeting(agreement.scope) ? undefined : part })
  if (part !== undefined && !all.some((person) => partOf(person) === part)) throw new NotFound('class')
  const people = all.filter(({ how }) => how === null)
  const { school } = await pickSchool(c, (id) => id === agreement.school)
  return page(
    c,
    <PaperPage
      frame={frameOf(c)}
      agreement={agreement}
      schoolName={school.name}
      lists={[...Map.groupBy(people, partOf).values()].flatMap((list) =>
        list[0] === undefined ? [] : [{ title: titleOf(c, list[0]), people: list }],
      )}
    />,
  )
})

toldRoutes.post('/afspraken/:id/gelezen-op-papier', only(mayDraftAgreements), async (c) => {
  const agreement = await begunAsked(c)
  const typed = typedTexts(c)
  const part = partAsked(typed['klas'])
  const people = idsIn(typed, 'wie-')
  if (people.length === 0) return toldPage(c, agreement, { part, error: texts(c.var.lang).told.whomMissing })
  await notePaper(view(c), actorOf(c), { agreement, people })
  const back = paths.readers(agreement.id, part)
  return c.redirect(`${back}${back.includes('?') ? '&' : '?'}gedaan=op-papier`, 303)
})
