import { Hono } from 'hono'
import { z } from 'zod'
import { fileLimits, fileWords, readUpload, shownFiles, type FileTables } from '#modules/files/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { lineField } from '#platform/http/fields.ts'
import { form, upload } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { freshOnce, readOnce } from '#platform/http/once.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayShow, maySeeShowings } from './access.ts'
import { ShowingsPage, type ShowingsPageProps } from './pages/showings-page.tsx'
import { paths } from './paths.ts'
import {
  findChildren,
  findOwn,
  findPupilsToShow,
  findShowings,
  isShown,
  placesWork,
  type ShowingView,
} from './queries.ts'
import { showWork } from './show-work.ts'
import { longestLine } from './showing.ts'
import type { ShowingTables } from './tables.ts'
import { takeBack } from './take-back.ts'
import { texts } from './texts.ts'

export const routes = new Hono<AppEnv>()

/** The fields around the file are small. */
const withFile = { upload: fileLimits.bytes + 65_536 }
const said = z.enum(['erop', 'weg'])

const view = (c: AppContext) => txOf<ShowingView>(c)

type Again = Pick<ShowingsPageProps, 'errors' | 'values'> & { once?: string }

const showingsPage = async (c: AppContext, again: Again = {}) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const isGuardian = actor.hat === 'guardian'
  const family = isGuardian ? await findChildren(tx, actor) : []
  const chosen = c.req.query('kind') ?? null
  if (chosen !== null && !family.some(({ id }) => id === chosen)) throw new NotFound('child')
  const shown = await findShowings(tx, actor, chosen)
  return page(
    c,
    <ShowingsPage
      frame={frameOf(c)}
      who={actor.hat ?? 'guardian'}
      showings={shown.map((one) => ({ ...one, shown: shownFiles([{ ...one, id: one.file }]) }))}
      family={family}
      chosen={chosen}
      pupils={isGuardian ? [] : await findPupilsToShow(tx, actor)}
      places={actor.hat === 'staff' && (await placesWork(tx, actor))}
      fileWords={fileWords(c.var.lang)}
      said={said.safeParse(c.req.query('gedaan')).data}
      errors={again.errors}
      values={again.values}
      once={again.once ?? freshOnce()}
    />,
    again.errors ? 422 : 200,
  )
}

routes.get('/laten-zien', only(maySeeShowings), (c) => showingsPage(c))

const showForm = (c: AppContext) => {
  const words = texts(c.var.lang).form
  return z.object({
    line: lineField({ most: longestLine, missing: words.sentenceMissing, long: words.sentenceLong(longestLine) }),
    of: z.string().optional(),
  })
}

/** Whose work it is: the pupil's own, or of the one the teacher chose. @throws NotFound for who is not theirs to show */
const pupilOf = async (c: AppContext, of: string | undefined) => {
  const actor = actorOf(c)
  const pupils = await findPupilsToShow(view(c), actor)
  if (of === undefined || of === '') return actor.hat === 'pupil' ? pupils[0] : undefined
  const found = pupils.find(({ id }) => id === of)
  if (!found) throw new NotFound('pupil')
  return found
}

routes.post('/laten-zien', only(mayShow, withFile), async (c) => {
  const [tx, actor, words] = [view(c), actorOf(c), texts(c.var.lang).form]
  const typed = form(c, showForm(c))
  const values = typed.ok ? { line: typed.value.line, of: typed.value.of ?? '' } : typed.values
  const pupil = await pupilOf(c, typed.ok ? typed.value.of : typed.values['of'])
  const once = readOnce(c.get('form')?.get('_once'))
  if (await isShown(tx, actor, once)) return c.redirect(`${paths.showings}?gedaan=erop`, 303)
  const chosen = upload(c, 'file')
  const errors = {
    ...(pupil ? {} : { of: words.chooseOf }),
    ...(pupil?.hasShown
      ? { [actor.hat === 'pupil' ? '' : 'of']: actor.hat === 'pupil' ? words.today : words.ofToday }
      : {}),
    ...(chosen ? {} : { file: words.fileMissing }),
    ...(typed.ok ? {} : typed.errors),
  }
  if (!typed.ok || !pupil || !chosen || Object.keys(errors).length > 0) return showingsPage(c, { errors, values, once })
  const taken = await readUpload(chosen)
  if (!taken.ok) return showingsPage(c, { errors: { file: fileWords(c.var.lang).refused[taken.why] }, values, once })
  const { id, school } = pupil
  await showWork(txOf<ShowingTables & FileTables>(c), actor, {
    school,
    id: once,
    pupil: id,
    line: typed.value.line,
    file: taken.file,
  })
  return c.redirect(`${paths.showings}?gedaan=erop`, 303)
})

routes.post('/laten-zien/:id/einde', only(mayShow), async (c) => {
  const own = await findOwn(view(c), actorOf(c), idParam(c))
  await takeBack(txOf<ShowingTables>(c), actorOf(c), own)
  return c.redirect(`${paths.showings}?gedaan=weg`, 303)
})
