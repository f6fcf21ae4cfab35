import type { Laying } from './cast-names.ts'

const long = '2020-08-01'
const ended = '2021-01-01'
/** So far off that no test waits for it. */
const far = '2099-07-31'

/** The columns of an agreement that say neither whose it is nor where it holds. */
export const agreement = {
  kind: 'group-rule',
  terms: '{"subjects": ["reminders"], "photos": "none", "chatter": "nowhere"}',
  school_line: 'Wij openen een groep per klas.',
  parents_line: 'Je vraagt daar wat de klas aangaat.',
  pupils_line: 'Je zegt niets over een ander.',
}

const averages = { kind: 'averages', terms: '{"shown": "hidden"}' }

/** Drafts, what is offered, what lies before the council, what began, and what is over its time. */
const layTexts = async ({ s, id, put }: Laying): Promise<void> => {
  const write = (name: string, by: string, more: Record<string, unknown> = {}) =>
    put('agreement', { school_id: s, id: id(name), ...agreement, level: 'school', written_by: id(by), ...more })
  const ofClass = { level: 'class', group_id: id('4B'), class_name: '4B' }
  const ofChild = { ...averages, level: 'pupil', pupil_id: id('child') }
  await write('school agreement', 'head')
  await write('measuring', 'head', { kind: 'measuring', terms: '{"teachers": 3}' })
  await write('school draft', 'head')
  await write('laid agreement', 'head', { kind: 'contact', terms: '{"from": "08:00", "until": "16:30", "days": 2}' })
  await write('polled agreement', 'head', { kind: 'events', terms: '{"days": 14}' })
  await write('withdrawn agreement', 'head', { kind: 'events', terms: '{"days": 7}' })
  await write('on paper', 'head', { kind: 'on-paper', terms: '{"homework": "always", "timetable": "screen"}' })
  await write('small agreement', 'teacher', { ...averages, ...ofClass })
  for (const name of ['class draft', 'class offer']) await write(name, 'teacher', ofClass)
  for (const name of ['child agreement', 'child offer', 'withdrawn child offer', 'old child agreement'])
    await write(name, 'teacher', ofChild)
  await write('old child draft', 'teacher', { ...ofChild, written_at: ended })
}

/** What began, and when it ends or ended. */
const layDays = async ({ s, id, put }: Laying): Promise<void> => {
  for (const [name, pupil, last] of [
    ['school agreement', null, far],
    ['measuring', null, far],
    ['on paper', null, far],
    ['child agreement', 'child', far],
    ['old child agreement', 'child', ended],
  ] as const) {
    const of = { school_id: s, agreement_id: id(name) }
    await put('agreement_start', { ...of, starts_on: long, pupil_id: pupil === null ? null : id(pupil) })
    await put('agreement_end', { ...of, ends_on: last })
  }
  const small = { school_id: s, agreement_id: id('small agreement') }
  await put('agreement_offer', { ...small, group_id: id('4B') })
  await put('agreement_start', { ...small, starts_on: long, said_yes: 3, asked: 4 })
  const seen = { school_id: s, person_id: id('guardian') }
  for (const name of ['school agreement', 'child agreement'])
    await put('agreement_seen', { ...seen, agreement_id: id(name) })
  await put('agreement_seen', { ...seen, agreement_id: id('old child agreement'), seen_at: ended })
  const onPaper = { ...seen, person_id: id('co-guardian'), how: 'paper', said_by: id('teacher') }
  await put('agreement_seen', { ...onPaper, agreement_id: id('child agreement') })
}

/** What a class and a family are asked, and who said yes. */
const layMeeting = async ({ s, id, put }: Laying): Promise<void> => {
  const offered = { school_id: s, agreement_id: id('class offer') }
  await put('agreement_offer', { ...offered, group_id: id('4B') })
  for (const name of ['child offer', 'withdrawn child offer'])
    await put('agreement_offer', { school_id: s, agreement_id: id(name), pupil_id: id('child') })
  const said = (person: string, how: string, by: string, more: Record<string, unknown> = {}) =>
    put('agreement_yes', { ...offered, person_id: id(person), how, said_by: id(by), ...more })
  await said('guardian', 'tap', 'guardian')
  await said('guardian', 'tap', 'guardian', { agreement_id: id('child offer') })
  await said('child', 'mentor', 'teacher')
  await said('adult', 'tap', 'adult')
  await said('opened-guardian', 'tap', 'opened-guardian')
  await said('classmate', 'tap', 'classmate', { said_at: ended })
}

/** Who has a seat; what lies before the council and what was said of it; what the parents are and were asked. */
const layCouncil = async ({ s, id, put }: Laying): Promise<void> => {
  for (const [person, role] of [
    ['other-guardian', 'council_parents'],
    ['letter-guardian', 'council_parents'],
    ['adult', 'council_pupils'],
  ] as const)
    await put('person_role', {
      school_id: s,
      id: id(`seat ${person}`),
      person_id: id(person),
      role,
      started_on: long,
    })
  const seat = { school_id: s, id: id('seat two-hats'), person_id: id('two-hats'), role: 'council_staff' }
  await put('staff_role', { ...seat, started_on: long })
  const lay = (name: string, of: string, body: string) =>
    put('agreement_laying', {
      school_id: s,
      id: id(name),
      agreement_id: id(of),
      body,
      asks: 'consent',
      laid_on: long,
      laid_by: id('head'),
    })
  await lay('begun laying', 'school agreement', 'parents')
  await lay('laying', 'laid agreement', 'parents')
  await lay('answered laying', 'laid agreement', 'staff')
  await lay('polled laying', 'polled agreement', 'parents')
  await lay('withdrawn laying', 'withdrawn agreement', 'parents')
  for (const [name, by] of [
    ['withdrawn agreement', 'head'],
    ['withdrawn child offer', 'teacher'],
  ] as const)
    await put('agreement_withdrawal', {
      school_id: s,
      agreement_id: id(name),
      reason: 'Wij kiezen een andere tekst.',
      withdrawn_by: id(by),
    })
  for (const [name, by] of [
    ['begun laying', 'other-guardian'],
    ['answered laying', 'two-hats'],
  ] as const) {
    const answer = { outcome: 'yes', decided_on: long, minutes: 'Punt 4', by_council: true }
    await put('agreement_answer', { school_id: s, laying_id: id(name), ...answer, answered_by: id(by) })
  }
  for (const [name, of, closes] of [
    ['open poll', 'polled agreement', far],
    ['closed poll', 'school agreement', ended],
    ['few poll', 'withdrawn agreement', ended],
  ] as const) {
    const asked = { body: 'parents', question: 'Is dit goed?', closes_on: closes, asked_by: id('other-guardian') }
    await put('agreement_poll', { school_id: s, id: id(name), agreement_id: id(of), ...asked })
    for (const answer of ['yes', 'no', 'unsure'])
      await put('agreement_poll_count', {
        school_id: s,
        poll_id: id(name),
        answer,
        number: name === 'closed poll' ? 4 : 0,
        enough: name === 'closed poll',
      })
  }
  await put('agreement_poll_voter', { school_id: s, poll_id: id('closed poll'), person_id: id('guardian') })
}

/** What nothing is agreed about; and how often the school kept its line, by the teacher and over all. */
const layKept = async ({ s, id, put }: Laying): Promise<void> => {
  const open = { theme: 'ai', meanwhile: 'Elke leraar vertelt het vooraf.', body: 'council' }
  await put('agreement_open_theme', { school_id: s, ...open, written_by: id('head') })
  const count = (name: string, month: string, people: number, person: string | null = null) =>
    put('agreement_kept', {
      school_id: s,
      id: id(name),
      agreement_id: id('school agreement'),
      month,
      person_id: person === null ? null : id(person),
      kept: 1,
      total: 2,
      people,
    })
  await count('kept by teacher', '2099-01-01', 1, 'teacher')
  await count('kept', '2099-01-01', 3)
  await count('kept by few', '2099-02-01', 2)
  await count('kept by teacher long ago', ended, 1, 'teacher')
  await count('kept long ago', ended, 3)
}

/** What the school, its parents and its pupils agreed, and all that goes before and after. */
export const layAgreements = async (laying: Laying): Promise<void> => {
  await layTexts(laying)
  await layDays(laying)
  await layMeeting(laying)
  await layCouncil(laying)
  await layKept(laying)
}
