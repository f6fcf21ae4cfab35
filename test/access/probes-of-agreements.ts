import { idOf, type SchoolNumber } from './cast-names.ts'
import { agreement } from './lay-agreements.ts'
import { author, byOneself, s, withId, type Probe, type Row } from './probe.ts'

const nowhere = (): Row => ({ level: 'school' })
const class4b = (other: SchoolNumber): Row => ({ level: 'class', group_id: idOf(other, '4B'), class_name: '4B' })
const child = (other: SchoolNumber): Row => ({ level: 'pupil', pupil_id: idOf(other, 'child') })

/** An agreement; what is over its time is tried by the house on an older one. */
const text = (id: string, scope: (other: SchoolNumber) => Row, old = id): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? old : id) }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    ...agreement,
    ...scope(other),
    written_by: author(n, actor, other),
  }),
  column: 'school_line',
})

/** What became of an agreement, found by that agreement and what else is its key; a new row is signed in a column of its own. */
const became = (of: string, column: string, signs: string, fresh: (other: SchoolNumber) => Row): Probe => ({
  key: (n) => ({ school_id: s(n), agreement_id: idOf(n, of) }),
  fresh: (n, actor, other) => ({ school_id: s(n), ...fresh(other), [signs]: author(n, actor, other) }),
  column,
})

/** What somebody said of an agreement, and what the house clears of it. */
const said = (
  [of, person]: readonly [string, string],
  old: readonly [string, string],
  column: string,
  fresh: (other: SchoolNumber, by: string) => Row,
): Probe => {
  const row = (n: SchoolNumber, agreed: string, who: string): Row => ({
    school_id: s(n),
    agreement_id: idOf(n, agreed),
    person_id: idOf(n, who),
  })
  return {
    key: (n) => row(n, of, person),
    old: (n, actor) => (actor.hat === 'task' ? row(n, ...old) : row(n, of, person)),
    fresh: (n, actor, other) => ({ school_id: s(n), ...fresh(other, byOneself(other, actor)) }),
    column,
  }
}

/** Read it, and says so: the actor. */
const seen = (of: string): Probe =>
  said([of, 'guardian'], ['old child agreement', 'guardian'], 'seen_at', (other, by) => ({
    agreement_id: idOf(other, of),
    person_id: by,
  }))

const laying = (of: string, fresh: string): Probe => ({
  ...became(of, 'laid_on', 'laid_by', (other) => ({
    agreement_id: idOf(other, fresh),
    body: 'council',
    asks: 'consent',
  })),
  key: (n) => ({ school_id: s(n), agreement_id: idOf(n, of), body: 'parents' }),
})

/** An answer to what the parents are asked: by who has a seat, or by the school. */
const answer = (id: string, byCouncil: boolean): Probe => ({
  key: (n) => ({ school_id: s(n), laying_id: idOf(n, id) }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    laying_id: idOf(other, 'laying'),
    outcome: 'yes',
    decided_on: '2026-08-01',
    minutes: 'Punt 5',
    by_council: byCouncil,
    answered_by: author(n, actor, other),
  }),
  column: 'outcome',
})

const sections: Readonly<Record<string, string>> = { staff: 'staff', pupil: 'pupils' }

/** A question to the own section about what lies before the council. */
const poll = (id: string): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, id) }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    agreement_id: idOf(other, 'laid agreement'),
    body: sections[actor.hat ?? ''] ?? 'parents',
    question: 'Is dit goed?',
    closes_on: '2099-07-31',
    asked_by: byOneself(other, actor),
  }),
  column: 'closes_on',
})

const count = (id: string): Probe => ({
  key: (n) => ({ school_id: s(n), poll_id: idOf(n, id), answer: 'yes' }),
  fresh: (n, _actor, other) => ({ school_id: s(n), poll_id: idOf(other, id), answer: 'yes' }),
  column: 'number',
})

const kept = (id: string, of: (other: SchoolNumber) => Row, old = id): Probe => ({
  ...withId(id, 'kept', (other) => ({
    agreement_id: idOf(other, 'school agreement'),
    month: '2098-12-01',
    kept: 1,
    total: 2,
    ...of(other),
  })),
  old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? old : id) }),
})

/** What is agreed, how it came to be, and how it is kept. */
export const agreementsProbes: Readonly<Record<string, Probe>> = {
  'school-agreement': text('school agreement', nowhere),
  'school-draft': text('school draft', nowhere),
  'class-draft': {
    ...text('class draft', class4b),
    smuggled: { change: (n) => ({ group_id: idOf(n, '5A') }), by: ['teacher', 'substitute'] },
  },
  'class-offered': text('class offer', class4b),
  'child-agreement': text('child agreement', child, 'old child agreement'),
  'small-agreement': text('small agreement', class4b),
  'child-offered': text('child offer', child, 'old child draft'),
  'laid-agreement': text('laid agreement', nowhere),
  'polled-agreement': text('polled agreement', nowhere),
  'class-offer': became('class offer', 'offered_at', 'offered_by', (other) => ({
    agreement_id: idOf(other, 'class draft'),
    group_id: idOf(other, '4B'),
  })),
  'child-offer': became('child offer', 'offered_at', 'offered_by', (other) => ({
    agreement_id: idOf(other, 'old child draft'),
    pupil_id: idOf(other, 'child'),
  })),
  'guardian-yes': said(['class offer', 'guardian'], ['class offer', 'classmate'], 'how', (other, by) => ({
    agreement_id: idOf(other, 'class offer'),
    person_id: by,
    how: 'tap',
    said_by: by,
  })),
  'told-yes': said(['class offer', 'child'], ['class offer', 'classmate'], 'how', (other, by) => ({
    agreement_id: idOf(other, 'class offer'),
    person_id: idOf(other, 'letter-guardian'),
    how: 'mentor',
    said_by: by,
  })),
  laying: laying('laid agreement', 'school draft'),
  'begun-laying': laying('school agreement', 'class draft'),
  'council-answer': answer('answered laying', true),
  'begun-answer': answer('begun laying', false),
  'child-withdrawal': became('withdrawn child offer', 'reason', 'withdrawn_by', (other) => ({
    agreement_id: idOf(other, 'child offer'),
    reason: 'Dit werkt niet.',
  })),
  'laid-withdrawal': became('withdrawn agreement', 'reason', 'withdrawn_by', (other) => ({
    agreement_id: idOf(other, 'laid agreement'),
    reason: 'De tekst klopt niet.',
  })),
  'school-start': became('school agreement', 'starts_on', 'started_by', (other) => ({
    agreement_id: idOf(other, 'school draft'),
    starts_on: '2026-08-01',
  })),
  'child-start': became('child agreement', 'starts_on', 'started_by', (other) => ({
    agreement_id: idOf(other, 'child offer'),
    pupil_id: idOf(other, 'child'),
    starts_on: '2099-07-01',
  })),
  'small-start': became('small agreement', 'starts_on', 'started_by', (other) => ({
    agreement_id: idOf(other, 'class draft'),
    starts_on: '2026-08-01',
  })),
  'school-end': became('school agreement', 'ends_on', 'ended_by', (other) => ({
    agreement_id: idOf(other, 'school agreement'),
    ends_on: '2027-07-31',
  })),
  'child-end': became('child agreement', 'ends_on', 'ended_by', (other) => ({
    agreement_id: idOf(other, 'child agreement'),
    ends_on: '2027-07-31',
  })),
  'guardian-seen': seen('school agreement'),
  'child-seen': seen('child agreement'),
  'paper-seen': said(['child agreement', 'co-guardian'], ['old child agreement', 'guardian'], 'how', (other, by) => ({
    agreement_id: idOf(other, 'child agreement'),
    person_id: idOf(other, 'child'),
    how: 'paper',
    said_by: by,
  })),
  'open-theme': {
    key: (n) => ({ school_id: s(n), theme: 'ai' }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      theme: 'phones',
      meanwhile: 'Elke leraar zegt het.',
      body: 'council',
      written_by: author(n, actor, other),
    }),
    column: 'meanwhile',
  },
  'open-poll': poll('open poll'),
  'closed-poll': poll('closed poll'),
  'open-count': count('open poll'),
  'closed-count': count('closed poll'),
  'few-count': count('few poll'),
  'guardian-voter': {
    key: (n) => ({ school_id: s(n), poll_id: idOf(n, 'closed poll'), person_id: idOf(n, 'guardian') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      poll_id: idOf(other, 'open poll'),
      person_id: byOneself(other, actor),
    }),
    column: 'person_id',
  },
  'teacher-kept': kept(
    'kept by teacher',
    (other) => ({ person_id: idOf(other, 'teacher'), people: 1 }),
    'kept by teacher long ago',
  ),
  'school-kept': kept('kept', () => ({ people: 3 }), 'kept long ago'),
  'few-kept': kept('kept by few', () => ({ people: 2 })),
}
