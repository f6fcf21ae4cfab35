import type { Laying } from './cast-names.ts'

const longAgo = '2021-01-01'

/** The columns of a lesson that say neither whose nor which. */
export const lesson = {
  uid: 'a'.repeat(64),
  occurrence: '',
  starts_local: '2026-11-23 08:30',
  ends_local: '2026-11-23 09:30',
  zone: 'Europe/Amsterdam',
  whole_day: false,
  title: 'Rekenen',
}

/** What stands in the timetable of the class, of the child and of the teacher. */
export const layTimetables = async ({ s, id, put }: Laying): Promise<void> => {
  for (const [name, bound] of [
    ['4B', { group_id: id('4B') }],
    ['child', { pupil_id: id('child') }],
    ['teacher', { staff_id: id('teacher') }],
  ] as const) {
    await put('calendar_feed', { school_id: s, id: id(`feed ${name}`), ...bound })
    const counts = { lessons: 1, added: 1, changed: 0, cancelled: 0, vanished: 0, repairs: '[]', refusals: '[]' }
    const days = { first_day: '2026-11-23', last_day: '2026-11-23' }
    await put('calendar_reading', {
      school_id: s,
      id: id(`reading ${name}`),
      feed_id: id(`feed ${name}`),
      ...days,
      ...counts,
    })
    await put('lesson', {
      school_id: s,
      id: id(`lesson ${name}`),
      feed_id: id(`feed ${name}`),
      bound_to: id(name),
      ...lesson,
    })
  }
}

/** The columns of homework that say neither whose nor which. */
export const homework = { kind: 'homework', title: 'Bladzijde 3', way: 'paper', minutes: 20, due_on: '2026-11-25' }

/** Homework to come that is only for on a screen, of 4B and of 6C, and what a leader of a team reads of it. */
const layOpenHomework = async ({ s, id, put }: Pick<Laying, 's' | 'id' | 'put'>): Promise<void> => {
  for (const [name, group, due_on] of [
    ['open homework', '4B', '2099-07-31'],
    ['open homework anew', '4B', '2099-07-31'],
    ['open homework past', '4B', longAgo],
    ['other open homework', '6C', '2099-07-31'],
    ['other open homework anew', '6C', '2099-07-31'],
  ] as const) {
    await put('homework', {
      school_id: s,
      id: id(name),
      group_id: id(group),
      set_by: id('teacher'),
      once: id(`once ${name}`),
      ...homework,
      way: 'screen',
      due_on,
    })
    if (name.endsWith('anew')) continue
    await put('homework_open_item', {
      school_id: s,
      homework_id: id(name),
      group_id: id(group),
      group_name: group,
      years: '{}',
      due_on,
    })
  }
}

/** What is asked of the class, what was changed and withdrawn, and what the child says is done. */
export const layHomework = async ({ s, id, put }: Laying): Promise<void> => {
  for (const [name, more] of [
    ['homework', {}],
    ['other homework', {}],
    ['withdrawn homework', {}],
    ['old homework', { due_on: longAgo }],
  ] as const)
    await put('homework', {
      school_id: s,
      id: id(name),
      group_id: id('4B'),
      set_by: id('teacher'),
      once: id(`once ${name}`),
      ...homework,
      ...more,
    })
  await layOpenHomework({ s, id, put })
  await put('homework_change', {
    school_id: s,
    id: id('homework change'),
    homework_id: id('homework'),
    group_id: id('4B'),
    changed_by: id('teacher'),
    changed_at: '2026-11-22',
    title: 'Bladzijde 2',
    due_on: '2026-11-24',
  })
  await put('homework_withdrawal', {
    school_id: s,
    homework_id: id('withdrawn homework'),
    group_id: id('4B'),
    withdrawn_by: id('teacher'),
    withdrawn_at: '2026-11-22',
  })
  for (const [name, done_at] of [
    ['homework', '2026-11-22'],
    ['old homework', longAgo],
  ])
    await put('homework_tick', {
      school_id: s,
      homework_id: id(name ?? ''),
      group_id: id('4B'),
      pupil_id: id('child'),
      done_at,
    })
  await put('talk_question_off', { school_id: s, id: id('question off'), person_id: id('guardian') })
}

/** What is on at the school, and for one class and the other. */
export const layCalendar = async ({ s, id, put }: Laying): Promise<void> => {
  await put('own_holiday', {
    school_id: s,
    first_year: 2026,
    kind: 'mei',
    starts_on: '2027-05-01',
    ends_on: '2027-05-09',
  })
  for (const [name, starts_on, ends_on, report_on] of [
    ['period', '2026-09-01', '2027-01-22', '2027-01-29'],
    ['later period', '2027-01-23', '2027-07-09', '2027-06-25'],
  ] as const)
    await put('report_period', {
      school_id: s,
      id: id(name),
      stage: 'BO',
      name: 'Rapport',
      starts_on,
      ends_on,
      report_on,
    })
  await put('report_rule', { school_id: s, stage: 'BO' })
  const day = { kind: 'trip', starts_on: '2026-11-26', ends_on: '2026-11-26', line: 'Neem een jas mee' }
  await put('calendar_event', { school_id: s, id: id('event'), ...day, name: 'Schoolreis', audience: 'school' })
  for (const group of ['4B', '5A']) {
    const of = id(`event ${group}`)
    await put('calendar_event', { school_id: s, id: of, ...day, name: `Uitje ${group}`, audience: 'groups' })
    await put('calendar_event_group', { school_id: s, event_id: of, group_id: id(group) })
  }
}

/** Notes of the guardian to the child: one that waits, one given, one taken back, one without words, and one of long ago. */
export const layNotes = async ({ s, id, put }: Laying): Promise<void> => {
  const of = { school_id: s, pupil_id: id('child'), guardian_id: id('guardian') }
  for (const name of ['note', 'given note', 'taken note', 'bare note']) await put('child_note', { ...of, id: id(name) })
  await put('child_note', { ...of, id: id('old note'), day: longAgo })
  const text = { school_id: s, sender: 'Kanarie', words: 'Oma haalt je op' }
  for (const name of ['note', 'given note', 'taken note']) await put('child_note_text', { ...text, note_id: id(name) })
  await put('child_note_text', { ...text, note_id: id('old note'), day: longAgo })
  await put('child_note_outcome', { school_id: s, note_id: id('given note'), outcome: 'given' })
  await put('child_note_outcome', { school_id: s, note_id: id('taken note'), outcome: 'taken-back' })
  await put('child_note_hours', { school_id: s, until_time: '14:00', phone: '030 1234567' })
}
