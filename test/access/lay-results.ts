import type pg from 'pg'
import type { Laying } from './cast-names.ts'

const long = '2020-10-01'
const ended = '2021-01-01'
/** The moment at which it is laid: after more sight of the guardian was over. */
const afterwards = 'now'
/** So far off that no test waits for it. */
const far = '2099-07-31'

/** Without an agreement: Kind eerst. */
export const childFirst = { rule: 'child_first', at_time: '17:00', later: 3, counted: 'school_days' }

/** What says of a test neither whose it is nor what is known of it. */
export const written = {
  stage: 'BO',
  subject: 'Rekenen',
  title: 'Hoofdstuk 6',
  kind: 'written',
  scale: 'tenths',
  weight: 1,
  made_on: '2026-11-20',
}

type Moments = { pupil: string; home: string; more?: Readonly<Record<string, unknown>> }

/** Each result of a test of its own, but where they are of more pupils: who has it, and since when the pupil and home know. */
const results: Readonly<Record<string, readonly [test: string, pupil: string, Moments]>> = {
  'waiting result': ['waiting test', 'child', { pupil: far, home: far }],
  'wider result': ['wider test', 'child', { pupil: long, home: far }],
  'pupil result': ['pupil test', 'child', { pupil: afterwards, home: far }],
  'told result': ['told test', 'child', { pupil: afterwards, home: far }],
  'replaced result': [
    'test',
    'child',
    { pupil: afterwards, home: afterwards, more: { ended_at: ended, ended_why: 'changed' } },
  ],
  'home result': ['test', 'child', { pupil: long, home: long }],
  'adult result': ['test', 'adult', { pupil: long, home: long }],
  'left result': ['test', 'leaver', { pupil: long, home: long }],
  'withdrawn result': [
    'withdrawn test',
    'child',
    { pupil: long, home: long, more: { ended_at: ended, ended_why: 'withdrawn' } },
  ],
  'retake result': ['retake test', 'child', { pupil: long, home: far }],
  'exam result': ['exam test', 'child', { pupil: long, home: long }],
  'proposed result': ['exam test', 'classmate', { pupil: far, home: far }],
  'own proposed result': ['exam test', 'adult', { pupil: far, home: far }],
}

const layTests = async ({ s, id, put }: Laying): Promise<void> => {
  const tests = [...new Set(Object.values(results).map(([test]) => test)), 'new test', 'new exam test']
  for (const name of tests)
    await put('assessment', {
      school_id: s,
      id: id(name),
      group_id: id('4B'),
      ...written,
      dossier: name.includes('exam') ? 'exam' : 'progress',
      retake_of: name === 'retake test' ? id('pupil test') : null,
      set_by: id('teacher'),
    })
}

const layGrades = async ({ s, id, put }: Laying, db: pg.Client): Promise<void> => {
  const { rows } = await db.query<{ now: string }>('select app.now()::text as now')
  const at = (moment: string) => (moment === afterwards ? rows[0]?.now : moment)
  for (const [name, [test, pupil, { pupil: known, home, more }]] of Object.entries(results)) {
    await put('result', {
      school_id: s,
      id: id(name),
      assessment_id: id(test),
      group_id: id('4B'),
      dossier: test.includes('exam') ? 'exam' : 'progress',
      pupil_id: id(pupil),
      tenths: 54,
      words: 'Je rekent netjes.',
      ...childFirst,
      entered_by: id('teacher'),
      ...(more === undefined ? {} : { ...more, ended_by: id('teacher') }),
    })
    // Past what reckons them.
    await db.query('update app.result set pupil_due = $1, guardian_due = $2 where school_id = $3 and id = $4', [
      at(known),
      at(home),
      s,
      id(name),
    ])
  }
}

/** That it is known is written down: by the clock, by a teacher who says why, and by the child who told it a moment ago. */
const layReleases = async ({ s, id, put }: Laying, db: pg.Client): Promise<void> => {
  const release = (result: string, reader: string, pupil: string, more: Record<string, unknown> = {}) =>
    put('result_release', { school_id: s, result_id: id(result), reader, pupil_id: id(pupil), ...more })
  for (const name of ['pupil result', 'told result', 'home result']) await release(name, 'pupil', 'child')
  await release('adult result', 'pupil', 'adult')
  await release('home result', 'guardian', 'child', { released_by: id('teacher'), reason: 'Op verzoek van Kanarie' })
  await release('told result', 'guardian', 'child', { released_by: id('child') })
  await release('withdrawn result', 'guardian', 'child', { released_by: id('child') })
  await db.query('update app.result_release set ended_at = $1 where result_id = $2', [ended, id('withdrawn result')])
  // Past what stamps it: the ten minutes outlast the test.
  await db.query(`update app.result_release set released_at = $1 where result_id = $2 and reader = 'guardian'`, [
    far,
    id('told result'),
  ])
}

const layTellings = async ({ s, id, put }: Laying, db: pg.Client): Promise<void> => {
  const chose = (name: string, result: string, choice: string) =>
    put('result_telling', {
      school_id: s,
      id: id(name),
      result_id: id(result),
      pupil_id: id('child'),
      choice,
    })
  await chose('told', 'told result', 'told')
  await chose('withdrawn told', 'withdrawn result', 'told')
  await chose('asked', 'pupil result', 'mentor')
  await db.query('update app.result_telling set chosen_at = $1 where school_id = $2', [far, s])
}

const layPauses = async ({ s, id, put, days }: Laying): Promise<void> => {
  const { rows } = await days()
  const pause = { school_id: s, pupil_id: id('classmate'), paused_by: id('teacher') }
  await put('result_pause', { ...pause, id: id('pause'), ...rows[0] })
  await put('result_pause', { ...pause, id: id('left pause'), pupil_id: id('leaver'), ...rows[0] })
  await put('result_pause', { ...pause, id: id('old pause'), on_from: '2020-09-01', on_until: '2020-09-08' })
}

const layProposals = async ({ s, id, put }: Laying): Promise<void> => {
  for (const [name, result, pupil, by, decided] of [
    ['proposal', 'proposed result', 'classmate', 'teacher', {}],
    ['own proposal', 'own proposed result', 'adult', 'exam-secretary', {}],
    [
      'agreed proposal',
      'exam result',
      'child',
      'teacher',
      { decided_by: id('head'), decided_at: '2026-11-20', decision: 'yes' },
    ],
  ] as const)
    await put('exam_change', {
      school_id: s,
      id: id(name),
      result_id: id(result),
      pupil_id: id(pupil),
      group_id: id('4B'),
      tenths: 60,
      reason: 'Een vraag was dubbel geteld.',
      proposed_by: id(by),
      ...decided,
    })
}

/** Tests of 4B and what its pupils got, each known to others; of a pupil who left long ago too. */
export const layResults = async (laying: Laying, db: pg.Client): Promise<void> => {
  const { s, id, put } = laying
  await put('person', { school_id: s, id: id('leaver'), first_name: 'leaver' })
  await put('pupil', { school_id: s, person_id: id('leaver'), source_key: 'leaver', left_on: '2020-12-01' })
  await put('group_member', {
    school_id: s,
    id: id('member leaver'),
    group_id: id('4B'),
    pupil_id: id('leaver'),
    started_on: long,
    ended_on: '2020-12-01',
  })
  await layTests(laying)
  await layGrades(laying, db)
  await layReleases(laying, db)
  await layTellings(laying, db)
  await layPauses(laying)
  await layProposals(laying)
}
