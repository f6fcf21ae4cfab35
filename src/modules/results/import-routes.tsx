import { Hono } from 'hono'
import { findPeriods } from '#modules/reports/index.ts'
import { gatherBytes, readTable, type Table } from '#modules/roster/index.ts'
import { oneLine, readDay, typedDay } from '#platform/http/fields.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { typedTexts, upload, type FormErrors, type FormValues } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { mayEnterResults } from './access.ts'
import { applyImport, fingerprintOf } from './deeds/apply-import.ts'
import { longest } from './forms.ts'
import { asText, carriedTable, carry } from './import/carried.ts'
import { mapColumns } from './import/columns.ts'
import { faultInWords } from './import/fault-in-words.ts'
import { findSituation, holdGroup } from './import/find-situation.ts'
import { makePlan } from './import/make-plan.ts'
import type { Defaults, Plan } from './import/plan.ts'
import { ImportPage } from './pages/import-page.tsx'
import { ImportPreviewPage } from './pages/import-preview-page.tsx'
import { NoGroupPage } from './pages/test-form-page.tsx'
import { paths } from './paths.ts'
import type { ResultView } from './queries.ts'
import { findGroups, findUsedSubjects, type TaughtGroup } from './staff-queries.ts'
import { taughtGroup } from './staff-routes.tsx'
import { stageIn } from './stage-in.ts'
import { texts } from './texts.ts'

export const importRoutes = new Hono<AppEnv>()

/** The file itself and the form around it. */
const largestUpload = 9 * 1024 * 1024

const tables = (c: AppContext) => txOf<ResultView>(c)

type Again = { errors: FormErrors; values: FormValues }

importRoutes.get('/toetsen/inlezen', only(mayEnterResults), async (c) => {
  const wish = c.req.query('groep') ?? (await findGroups(tables(c), actorOf(c))).find(({ taught }) => taught)?.id
  if (wish === undefined) return page(c, <NoGroupPage frame={frameOf(c)} />)
  return formPage(c, await taughtGroup(c, wish), { errors: {}, values: {} })
})

importRoutes.post('/toetsen/inlezen', only(mayEnterResults, { upload: largestUpload }), async (c) => {
  const group = await taughtGroup(c, c.get('form')?.get('group'))
  const words = texts(c.var.lang)
  const typed = typedTexts(c)
  const read = await readSent(c)
  if (!read.ok) return formPage(c, group, { errors: read.errors, values: typed })
  // A browser forgets the file that was chosen: what it held stands in the box.
  const values = { ...typed, text: asText(read.table) }
  const table = carry(read.table)
  if (table === null)
    return formPage(c, group, { errors: { [read.field]: words.readIn.faults.tooLarge }, values: typed })
  const defaults = readDefaults(c, typed)
  if (!defaults.ok) return formPage(c, group, { errors: defaults.errors, values })
  const plan = await planFor(c, group, read.table, defaults.value)
  if (plan === null) return formPage(c, group, { errors: { [read.field]: words.readIn.columns }, values })
  if (plan.refused.some(({ code }) => code === 'subjectMissing') && plan.tests.length === 0)
    return formPage(c, group, { errors: { subject: words.readIn.subjectNeeded }, values })
  return previewPage(c, group, { plan, table, defaults: defaults.value, stale: false })
})

importRoutes.post('/toetsen/inlezen/toepassing', only(mayEnterResults), async (c) => {
  const group = await taughtGroup(c, c.get('form')?.get('group'))
  const { table = '', shown, ...typed } = typedTexts(c)
  const [carried, defaults] = [carriedTable(table), readDefaults(c, typed)]
  const missing = { errors: { file: texts(c.var.lang).readIn.missing }, values: typed }
  if (carried === null || !defaults.ok) return formPage(c, group, missing)
  await holdGroup(tables(c), group)
  const plan = await planFor(c, group, carried, defaults.value)
  if (plan === null) return formPage(c, group, missing)
  if (fingerprintOf(plan) !== shown)
    return previewPage(c, group, { plan, table, defaults: defaults.value, stale: true })
  const stage = stageIn(group)
  const periods = await findPeriods(tables(c), group.school, stage)
  const entered = await applyImport(tables(c), actorOf(c), { group, stage, periods }, plan)
  return c.redirect(`${paths.ofGroup(group.id)}&ingelezen=${entered}`, 303)
})

type Read = { ok: true; table: Table; field: 'file' | 'text' } | { ok: false; errors: FormErrors }

/** The file, or else what was pasted. */
const readSent = async (c: AppContext): Promise<Read> => {
  const words = texts(c.var.lang)
  const file = upload(c, 'file')
  const text = typedTexts(c)['text'] ?? ''
  if (file === null && text.trim() === '') return { ok: false, errors: { file: words.readIn.missing } }
  const field = file === null ? 'text' : 'file'
  const gathered = await gatherBytes(file === null ? new TextEncoder().encode(text) : await file.bytes())
  const read = gathered.ok ? await readTable(gathered.bytes) : gathered
  return read.ok
    ? { ok: true, table: read.table, field }
    : { ok: false, errors: { [field]: faultInWords(words, read.fault) } }
}

/** What holds for lines that do not say it: nothing for the subject, today for the day. */
const readDefaults = (
  c: AppContext,
  typed: FormValues,
): { ok: true; value: Defaults } | { ok: false; errors: FormErrors } => {
  const { form: words } = texts(c.var.lang)
  const subject = oneLine(typed['subject'] ?? '')
  const day = oneLine(typed['madeOn'] ?? '')
  const madeOn = day === '' ? actorOf(c).today : readDay(day)
  const errors: Record<string, string> = {}
  if (subject.length > longest.subject) errors['subject'] = words.subjectLong(longest.subject)
  if (madeOn === null) errors['madeOn'] = words.dayWrong
  return madeOn === null || Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, value: { subject, madeOn } }
}

/** @returns null when the columns hold no results */
const planFor = async (c: AppContext, group: TaughtGroup, table: Table, defaults: Defaults): Promise<Plan | null> => {
  const mapping = mapColumns(table.header)
  if (mapping === null) return null
  const about = { stage: stageIn(group), today: actorOf(c).today }
  return makePlan(table, mapping, await findSituation(tables(c), group, about), defaults)
}

const formPage = async (c: AppContext, group: TaughtGroup, { errors, values }: Again) => {
  const subjects = await findUsedSubjects(tables(c), actorOf(c), group.id)
  const proposed = { subject: subjects.length === 1 ? (subjects[0] ?? '') : '', madeOn: typedDay(actorOf(c).today) }
  return page(
    c,
    <ImportPage
      frame={frameOf(c)}
      group={group}
      subjects={subjects}
      errors={errors}
      values={{ ...proposed, ...values }}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const previewPage = (
  c: AppContext,
  group: TaughtGroup,
  { plan, table, defaults, stale }: { plan: Plan; table: string; defaults: Defaults; stale: boolean },
) => {
  const carried = { ...defaults, table, shown: fingerprintOf(plan) }
  return page(
    c,
    <ImportPreviewPage frame={frameOf(c)} group={group} plan={plan} carried={carried} stale={stale} />,
    stale ? 409 : 200,
  )
}
