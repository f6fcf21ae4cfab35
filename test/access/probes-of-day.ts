import { homework, lesson } from './lay-day.ts'
import { idOf } from './cast-names.ts'
import { byOneself, s, withId, type Probe } from './probe.ts'

const lessonOf = (whose: string): Probe =>
  withId(`lesson ${whose}`, 'title', (other) => ({
    feed_id: idOf(other, `feed ${whose}`),
    bound_to: idOf(other, whose),
    ...lesson,
  }))

const noteOutcome = (id: string, outcome: string): Probe => ({
  key: (n) => ({ school_id: s(n), note_id: idOf(n, id) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), note_id: idOf(other, 'bare note'), outcome }),
  column: 'at',
})

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

/** What a leader of a team reads of homework; a new row is of other homework of that class. */
const openItem = (of: string, group: string, old = of): Probe => ({
  key: (n) => ({ school_id: s(n), homework_id: idOf(n, of) }),
  old: (n, actor) => ({ school_id: s(n), homework_id: idOf(n, actor.hat === 'task' ? old : of) }),
  fresh: (n, _actor, other) => ({
    school_id: s(n),
    homework_id: idOf(other, `${of} anew`),
    group_id: idOf(other, group),
    group_name: group,
    years: '{}',
    due_on: '2099-07-31',
  }),
  column: 'group_name',
})

/** A day: notes, lessons, homework. */
export const dayProbes: Readonly<Record<string, Probe>> = {
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
  'open-item': openItem('open homework', '4B', 'open homework past'),
  'other-open-item': openItem('other open homework', '6C'),
  'child-tick': tick,
  'guardian-question-off': withId('question off', 'ended_at', (other) => ({ person_id: idOf(other, 'guardian') })),
}
