import type { Laying } from './cast-names.ts'

const longAgo = '2021-01-01'

/** A picture, or what passes for one, that hangs nowhere yet. */
const layFile = ({ s, id, put }: Laying, name: string): Promise<unknown> =>
  put('file', {
    school_id: s,
    id: id(name),
    kind: 'picture',
    name: 'foto.jpg',
    width: 4,
    height: 3,
    whole: Buffer.from('whole'),
    small: Buffer.from('small'),
  })

/** The columns of an announcement that say neither whose nor which. */
export const announcement = {
  title: 'Sportdag',
  body: 'Neem sportkleren mee.',
  important: false,
  shows_from: '2020-08-01',
  shows_until: '2099-07-31',
  wish: '{"whole": false, "groups": [], "whom": ["guardian"]}',
  signed: 'De school',
}

/** What the school tells: to a group, to all, not yet, and long ago. */
export const layAnnouncements = async (laying: Laying): Promise<void> => {
  const { s, id, put } = laying
  const wish = JSON.stringify({ whole: false, groups: [id('4B')], whom: ['guardian', 'pupil'] })
  const all = JSON.stringify({ whole: true, groups: [], whom: ['guardian'] })
  const write = (name: string, by: string, more: Record<string, unknown> = {}) =>
    put('announcement', { school_id: s, id: id(name), ...announcement, wish, written_by: id(by), ...more })
  await write('group announcement', 'teacher')
  await write('school announcement', 'office', { wish: all })
  await write('draft announcement', 'teacher')
  await write('old announcement', 'former-teacher', { shows_from: '2020-08-01', shows_until: longAgo })
  const tell = (name: string, of: string, group: string | null, whom: string) =>
    put('announcement_audience', {
      school_id: s,
      id: id(name),
      announcement_id: id(of),
      group_id: group === null ? null : id(group),
      for_whom: whom,
    })
  await tell('group audience', 'group announcement', '4B', 'guardian')
  await tell('pupil audience', 'group announcement', '4B', 'pupil')
  await tell('school audience', 'school announcement', null, 'guardian')
  const post = (name: string, of: string, by: string) =>
    put('announcement_step', {
      school_id: s,
      id: id(name),
      announcement_id: id(of),
      step: 'published',
      taken_by: id(by),
    })
  await post('group step', 'group announcement', 'teacher')
  await post('school step', 'school announcement', 'office')
  for (const name of ['announcement file', 'loose file']) await layFile(laying, name)
  await put('announcement_attachment', {
    school_id: s,
    file_id: id('announcement file'),
    announcement_id: id('group announcement'),
    position: 0,
  })
}

/** What a child shows, and what a teacher placed for another; this year and long ago. */
export const layShowings = async (laying: Laying): Promise<void> => {
  const { s, id, put } = laying
  for (const [name, pupil, more] of [
    ['child showing', 'child', { on_day: '2026-11-20' }],
    ['placed showing', 'classmate', { on_day: '2026-11-20', placed_by: id('teacher') }],
    ['old showing', 'child', { on_day: longAgo }],
    ['old placed showing', 'classmate', { on_day: longAgo, placed_by: id('teacher') }],
  ] as const) {
    await layFile(laying, `${name} file`)
    const work = { pupil_id: id(pupil), file_id: id(`${name} file`), line: 'Mijn vulkaan van klei', ...more }
    await put('showing', { school_id: s, id: id(name), ...work })
  }
}
