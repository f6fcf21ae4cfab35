import { idOf } from './cast-names.ts'
import { announcement } from './matrix-told.ts'
import { author, byOneself, s, withId, type Probe } from './probe.ts'

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
  fresh: (n, actor, other) => ({
    school_id: s(n),
    id: idOf(n, 'fresh showing'),
    pupil_id: idOf(other, pupil),
    file_id: idOf(other, 'loose file'),
    line: 'x',
    placed_by: placed ? byOneself(other, actor) : null,
  }),
  column: 'line',
})

/** What is told and shown, and the files that hang under it. */
export const toldProbes: Readonly<Record<string, Probe>> = {
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
}
