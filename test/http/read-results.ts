import { idOf, tokenOf } from '#test/access/cast-names.ts'
import type { TestDatabase } from '#test/rig.ts'
import type { Fields } from './reader.ts'
import { readerOf, type App } from './reader.ts'

const previews = new Map<string, Fields>()

/** What the form of the preview carries that this teacher was shown; of others nothing that reads in. */
export const previewOf = (name: string): Fields =>
  previews.get(name) ?? { table: '{}', subject: 'Taal', madeOn: '23-11-2026', shown: '' }

const teachers = [
  ['teacher', '', '4B'],
  ['other-teacher', '', '5A'],
  ['former-teacher', '', '5A'],
  ['two-hats', 'staff', '5A'],
] as const

/** Shows each teacher of the cast what a file would change for the own group: a grade for its first pupil. */
export const readResults = async ({ owner }: TestDatabase, app: App): Promise<void> => {
  for (const [person, hat, group] of teachers) {
    const { rows } = await owner.query<{ name: string }>(
      `select concat_ws(' ', coalesce(p.first_name, p.initials), p.prefix, p.last_name) as name from app.group_member m
       join app.person p on p.school_id = m.school_id and p.id = m.pupil_id
       where m.group_id = $1 and (m.ended_on is null or m.ended_on > app.today()) order by p.id`,
      [idOf(1, group)],
    )
    const text = ['naam\tHoofdstuk 6', ...rows.map(({ name }) => `${name}\t7`)].join('\n')
    const answer = await readerOf(app, tokenOf(1, person, hat)).post('/toetsen/inlezen', {
      group: idOf(1, group),
      subject: 'Taal',
      text,
    })
    const html = await answer.text()
    const names = ['table', 'subject', 'madeOn', 'shown']
    const fields = Object.fromEntries(names.map((name) => [name, carried(html, name)]))
    if (answer.status !== 200 || fields['shown'] === '') throw new Error(`${person} was shown no preview of results`)
    previews.set(person === 'two-hats' ? 'staff-hat' : person, fields)
  }
}

const carried = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
