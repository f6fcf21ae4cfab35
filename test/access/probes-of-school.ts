import { idOf } from './cast-names.ts'
import { s, withId, type Probe } from './probe.ts'

const event = (id: string, audience: string): Probe =>
  withId(id, 'name', () => ({ kind: 'trip', starts_on: '2026-12-01', ends_on: '2026-12-01', audience }))

const eventGroup = (group: string): Probe => ({
  key: (n) => ({ school_id: s(n), event_id: idOf(n, `event ${group}`), group_id: idOf(n, group) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), event_id: idOf(other, 'event'), group_id: idOf(other, group) }),
  column: 'group_id',
})

/** The school itself, its years and holidays, and its calendar. */
export const schoolProbes: Readonly<Record<string, Probe>> = {
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
    fresh: (n) => ({ school_id: s(n), stage: 'VSO' }),
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
  'report-period': withId('period', 'name', () => ({
    stage: 'BO',
    name: 'Rapport',
    starts_on: '2027-09-01',
    ends_on: '2028-01-21',
    report_on: '2028-01-21',
  })),
  'report-rule': {
    key: (n) => ({ school_id: s(n), stage: 'BO' }),
    fresh: (n) => ({ school_id: s(n), stage: 'SO' }),
    column: 'guide_weeks',
  },
  'school-event': event('event', 'school'),
  'group-event': event('event 4B', 'groups'),
  'other-group-event': event('event 5A', 'groups'),
  'event-group': eventGroup('4B'),
  'other-event-group': eventGroup('5A'),
}
