import { Hono } from 'hono'
import { z } from 'zod'
import { keepsSchool, pickSchool, type PickedSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, upload } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam, isId } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayKeepTimetables } from './access.ts'
import type { TimetableOf } from './lesson.ts'
import { TimetablePage } from './pages/timetable-page.tsx'
import { TimetablesPage, type TimetablesPageProps } from './pages/timetables-page.tsx'
import { kindWords, paths } from './paths.ts'
import { findFeed, findFeeds, findOwners, type TimetableView } from './queries.ts'
import { LIMITS } from './read/calendar.ts'
import { readFeed } from './read-feed.ts'
import { removeFeed } from './remove-feed.ts'
import type { TimetableTables } from './tables.ts'
import { texts } from './texts.ts'

export const routes = new Hono<AppEnv>()

/** The fields around the file are small. */
const withFile = { upload: LIMITS.bytes + 65_536 }

const kept = (c: AppContext): Promise<PickedSchool> => pickSchool(c, (school) => keepsSchool(actorOf(c), school))
const kindOf = (c: AppContext): TimetableOf['kind'] => {
  const word = z.enum(['klas', 'leerling', 'medewerker']).safeParse(c.req.query('voor'))
  return kindWords[word.data ?? 'klas']
}

const timetablesPage = async (
  c: AppContext,
  picked: PickedSchool,
  again: Pick<TimetablesPageProps, 'errors' | 'of'> = {},
) => {
  const [tx, actor, kind] = [txOf<TimetableView>(c), actorOf(c), kindOf(c)]
  return page(
    c,
    <TimetablesPage
      frame={frameOf(c)}
      picked={picked}
      feeds={await findFeeds(tx, actor, picked.school.id)}
      kind={kind}
      owners={await findOwners(tx, actor, picked.school.id, kind)}
      {...again}
    />,
    again.errors ? 422 : 200,
  )
}

const timetablePage = async (c: AppContext, id: string, error?: string) => {
  const feed = await findFeed(txOf<TimetableView>(c), actorOf(c), id)
  const errors = error === undefined ? undefined : { file: error }
  const said = c.req.query('gedaan') === 'gelezen'
  return page(c, <TimetablePage frame={frameOf(c)} feed={feed} said={said} errors={errors} />, error ? 422 : 200)
}

const chosenFile = async (c: AppContext): Promise<Uint8Array | null> => {
  const file = upload(c, 'file')
  return file ? new Uint8Array(await file.arrayBuffer()) : null
}

const done = (c: AppContext, feed: string): Response => c.redirect(`${paths.timetable(feed)}?gedaan=gelezen`, 303)

routes.get('/roosters', only(mayKeepTimetables), async (c) => timetablesPage(c, await kept(c)))

routes.post('/roosters', only(mayKeepTimetables, withFile), async (c) => {
  const [picked, kind, words] = [await kept(c), kindOf(c), texts(c.var.lang)]
  const file = await chosenFile(c)
  const typed = form(c, z.object({ of: z.string(words.add.choose[kind]).refine(isId, words.add.choose[kind]) }))
  if (!typed.ok || !file) {
    const errors = { ...(typed.ok ? {} : typed.errors), ...(file ? {} : { file: words.add.fileMissing }) }
    return timetablesPage(c, picked, { errors, of: typed.ok ? typed.value.of : typed.values.of })
  }
  const { of } = typed.value
  const read = await readFeed(txOf<TimetableTables>(c), actorOf(c), {
    school: picked.school.id,
    of: { kind, id: of },
    file,
  })
  return read.ok ? done(c, read.feed) : timetablesPage(c, picked, { errors: { file: words.refused[read.why] }, of })
})

routes.get('/roosters/:id', only(mayKeepTimetables), (c) => timetablePage(c, idParam(c)))

routes.post('/roosters/:id/bestand', only(mayKeepTimetables, withFile), async (c) => {
  const { id, school, kind, owner } = await findFeed(txOf<TimetableView>(c), actorOf(c), idParam(c))
  const words = texts(c.var.lang)
  const file = await chosenFile(c)
  if (!file) return timetablePage(c, id, words.add.fileMissing)
  const read = await readFeed(txOf<TimetableTables>(c), actorOf(c), { school, of: { kind, id: owner.id }, file })
  return read.ok ? done(c, read.feed) : timetablePage(c, id, words.refused[read.why])
})

routes.post('/roosters/:id/einde', only(mayKeepTimetables), async (c) => {
  const school = await removeFeed(txOf<TimetableTables>(c), actorOf(c), idParam(c))
  return c.redirect(paths.ofSchool(school), 303)
})
