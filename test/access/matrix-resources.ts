import { createHash } from 'node:crypto'
import type { Entrance } from './matrix-contexts.ts'
import {
  codeHash,
  homework,
  idOf,
  ledgerEntryOf,
  lesson,
  loginOf,
  passkeyOf,
  tokenHash,
  type SchoolNumber,
} from './matrix-cast.ts'
import { announcement } from './matrix-told.ts'
import { letterHash } from './letters-of-cast.ts'

export type Row = Readonly<Record<string, unknown>>

/** How each resource of docs/access.md is found, made and changed. Rows are named by school, and by who asks. */
export type Probe = {
  /** The columns that find the row. */
  key: (school: SchoolNumber, actor: Entrance) => Row
  /** A row like it that is not there yet; `other` is whose people and things it points at. */
  fresh: (school: SchoolNumber, actor: Entrance, other: SchoolNumber) => Row
  /** The column an update sets to itself. */
  column: string
  /** The row a delete is tried on, where the rule speaks of an expired one. */
  old?: (school: SchoolNumber, actor: Entrance) => Row
  /** What nobody may make of a row they may change; a row of another school, unless said otherwise. */
  smuggled?: { change: (school: SchoolNumber) => Row; by: readonly string[] }
}

const s = (n: SchoolNumber): string => idOf(n, 'school')

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

const withId = (id: string, column: string, fresh: (other: SchoolNumber) => Row): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), ...fresh(other) }),
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

const guardians = (n: SchoolNumber): string => idOf(n, 'account guardian')
// Who has no account tries the guardian's.
const own = (n: SchoolNumber, actor: Entrance): string =>
  n === actor.school ? (actor.account ?? guardians(n)) : guardians(n)
const bytes = (text: string): Buffer => createHash('sha256').update(text).digest()
const soon = '2099-01-01'

const account = (id: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ id: id(n, actor) }),
  fresh: (n) => ({ opened_by: s(n) }),
  column: 'language',
})

const session = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor), device: '' }),
  old: (n, actor) => ({ account_id: of(n, actor), device: 'old' }),
  fresh: (n, actor) => ({ account_id: of(n, actor), token_hash: bytes('fresh'), expires_at: soon }),
  column: 'ended_at',
})

const factor = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor) }),
  fresh: (n, actor) => ({ account_id: of(n, actor), kind: 'totp', secret: bytes('fresh') }),
  column: 'confirmed_at',
  smuggled: { change: (n) => ({ account_id: idOf(n, 'account head') }), by: ['guardian', 'teacher', 'office'] },
})

const recovery = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor) }),
  fresh: (n, actor) => ({ account_id: of(n, actor), code_hash: bytes('fresh') }),
  column: 'used_at',
})

const passkey = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor), id: passkeyOf(of(n, actor)) }),
  fresh: (n, actor) => ({
    account_id: of(n, actor),
    credential_id: bytes('fresh'),
    public_key: bytes('fresh'),
    name: 'Laptop',
  }),
  column: 'name',
})

/** The cookie by which this one is known; who has none tries the guardian's. */
const ownCookie = (n: SchoolNumber, { school, person: name, hat, account: id }: Entrance): Buffer => {
  if (name === null || n !== school) return tokenHash(n, 'guardian')
  const home = id === idOf(1, `account ${name}`) ? 1 : 2
  return tokenHash(home, name, name === 'two-hats' ? (hat ?? '') : '')
}

const challenge = (of: (n: SchoolNumber, actor: Entrance) => Buffer): Probe => ({
  key: (n, actor) => ({ holder_hash: of(n, actor), challenge_hash: bytes('asked') }),
  old: (n, actor) => ({
    holder_hash: of(n, actor),
    challenge_hash: bytes(actor.hat === 'task' ? 'long ago' : 'asked'),
  }),
  fresh: (n, actor) => ({
    holder_hash: of(n, actor),
    challenge_hash: bytes('fresh'),
    purpose: 'proof',
    expires_at: soon,
  }),
  column: 'expires_at',
})

const reset = (name: string): Probe => ({
  key: (n) => ({ account_id: idOf(n, `account ${name}`), id: idOf(n, `reset ${name}`) }),
  old: (n) => ({ account_id: idOf(n, `account ${name}`), id: idOf(n, `old reset ${name}`) }),
  fresh: (n) => ({ account_id: idOf(n, `account ${name}`), code_hash: codeHash(n, `fresh ${name}`), expires_at: soon }),
  column: 'used_at',
})

const tries = (name: string): Probe => ({
  key: (n) => ({ login_hash: bytes(loginOf(n, name)), id: idOf(n, `try ${name}`) }),
  old: (n) => ({ login_hash: bytes(loginOf(n, name)), id: idOf(n, `old try ${name}`) }),
  fresh: (n) => ({ login_hash: bytes(loginOf(n, name)) }),
  column: 'tried_at',
})

/** What became of a letter: `name` of this one, and of one that nobody answered for a new row. */
const ofLetter = (name: string, column: string, more: (other: SchoolNumber) => Row): Probe => ({
  key: (n) => ({ school_id: s(n), letter_id: idOf(n, `letter ${name}`) }),
  old: (n, actor) => ({ school_id: s(n), letter_id: idOf(n, `letter ${actor.hat === 'task' ? 'old' : name}`) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), letter_id: idOf(other, 'letter open'), ...more(other) }),
  column,
})

const entry = (doer: (n: SchoolNumber, actor: Entrance) => Row): Probe => ({
  key: (n) => ({ chain_id: s(n), id: ledgerEntryOf(n) }),
  fresh: (n, actor) => ({
    chain_id: s(n),
    id: 77,
    event: 'test.made',
    about: [idOf(n, 'child')],
    payload_hash: Buffer.alloc(32),
    ...doer(n, actor),
  }),
  column: 'event',
})

/** Rows of which the number of the transaction plays no part: one of today, and one that is over its time. */
const change = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ scope_id: of(n, actor), xid: '1' }),
  old: (n, actor) => ({ scope_id: of(n, actor), xid: actor.hat === 'task' ? '2' : '1' }),
  fresh: (n, actor) => ({ scope_id: of(n, actor) }),
  column: 'at',
})

const ownDeed = (n: SchoolNumber, { person: name, account: id, hat, school }: Entrance): Row => ({
  doer_person: name === null || hat === null || school !== n ? null : idOf(n, name),
  doer_account: id,
  doer_hat: hat,
})

const lessonOf = (whose: string): Probe =>
  withId(`lesson ${whose}`, 'title', (other) => ({
    feed_id: idOf(other, `feed ${whose}`),
    bound_to: idOf(other, whose),
    ...lesson,
  }))

const event = (id: string, audience: string): Probe =>
  withId(id, 'name', () => ({ kind: 'trip', starts_on: '2026-12-01', ends_on: '2026-12-01', audience }))

const eventGroup = (group: string): Probe => ({
  key: (n) => ({ school_id: s(n), event_id: idOf(n, `event ${group}`), group_id: idOf(n, group) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), event_id: idOf(other, 'event'), group_id: idOf(other, group) }),
  column: 'group_id',
})

const noteOutcome = (id: string, outcome: string): Probe => ({
  key: (n) => ({ school_id: s(n), note_id: idOf(n, id) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), note_id: idOf(other, 'bare note'), outcome }),
  column: 'at',
})

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

/** In the own name, as a teacher does; who is no person tries the teacher's. */
const byOneself = (n: SchoolNumber, actor: Entrance): string => idOf(n, actor.person ?? 'teacher')

const tick: Probe = {
  key: (n) => ({ school_id: s(n), homework_id: idOf(n, 'homework'), pupil_id: idOf(n, 'child') }),
  old: (n, actor) => ({
    school_id: s(n),
    homework_id: idOf(n, actor.hat === 'task' ? 'old homework' : 'homework'),
    pupil_id: idOf(n, 'child'),
  }),
  fresh: (n, _actor, other) => ({
    school_id: s(n),
    homework_id: idOf(other, 'other homework'),
    group_id: idOf(other, '4B'),
    pupil_id: idOf(other, 'child'),
  }),
  column: 'done_at',
}
/** Who writes under a row: the actor, at the command line nobody. Of another school it is always somebody. */
const author = (n: SchoolNumber, actor: Entrance, other: SchoolNumber): string | null =>
  actor.hat === 'operator' && n === other ? null : idOf(other, actor.person ?? 'teacher')

/** What is cleared after its time is tried by the house on a row that is over it. */
const aged =
  (of: string, old: string): NonNullable<Probe['old']> =>
  (n, actor) => ({
    school_id: s(n),
    id: idOf(n, actor.hat === 'task' ? old : of),
  })

const announced = (id: string): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  old: aged(id, 'old announcement'),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    id: idOf(n, 'fresh announcement'),
    ...announcement,
    written_by: author(n, actor, other),
  }),
  column: 'title',
})

const audience = (id: string, group: string | null): Probe =>
  withId(id, 'for_whom', (other) => ({
    announcement_id: idOf(other, 'draft announcement'),
    group_id: group === null ? null : idOf(other, group),
    for_whom: 'guardian',
  }))

const keptFile = (id: string): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  old: aged(id, 'loose file'),
  fresh: (n) => ({ school_id: s(n), id: idOf(n, 'fresh file'), kind: 'pdf', name: 'x.pdf', whole: Buffer.from('x') }),
  column: 'name',
})

const showing = (id: string, pupil: string, placed: boolean): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  old: aged(id, `old ${placed ? 'placed ' : ''}showing`),
  fresh: (n, _actor, other) => ({
    school_id: s(n),
    id: idOf(n, 'fresh showing'),
    pupil_id: idOf(other, pupil),
    file_id: idOf(other, 'loose file'),
    line: 'x',
    placed_by: placed ? idOf(other, 'teacher') : null,
  }),
  column: 'line',
})

export const probes: Readonly<Record<string, Probe>> = {
  migration: {
    key: () => ({ name: '0001_platform_context.sql' }),
    fresh: () => ({ name: 'x', checksum: 'x' }),
    column: 'checksum',
  },
  holiday: {
    key: () => ({ region: 'noord', starts_on: '2026-12-19' }),
    fresh: () => ({
      region: 'noord',
      kind: 'kerst',
      starts_on: '2040-01-01',
      ends_on: '2040-01-02',
      source: 'x',
      checked_on: '2040-01-01',
      standing: 'fixed',
    }),
    column: 'source',
  },
  school: {
    key: (n) => ({ id: s(n) }),
    fresh: () => ({ key: 'nieuw', name: 'Nieuw', region: 'noord' }),
    column: 'name',
  },
  'school-stage': {
    key: (n) => ({ school_id: s(n), stage: 'BO' }),
    fresh: (n) => ({ school_id: s(n), stage: 'SO' }),
    column: 'stage',
  },
  'school-year': withId('year', 'label', () => ({
    label: '2030-2031',
    starts_on: '2030-08-01',
    ends_on: '2031-07-31',
  })),
  'day-off': withId('day-off', 'name', () => ({ starts_on: '2027-01-11', ends_on: '2027-01-11', name: 'Vrij' })),
  'own-holiday': {
    key: (n) => ({ school_id: s(n), first_year: 2026, kind: 'mei' }),
    fresh: (n) => ({
      school_id: s(n),
      first_year: 2026,
      kind: 'kerst',
      starts_on: '2026-12-18',
      ends_on: '2027-01-03',
    }),
    column: 'ends_on',
  },
  'school-event': event('event', 'school'),
  'group-event': event('event 4B', 'groups'),
  'other-group-event': event('event 5A', 'groups'),
  'event-group': eventGroup('4B'),
  'other-event-group': eventGroup('5A'),
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
  substitution: withId('substitution', 'ended_at', (other) => ({
    group_id: idOf(other, '5A'),
    person_id: idOf(other, 'teacher'),
    on_from: '2026-11-23',
    on_until: '2026-11-24',
  })),
  'child-note': {
    ...withId('note', 'sent_at', (other) => ({
      pupil_id: idOf(other, 'child'),
      guardian_id: idOf(other, 'guardian'),
    })),
    old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? 'old note' : 'note') }),
  },
  'child-note-text': {
    key: (n) => ({ school_id: s(n), note_id: idOf(n, 'note') }),
    old: (n, actor) => ({ school_id: s(n), note_id: idOf(n, actor.hat === 'task' ? 'old note' : 'note') }),
    fresh: (n, _actor, other) => ({
      school_id: s(n),
      note_id: idOf(other, 'bare note'),
      sender: 'Nieuwkomer',
      words: 'Oma haalt je op',
    }),
    column: 'words',
  },
  'child-note-given': noteOutcome('given note', 'given'),
  'child-note-taken-back': noteOutcome('taken note', 'taken-back'),
  'note-hours': {
    key: (n) => ({ school_id: s(n) }),
    fresh: (n) => ({ school_id: s(n), until_time: '13:00' }),
    column: 'until_time',
  },
  'group-feed': withId('feed 4B', 'created_at', (other) => ({ group_id: idOf(other, '5A') })),
  'group-reading': withId('reading 4B', 'lessons', (other) => ({
    feed_id: idOf(other, 'feed 4B'),
    first_day: '2026-11-23',
    last_day: '2026-11-23',
    lessons: 1,
    added: 1,
    changed: 0,
    cancelled: 0,
    vanished: 0,
    repairs: '[]',
    refusals: '[]',
  })),
  'group-lesson': lessonOf('4B'),
  'child-lesson': lessonOf('child'),
  'teacher-lesson': lessonOf('teacher'),
  homework: {
    key: (n) => ({ school_id: s(n), id: idOf(n, 'homework') }),
    old: (n) => ({ school_id: s(n), id: idOf(n, 'old homework') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      group_id: idOf(other, '4B'),
      set_by: byOneself(other, actor),
      ...homework,
    }),
    column: 'title',
  },
  'homework-change': {
    key: (n) => ({ school_id: s(n), id: idOf(n, 'homework change') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      homework_id: idOf(other, 'homework'),
      group_id: idOf(other, '4B'),
      changed_by: byOneself(other, actor),
      title: 'Bladzijde 1',
      due_on: '2026-11-24',
    }),
    column: 'title',
  },
  'homework-withdrawal': {
    key: (n) => ({ school_id: s(n), homework_id: idOf(n, 'withdrawn homework') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      homework_id: idOf(other, 'homework'),
      group_id: idOf(other, '4B'),
      withdrawn_by: byOneself(other, actor),
    }),
    column: 'withdrawn_at',
  },
  'child-tick': tick,
  'guardian-question-off': withId('question off', 'ended_at', (other) => ({ person_id: idOf(other, 'guardian') })),
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
  'group-announcement': announced('group announcement'),
  'school-announcement': announced('school announcement'),
  'draft-announcement': announced('draft announcement'),
  'group-audience': audience('group audience', '4B'),
  'school-audience': audience('school audience', null),
  'group-step': {
    key: (n) => ({ school_id: s(n), id: idOf(n, 'group step') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      announcement_id: idOf(other, 'draft announcement'),
      step: 'published',
      taken_by: author(n, actor, other),
    }),
    column: 'step',
  },
  'group-attachment': {
    key: (n) => ({ school_id: s(n), file_id: idOf(n, 'announcement file') }),
    fresh: (n, _actor, other) => ({
      school_id: s(n),
      file_id: idOf(other, 'loose file'),
      announcement_id: idOf(other, 'draft announcement'),
      position: 1,
    }),
    column: 'position',
  },
  'announcement-file': keptFile('announcement file'),
  'child-showing': showing('child showing', 'child', false),
  'placed-showing': showing('placed showing', 'classmate', true),
  'showing-file': keptFile('child showing file'),
  'open-letter': {
    ...withId('letter open', 'via', (other) => ({
      pupil_id: idOf(other, 'child'),
      person_id: idOf(other, 'lettered'),
      account_id: idOf(other, 'account lettered'),
      code_hash: bytes('fresh letter'),
      expires_at: soon,
    })),
    old: (n, actor) => ({ school_id: s(n), id: idOf(n, `letter ${actor.hat === 'task' ? 'old' : 'open'}`) }),
  },
  'used-letter': ofLetter('used', 'used_at', (other) => ({
    account_id: idOf(other, 'account lettered'),
    pupil_id: idOf(other, 'child'),
    person_id: idOf(other, 'lettered'),
  })),
  'ended-letter': ofLetter('ended', 'ended_at', () => ({})),
  'letter-tries': {
    key: (n) => ({ code_hash: letterHash(n, 'open'), id: idOf(n, 'letter try') }),
    fresh: (n) => ({ code_hash: letterHash(n, 'open') }),
    column: 'tried_at',
  },
  'other-letter-tries': {
    key: (n) => ({ code_hash: letterHash(n, 'none'), id: idOf(n, 'other letter try') }),
    old: (n) => ({ code_hash: letterHash(n, 'none'), id: idOf(n, 'old letter try') }),
    fresh: (n) => ({ code_hash: letterHash(n, 'none') }),
    column: 'tried_at',
  },
  'week-word': {
    ...withId('word', 'word', () => ({ word: 'gele appel' })),
    old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? 'old word' : 'word') }),
  },
  'letter-order': withId('letter order', 'asked_at', (other) => ({
    pupil_id: idOf(other, 'classmate'),
    person_id: idOf(other, 'lettered'),
  })),
  'own-account': {
    ...account(own),
    fresh: (n, actor) => ({ id: own(n, actor), login: 'x@y.example', password_hash: 'x' }),
    smuggled: { change: () => ({ login: 'x@y.example' }), by: ['letter-guardian'] },
  },
  'guardian-account': { ...account(guardians), fresh: () => ({ login: 'x@y.example', password_hash: 'x' }) },
  'opened-account': account((n) => idOf(n, 'account invited')),
  'guardian-account-person': {
    key: (n) => ({ school_id: s(n), person_id: idOf(n, 'guardian'), account_id: guardians(n) }),
    fresh: (n, _actor, other) => ({
      school_id: s(n),
      person_id: idOf(other, 'spare'),
      account_id: idOf(other, 'account invited'),
    }),
    column: 'account_id',
  },
  'lettered-account-person': {
    key: (n) => ({ school_id: s(n), person_id: idOf(n, 'lettered'), account_id: idOf(n, 'account lettered') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      person_id: idOf(other, 'lettered'),
      account_id: own(n, actor),
    }),
    column: 'account_id',
  },
  'own-session': session(own),
  'guardian-session': session(guardians),
  'elsewhere-session': {
    key: (n) => ({ account_id: idOf(n, 'account letter-guardian'), device: 'elsewhere' }),
    old: (n) => ({ account_id: idOf(n, 'account letter-guardian'), device: 'old' }),
    fresh: (n) => ({ account_id: idOf(n, 'account letter-guardian'), token_hash: bytes('fresh'), expires_at: soon }),
    column: 'ended_at',
  },
  'own-factor': factor(own),
  'guardian-factor': factor(guardians),
  'own-recovery': recovery(own),
  'guardian-recovery': recovery(guardians),
  'own-passkey': passkey(own),
  'guardian-passkey': passkey(guardians),
  'own-challenge': challenge(ownCookie),
  'guardian-challenge': challenge((n) => tokenHash(n, 'guardian')),
  'guardian-reset': reset('guardian'),
  'opened-reset': reset('invited'),
  'login-tries': tries('guardian'),
  'other-tries': tries('other-guardian'),
  'school-change': change((n) => s(n)),
  'own-change': {
    ...change(own),
    fresh: (n, actor) => ({ scope_id: n === actor.school ? own(n, actor) : idOf(n, 'account of nobody') }),
  },
  'guardian-change': change(guardians),
  entry: entry(ownDeed),
  'forged-entry': entry((n) => ({
    doer_person: idOf(n, 'left-staff'),
    doer_account: idOf(n, 'account left-staff'),
    doer_hat: 'staff',
  })),
  payload: {
    key: (n) => ({ chain_id: s(n), entry_id: ledgerEntryOf(n) }),
    fresh: (n) => ({ chain_id: s(n), entry_id: 78, salt: Buffer.alloc(16), payload: '{}' }),
    column: 'payload',
  },
  seal: {
    key: (n) => ({ chain_id: s(n), seq: 1 }),
    fresh: (n) => ({ chain_id: s(n), seq: 2, entry_id: 79, hash: Buffer.alloc(32) }),
    column: 'hash',
  },
  waiting: {
    key: (n) => ({ chain_id: s(n), entry_id: ledgerEntryOf(n) }),
    fresh: (n) => ({ chain_id: s(n), entry_id: 80 }),
    column: 'entry_id',
  },
}
