import { idOf, type SchoolNumber } from './cast-names.ts'
import { childFirst, written } from './lay-results.ts'
import type { Entrance } from './matrix-contexts.ts'
import { byOneself, s, withId, type Probe, type Row } from './probe.ts'

/** A test; a new one is of 4B, added by the actor. */
const assessment = (id: string, dossier: 'progress' | 'exam' = 'progress'): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    group_id: idOf(other, '4B'),
    ...written,
    dossier,
    set_by: byOneself(other, actor),
  }),
  column: 'title',
})

type Dossier = 'progress' | 'exam'

const entered = (n: SchoolNumber, actor: Entrance, other: SchoolNumber, test: string, dossier: Dossier): Row => ({
  school_id: s(n),
  assessment_id: idOf(other, test),
  group_id: idOf(other, '4B'),
  dossier,
  pupil_id: idOf(other, 'child'),
  tenths: 60,
  ...childFirst,
  entered_by: byOneself(other, actor),
})

/** A version of a result. A change ends it in the name of the actor, and of nobody else. @param test of which a new row is of the child */
const result = (id: string, test = 'new test', dossier: Dossier = 'progress'): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  fresh: (n, actor, other) => entered(n, actor, other, test, dossier),
  column: 'ended_by',
  sets: (n, actor) => ({ ended_by: byOneself(n, actor) }),
  smuggled: { change: (n) => ({ ended_by: idOf(n, 'office') }), by: ['teacher', 'head', 'deputy', 'exam-secretary'] },
})

type Release = { of: string; reader: 'pupil' | 'guardian'; pupil?: string }

/** That a version is known; a new row says so of another, in the name of the actor or of the clock. */
const release = ({ of, reader, pupil = 'child' }: Release, fresh: Release & { by: 'actor' | 'clock' }): Probe => ({
  key: (n) => ({ school_id: s(n), result_id: idOf(n, of), reader, pupil_id: idOf(n, pupil) }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    result_id: idOf(other, fresh.of),
    reader: fresh.reader,
    pupil_id: idOf(other, fresh.pupil ?? 'child'),
    released_by: fresh.by === 'clock' ? null : byOneself(other, actor),
    reason: fresh.by === 'clock' || actor.hat === 'pupil' ? null : 'Op verzoek',
  }),
  column: 'ended_at',
})

const telling = (id: string): Probe =>
  withId(id, 'undone_at', (other) => ({
    result_id: idOf(other, 'home result'),
    pupil_id: idOf(other, 'child'),
    choice: 'told',
  }))

const proposal = (id: string): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    result_id: idOf(other, 'exam result'),
    pupil_id: idOf(other, 'child'),
    group_id: idOf(other, '4B'),
    tenths: 60,
    reason: 'Een vraag was dubbel geteld.',
    proposed_by: byOneself(other, actor),
  }),
  column: 'decision',
  sets: (n, actor) => ({ decided_by: byOneself(n, actor), decided_at: '2026-11-23', decision: 'no' }),
  smuggled: { change: (n) => ({ decided_by: idOf(n, 'office') }), by: ['head', 'deputy', 'exam-secretary'] },
})

/** What a teacher tests, what each pupil got, and who knows. */
export const resultsProbes: Readonly<Record<string, Probe>> = {
  test: assessment('test'),
  'waiting-test': assessment('waiting test'),
  'exam-test': assessment('exam test', 'exam'),
  'new-test': assessment('new test'),
  'waiting-result': result('waiting result'),
  'pupil-result': result('pupil result'),
  'wider-result': result('wider result'),
  'told-result': result('told result'),
  'home-result': result('home result'),
  'adult-result': result('adult result'),
  'replaced-result': result('replaced result'),
  'withdrawn-result': result('withdrawn result'),
  'left-result': result('left result'),
  'exam-result': result('exam result', 'exam test', 'exam'),
  'proposed-result': result('proposed result', 'new exam test', 'exam'),
  'pupil-release': release(
    { of: 'pupil result', reader: 'pupil' },
    { of: 'waiting result', reader: 'pupil', by: 'actor' },
  ),
  'told-release': release(
    { of: 'told result', reader: 'guardian' },
    { of: 'pupil result', reader: 'guardian', by: 'actor' },
  ),
  'home-release': release(
    { of: 'home result', reader: 'guardian' },
    { of: 'adult result', reader: 'guardian', pupil: 'adult', by: 'clock' },
  ),
  'adult-release': release(
    { of: 'adult result', reader: 'pupil', pupil: 'adult' },
    { of: 'waiting result', reader: 'guardian', by: 'clock' },
  ),
  'withdrawn-release': release(
    { of: 'withdrawn result', reader: 'guardian' },
    { of: 'retake result', reader: 'guardian', by: 'actor' },
  ),
  'told-telling': telling('told'),
  'withdrawn-telling': telling('withdrawn told'),
  'asked-talk': telling('asked'),
  pause: {
    ...withId('pause', 'on_until', (other) => ({ pupil_id: idOf(other, 'child'), on_until: '2026-12-04' })),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      pupil_id: idOf(other, 'child'),
      on_from: '2026-12-01',
      on_until: '2026-12-04',
      paused_by: byOneself(other, actor),
    }),
    old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? 'old pause' : 'pause') }),
  },
  'left-pause': {
    ...withId('left pause', 'on_until', (other) => ({ pupil_id: idOf(other, 'leaver'), on_until: '2026-12-04' })),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      pupil_id: idOf(other, 'leaver'),
      on_from: '2026-12-01',
      on_until: '2026-12-04',
      paused_by: byOneself(other, actor),
    }),
  },
  'exam-proposal': proposal('proposal'),
  'own-proposal': proposal('own proposal'),
}
