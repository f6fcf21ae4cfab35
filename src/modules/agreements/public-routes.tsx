import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { anyone } from '#platform/access/rules.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { poolOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { openDoor, page } from '#platform/http/page.ts'
import { mayKeepAgreements } from './access.ts'
import { isCurrent, stateOn, type Agreement } from './agreement.ts'
import { shapeOf } from './kinds/kinds.ts'
import { KeptPage } from './pages/kept-page.tsx'
import { PublicAgreementPage } from './pages/public-agreement-page.tsx'
import { EarlierPage, PublicContent, PublicPage, type ShownSchool } from './pages/public-page.tsx'
import { findShown } from './queries.ts'
import { findKept, findKeptMonths, findOpenThemes, showSchool } from './shown-queries.ts'
import { searchAgreements } from './search.ts'
import { themesOf } from './themes.ts'
import { neighboursOf } from './versions.ts'
import type { AgreementView } from './visible-to.ts'

export const publicRoutes = new Hono<AppEnv>()

type Shown = { tx: Tx<AgreementView>; school: ShownSchool; today: string; all: readonly Agreement[] }

/**
 * The school of the address with what began there. Nobody need be signed in: then the page has a transaction of its own, which
 * is told of the school alone.
 * @throws NotFound for a school that is not there
 */
const onSchool = async (c: AppContext, show: (shown: Shown) => Response | Promise<Response>): Promise<Response> => {
  const run = async (tx: Tx<AgreementView>): Promise<Response> => {
    const found = await showSchool(tx, c.req.param('key') ?? '')
    if (found === null) throw new NotFound('school')
    const { today, ...school } = found
    return show({ tx, school, today, all: await findShown(tx, school.id) })
  }
  openDoor(c)
  return c.get('tx') === null
    ? poolOf<AgreementView>(c).transaction().setAccessMode('read only').execute(run)
    : run(txOf<AgreementView>(c))
}

publicRoutes.get('/scholen/:key/afspraken', only(anyone), (c) =>
  onSchool(c, async ({ tx, school, today, all }) => {
    const search = (c.req.query('zoek') ?? '').slice(0, 100).trim()
    const current = all.filter((one) => isCurrent(one, today))
    const [open, kept, { lang }] = [await findOpenThemes(tx, school.id), await findKept(tx, school.id), c.var]
    const write = () => (
      <PublicContent
        lang={lang}
        school={school}
        today={today}
        themes={themesOf(all, open, today)}
        kept={kept}
        search={search}
        found={search === '' ? null : searchAgreements(lang, current, search)}
        updatedOn={updatedOn(all)}
      />
    )
    const content =
      search === '' ? await writtenOnce(JSON.stringify([lang, today, school, all, open, [...kept]]), write) : write()
    return page(c, <PublicPage frame={frameOf(c)} school={school} content={content} />)
  }),
)

const written = new Map<string, string>()
const mostWritten = 64

/** What is written out of the same facts is the same: writing it takes longer than asking for them. */
const writtenOnce = async (facts: string, write: () => { toString(): string | Promise<string> }): Promise<Child> => {
  const known = written.get(facts)
  if (known !== undefined) return raw(known)
  const html = await write().toString()
  if (written.size >= mostWritten) written.clear()
  written.set(facts, html)
  return raw(html)
}

/** The last day on which something was put in force here, or its end was written down. */
const updatedOn = (all: readonly Agreement[]): string | null =>
  all
    .flatMap(({ startedOn, endedOn }) => [startedOn, endedOn].filter((day) => day !== null))
    .toSorted()
    .at(-1) ?? null

publicRoutes.get('/scholen/:key/afspraken/eerder', only(anyone), (c) =>
  onSchool(c, ({ school, today, all }) =>
    page(
      c,
      <EarlierPage
        frame={frameOf(c)}
        school={school}
        today={today}
        agreements={all.filter((one) => stateOn(one, today) === 'ended')}
      />,
    ),
  ),
)

publicRoutes.get('/scholen/:key/afspraken/gehouden', only(anyone), (c) =>
  onSchool(c, async ({ tx, school, today, all }) => {
    const kept = await findKeptMonths(tx, school.id)
    return page(
      c,
      <KeptPage
        frame={frameOf(c)}
        school={school}
        isMeasured={all.some(({ kind, ...one }) => kind === 'measuring' && stateOn(one, today) === 'in-force')}
        agreements={all.filter((one) => shapeOf(one.kind).measured && (isCurrent(one, today) || kept.has(one.id)))}
        kept={kept}
      />,
    )
  }),
)

publicRoutes.get('/scholen/:key/afspraken/:id', only(anyone), (c) =>
  onSchool(c, ({ school, today, all }) => {
    const id = idParam(c)
    const held = all.filter((one) => stateOn(one, today) !== 'never')
    const agreement = held.find((one) => one.id === id)
    if (agreement === undefined) throw new NotFound('agreement')
    return page(
      c,
      <PublicAgreementPage
        frame={frameOf(c)}
        school={school}
        today={today}
        agreement={agreement}
        {...neighboursOf(agreement, held)}
        copies={mayKeepAgreements(c.get('actor'))}
      />,
    )
  }),
)
