import { idOf, type SchoolNumber } from './cast-names.ts'
import { byOneself, s, type Probe } from './probe.ts'

/** Of the guardian, or of who was one: what the night clears. */
const choiceOf = (n: SchoolNumber, guardian: string) => ({
  school_id: s(n),
  guardian_id: idOf(n, guardian),
  pupil_id: idOf(n, 'child'),
  category: 'homework',
})

const said = (side: 'pupil' | 'mentor'): Probe => ({
  key: (n) => ({ school_id: s(n), request_id: idOf(n, 'sight request'), side, says: 'yes' }),
  fresh: (n, actor, other) => ({
    school_id: s(n),
    request_id: idOf(other, 'bare request'),
    pupil_id: idOf(other, 'child'),
    side,
    says: 'yes',
    person_id: byOneself(other, actor),
  }),
  column: 'answered_at',
})

const ofRequest = (column: string, fresh: string, asker: string, more: Record<string, string> = {}): Probe => ({
  key: (n) => ({ school_id: s(n), request_id: idOf(n, 'sight request') }),
  fresh: (n, _actor, other) => ({
    school_id: s(n),
    request_id: idOf(other, fresh),
    guardian_id: idOf(other, asker),
    pupil_id: idOf(other, 'child'),
    ...more,
  }),
  column,
})

/** Asked by the guardian. @param sender whose name stands under a new one */
const request = (sender: string): Probe => ({
  key: (n) => ({ school_id: s(n), id: idOf(n, 'sight request') }),
  old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? 'bare request' : 'sight request') }),
  fresh: (n, _actor, other) => ({
    school_id: s(n),
    id: idOf(other, 'another request'),
    pupil_id: idOf(other, 'child'),
    guardian_id: idOf(other, 'guardian'),
    guardianship_id: idOf(other, 'guards guardian'),
    sender,
    relation: 'mother',
    weeks: 2,
  }),
  column: 'weeks',
})

/** What a guardian wants to see, and asks to see for a while. */
export const sightProbes: Readonly<Record<string, Probe>> = {
  'guardian-choice': {
    key: (n) => choiceOf(n, 'guardian'),
    old: (n, actor) => choiceOf(n, actor.hat === 'task' ? 'former-guardian' : 'guardian'),
    fresh: (n, _actor, other) => ({
      ...choiceOf(other, 'guardian'),
      school_id: s(n),
      guardianship_id: idOf(other, 'guards guardian'),
      category: 'grades',
      choice: 'ask',
    }),
    column: 'chosen_at',
  },
  'sight-request': request('guardian'),
  'forged-sight-request': {
    ...request('co-guardian'),
    old: (n) => ({ school_id: s(n), id: idOf(n, 'sight request') }),
  },
  'pupil-said': said('pupil'),
  'mentor-said': said('mentor'),
  'sight-granted': ofRequest('granted_at', 'agreed request', 'former-guardian'),
  'sight-withdrawn': ofRequest('ended_at', 'sight request', 'guardian', { why: 'withdrawn' }),
  'sight-refused': ofRequest('ended_at', 'declined request', 'former-guardian', { why: 'refused' }),
}
