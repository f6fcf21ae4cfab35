import { fingerprintOf } from '#modules/results/deeds/apply-import.ts'
import { mapColumns } from '#modules/results/import/columns.ts'
import { makePlan } from '#modules/results/import/make-plan.ts'
import { idOf, tokenOf } from '#test/access/cast-names.ts'
import type { TestDatabase } from '#test/rig.ts'
import { readerOf, type App } from './reader.ts'

type Carried = Readonly<Record<string, string>>

const defaults = { subject: 'Taal', madeOn: '2026-11-23' }
const ofTeacher = new Map<string, Carried>()

/** What the form of the preview carries that this teacher was shown; of a group without pupils a list that reads in nobody. */
export const previewOf = (name: string): Carried => ofTeacher.get(name) ?? ofNobody()

/** Shows the teacher of 4B what a file would change there: a grade for each pupil. */
export const readResults = async ({ owner }: TestDatabase, app: App): Promise<void> => {
  const group = idOf(1, '4B')
  const { rows } = await owner.query<{ name: string }>(
    `select concat_ws(' ', coalesce(p.first_name, p.initials), p.prefix, p.last_name) as name from app.group_member m
     join app.person p on p.school_id = m.school_id and p.id = m.pupil_id where m.group_id = $1 order by p.id`,
    [group],
  )
  const text = ['naam\tHoofdstuk 6', ...rows.map(({ name }) => `${name}\t7`)].join('\n')
  const answer = await readerOf(app, tokenOf(1, 'teacher')).post('/toetsen/inlezen', { group, text, subject: 'Taal' })
  const html = await answer.text()
  const names = ['table', 'subject', 'madeOn', 'shown']
  const fields = Object.fromEntries(names.map((name) => [name, carried(html, name)]))
  if (answer.status !== 200 || fields['shown'] === '') throw new Error('no preview of results was shown')
  ofTeacher.set('teacher', fields)
}

const ofNobody = (): Carried => {
  const table = { header: ['naam', 'Hoofdstuk 6'], rows: [{ line: 2, cells: ['Niemand', '7'] }] }
  const mapping = mapColumns(table.header)
  if (mapping === null) throw new Error('these are columns')
  const plan = makePlan(table, mapping, { stage: 'BO', first: '', last: '9', pupils: [], tests: [] }, defaults)
  return { ...defaults, table: JSON.stringify(table), shown: fingerprintOf(plan) }
}

const carried = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
