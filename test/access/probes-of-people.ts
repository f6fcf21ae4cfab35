import { idOf } from './cast-names.ts'
import type { Entrance } from './matrix-contexts.ts'
import { s, withId, type Probe, type Row } from './probe.ts'

const person = (name: string): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, name) }),
  fresh: (n) => ({ school_id: s(n), first_name: 'Nieuw' }),
  column: 'first_name',
})

const ofPerson = (name: string, column: string, more: Row = {}): Probe => ({
  key: (n) => ({ school_id: s(n), person_id: idOf(n, name) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), person_id: idOf(other, 'spare'), ...more }),
  column,
})

const guardianship = (id: string): Probe =>
  withId(id, 'relation', (other) => ({
    pupil_id: idOf(other, 'child'),
    guardian_id: idOf(other, 'spare'),
    relation: 'other',
  }))

const limit = (of: string): Probe =>
  withId(`limit ${of}`, 'ended_on', (other) => ({
    guardianship_id: idOf(other, 'guards guardian'),
    guardian_id: idOf(other, 'guardian'),
    pupil_id: idOf(other, 'child'),
    state: 'on_request',
  }))

const role = (id: string, given: string): Probe => ({
  ...withId(id, 'ended_on', (other) => ({
    person_id: idOf(other, given === 'teacher' ? 'head' : 'teacher'),
    role: given,
  })),
  smuggled: { change: () => ({ role: given === 'teacher' ? 'administrator' : 'teacher' }), by: ['office'] },
})

const member = (pupil: string): Probe =>
  withId(`member ${pupil}`, 'ended_on', (other) => ({ group_id: idOf(other, '5A'), pupil_id: idOf(other, pupil) }))

const preview = (reader: (actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ school_id: s(n), id: idOf(n, `preview ${reader(actor)}`) }),
  old: (n, actor) => ({
    school_id: s(n),
    id: idOf(n, `${actor.hat === 'task' ? 'old ' : ''}preview ${reader(actor)}`),
  }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    format: 'pupils',
    file_name: 'x.csv',
    person_id: idOf(other, reader(actor)),
    content: Buffer.from('x'),
    fingerprint: 'x',
  }),
  column: 'content',
})

/** People, what binds them, and what they were read in from. */
export const peopleProbes: Readonly<Record<string, Probe>> = {
  'child-person': person('child'),
  'classmate-person': person('classmate'),
  'guardian-person': person('guardian'),
  'teacher-person': person('teacher'),
  'adult-person': person('adult'),
  'opened-guardian-person': person('opened-guardian'),
  'child-contact': ofPerson('child', 'phone'),
  'guardian-contact': ofPerson('guardian', 'phone'),
  'teacher-contact': ofPerson('teacher', 'phone'),
  'child-pupil': ofPerson('child', 'year_group'),
  'classmate-pupil': ofPerson('classmate', 'year_group'),
  'adult-pupil': ofPerson('adult', 'year_group'),
  'left-pupil': ofPerson('leaver', 'year_group'),
  'teacher-staff': ofPerson('teacher', 'ended_on'),
  'teacher-role': role('role teacher', 'teacher'),
  'office-role': role('role office', 'office'),
  'class-parent-role': withId('class parent', 'ended_on', (other) => ({
    person_id: idOf(other, 'spare'),
    role: 'class_parent',
    group_id: idOf(other, '5A'),
  })),
  'board-role': withId('board', 'ended_on', (other) => ({ person_id: idOf(other, 'guardian'), role: 'board_member' })),
  group: withId('4B', 'name', (other) => ({ school_year_id: idOf(other, 'year'), name: '6C', kind: 'class' })),
  'child-member': member('child'),
  'classmate-member': member('classmate'),
  'adult-member': member('adult'),
  'group-teacher': withId('teaches teacher 4B', 'ended_on', (other) => ({
    group_id: idOf(other, '5A'),
    person_id: idOf(other, 'teacher'),
  })),
  substitution: withId('substitution', 'ended_at', (other) => ({
    group_id: idOf(other, '5A'),
    person_id: idOf(other, 'teacher'),
    on_from: '2026-11-23',
    on_until: '2026-11-24',
  })),
  guardianship: guardianship('guards guardian'),
  'co-guardianship': guardianship('guards co-guardian'),
  'classmate-guardianship': guardianship('guards other-guardian'),
  'asked-guardianship': guardianship('guards asked-guardian'),
  'blocked-guardianship': guardianship('guards blocked-guardian'),
  'shut-guardianship': guardianship('guards adult-guardian'),
  'opened-guardianship': guardianship('guards opened-guardian'),
  'asked-limit': limit('asked-guardian'),
  'blocked-limit': limit('blocked-guardian'),
  document: withId('document', 'reference', () => ({ kind: 'other', dated_on: '2026-01-01' })),
  home: {
    key: (n) => ({ school_id: s(n), guardianship_id: idOf(n, 'guards guardian') }),
    fresh: (n, _actor, other) => ({
      school_id: s(n),
      guardianship_id: idOf(other, 'guards co-guardian'),
      lives: 'partly',
    }),
    column: 'lives',
  },
  opening: withId('opening', 'closed_at', (other) => ({
    guardianship_id: idOf(other, 'guards adult-guardian'),
    guardian_id: idOf(other, 'adult-guardian'),
    pupil_id: idOf(other, 'adult'),
  })),
  'own-preview': preview((actor) => (actor.person === 'administrator' ? 'administrator' : 'office')),
  'office-preview': preview(() => 'office'),
  import: withId('import', 'counts', (other) => ({
    id: idOf(other, 'fresh import'),
    format: 'pupils',
    file_name: 'x.csv',
    person_id: idOf(other, 'office'),
    role: 'office',
    counts: '{}',
  })),
  'import-undo': {
    key: (n) => ({ school_id: s(n), import_id: idOf(n, 'import'), part: 1 }),
    old: (n, actor) => ({ school_id: s(n), import_id: idOf(n, 'import'), part: actor.hat === 'task' ? 2 : 1 }),
    fresh: (n, _actor, other) => ({ school_id: s(n), import_id: idOf(other, 'import'), part: 3, content: '{}' }),
    column: 'content',
  },
  'import-reversal': {
    key: (n) => ({ school_id: s(n), import_id: idOf(n, 'import') }),
    fresh: (n, _actor, other) => ({
      school_id: s(n),
      import_id: idOf(other, 'second import'),
      role: 'office',
      kept: [],
    }),
    column: 'kept',
  },
}
