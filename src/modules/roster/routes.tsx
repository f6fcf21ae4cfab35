import { Hono } from 'hono'
import { z } from 'zod'
import type { PeopleTables } from '#modules/people/index.ts'
import { pickSchool, type PickedSchool, type SchoolTables } from '#modules/school/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, upload } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { importsAt, mayImportRoster } from './access.ts'
import { applyPreview, discardPreview } from './apply-preview.ts'
import { choicesForm, readChoices } from './choices-form.ts'
import { fileNameOf } from './file-name.ts'
import { uploadForm } from './forms.ts'
import { lookAtPreview } from './look-at-preview.ts'
import { makePreview } from './make-preview.ts'
import { AppliedPage } from './pages/applied-page.tsx'
import { ListPage, type ListPageProps } from './pages/list-page.tsx'
import { PartPage } from './pages/part-page.tsx'
import { PreviewPage, type PreviewPageProps } from './pages/preview-page.tsx'
import { paths, previewParts } from './paths.ts'
import { keptName, type Preview } from './preview.ts'
import { findImport, findImports, findKept, findPreview, findPreviews, type FoundPreview } from './queries.ts'
import { reverseImport } from './reverse-import.ts'
import type { RosterTables } from './tables.ts'
import { texts } from './texts.ts'

type Tables = RosterTables & PeopleTables & SchoolTables

export const routes = new Hono<AppEnv>()

/** The file itself and the form around it. */
const largestUpload = 65 * 1024 * 1024
const importsListed = 50

const listPage = async (
  c: AppContext,
  { school, schools }: PickedSchool,
  again: Pick<ListPageProps, 'errors' | 'values'> = {},
) => {
  const [tx, actor] = [txOf<Tables>(c), actorOf(c)]
  const previews = await findPreviews(tx, actor, school.id)
  const imports = await findImports(tx, actor, school.id, importsListed)
  return page(
    c,
    <ListPage frame={frameOf(c)} school={school} schools={schools} previews={previews} imports={imports} {...again} />,
    again.errors ? 422 : 200,
  )
}

const importingSchool = (c: AppContext): Promise<PickedSchool> =>
  pickSchool(c, (school) => importsAt(actorOf(c), school))

const thePreview = async (c: AppContext): Promise<FoundPreview> => {
  const found = await findPreview(txOf<Tables>(c), actorOf(c), idParam(c))
  if (!found) throw new NotFound('preview')
  return found
}

/** The preview as the school is now. @throws NotFound when the school is no longer the one the file is of */
const lookedAt = async (c: AppContext, found: FoundPreview): Promise<Preview> => {
  const look = await lookAtPreview(txOf<Tables>(c), found)
  if (!look.ok) throw new NotFound('preview')
  return look.preview
}

const previewPage = async (
  c: AppContext,
  found: FoundPreview,
  again: Pick<PreviewPageProps, 'errors' | 'values' | 'stale'> = {},
) => {
  const status = again.errors ? 422 : again.stale ? 409 : 200
  return page(c, <PreviewPage frame={frameOf(c)} preview={await lookedAt(c, found)} {...again} />, status)
}

routes.get('/inlezingen', only(mayImportRoster), async (c) => listPage(c, await importingSchool(c)))

routes.post('/inlezingen', only(mayImportRoster, { upload: largestUpload }), async (c) => {
  const picked = await importingSchool(c)
  const words = texts(c.var.lang)
  const typed = form(c, uploadForm(words))
  const file = upload(c, 'file')
  if (!typed.ok || file === null) {
    const errors = { ...(typed.ok ? {} : typed.errors), ...(file === null && { file: words.list.fileMissing }) }
    return listPage(c, picked, { errors, values: typed.ok ? typed.value : typed.values })
  }
  const { format } = typed.value
  const uploaded = { school: picked.school.id, format, fileName: fileNameOf(file.name), bytes: await file.bytes() }
  const made = await makePreview(txOf<Tables>(c), actorOf(c), uploaded)
  if (!made.ok) return listPage(c, picked, { errors: { file: words.fault(made.fault) }, values: typed.value })
  return c.redirect(paths.import(made.id), 303)
})

routes.get('/inlezingen/:id', only(mayImportRoster), async (c) => {
  const [tx, actor] = [txOf<Tables>(c), actorOf(c)]
  const applied = await findImport(tx, actor, idParam(c))
  if (!applied) return previewPage(c, await thePreview(c))
  const kept = await findKept(tx, applied.school_id, applied.kept ?? [])
  const names = [...kept.persons.map(keptName), ...kept.groups.map(({ name }) => name)]
  return page(c, <AppliedPage frame={frameOf(c)} applied={applied} kept={names} />)
})

routes.get('/inlezingen/:id/:part', only(mayImportRoster), async (c) => {
  const part = z.enum(previewParts).safeParse(c.req.param('part'))
  if (!part.success) throw new NotFound('part')
  const wish = z.coerce.number().int().min(1).max(100_000).catch(1).parse(c.req.query('blad'))
  const preview = await lookedAt(c, await thePreview(c))
  return page(c, <PartPage frame={frameOf(c)} preview={preview} part={part.data} page={wish} />)
})

routes.post('/inlezingen/:id/toepassing', only(mayImportRoster), async (c) => {
  const found = await thePreview(c)
  const typed = form(c, choicesForm)
  const preview = await lookedAt(c, found)
  const words = texts(c.var.lang)
  const values = typed.ok ? onlyText(typed.value) : {}
  const read = readChoices(values, preview.diff, words.preview)
  if (!read.ok) return previewPage(c, found, { errors: read.errors, values })
  const outcome = await applyPreview(txOf<Tables>(c), actorOf(c), found, read)
  if (outcome.is === 'stale') return previewPage(c, found, { stale: true })
  if (outcome.is === 'refused') return previewPage(c, found, { errors: { '': words.fault(outcome.fault) }, values })
  return c.redirect(paths.import(found.id), 303)
})

routes.post('/inlezingen/:id/verwerping', only(mayImportRoster), async (c) => {
  const found = await thePreview(c)
  await discardPreview(txOf<Tables>(c), found)
  return c.redirect(paths.ofSchool(found.school_id), 303)
})

routes.post('/inlezingen/:id/terugdraaiing', only(mayImportRoster), async (c) => {
  const [tx, actor] = [txOf<Tables>(c), actorOf(c)]
  const applied = await findImport(tx, actor, idParam(c))
  if (!applied) throw new NotFound('import')
  await reverseImport(tx, actor, { school: applied.school_id, id: applied.id })
  return c.redirect(paths.import(applied.id), 303)
})

const onlyText = (typed: z.infer<typeof choicesForm>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
