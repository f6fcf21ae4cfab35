import { expect, test } from 'vitest'
import { isToldAnew, seenOfEvent, seenOfHomework, type EventDone, type HomeworkDone } from './seen-of.ts'

const event = { what: 'told', person: 'hein', endsOn: '2026-10-20', startsOn: '2026-10-20' } as const
const forAll = { ...event, whom: 'school', stage: null, groups: [], stages: ['BO'] } as const
const told = (day: string, more: Partial<typeof forAll> | object = {}): EventDone => ({ ...forAll, day, ...more })
const on = (day: string): object => ({ startsOn: day, endsOn: day })
const removed = (day: string): EventDone => ({ what: 'removed', person: 'hein', day })

/** The day it was told, how many days ahead, and the day it is on. */
const ofEvent = (...done: EventDone[]): unknown => {
  const found = seenOfEvent('s', done)
  return found && [found.seen.day, found.seen.amount, found.on]
}

test('An event counts by the last time its day was told, against that day.', () => {
  expect(ofEvent(told('2026-09-01'))).toEqual(['2026-09-01', 49, '2026-10-20'])
  // Moved on, moved forward, moved away and back.
  expect(ofEvent(told('2026-09-01'), told('2026-10-10', on('2026-10-27')))).toEqual(['2026-10-10', 17, '2026-10-27'])
  expect(ofEvent(told('2026-09-01'), told('2026-10-10', on('2026-10-13')))).toEqual(['2026-10-10', 3, '2026-10-13'])
  const away = told('2026-10-10', on('2026-10-27'))
  expect(ofEvent(told('2026-09-01'), away, told('2026-10-12'))).toEqual(['2026-10-12', 8, '2026-10-20'])
  // It takes a day longer.
  expect(ofEvent(told('2026-09-01'), told('2026-10-15', { endsOn: '2026-10-21' }))).toEqual([
    '2026-10-15',
    5,
    '2026-10-20',
  ])
  // Another name or hour, on the same day for the same people, is nothing new.
  expect(ofEvent(told('2026-09-01'), told('2026-10-19'))).toEqual(['2026-09-01', 49, '2026-10-20'])
})

test('Who moves it answers for the move; what nobody of the staff did counts for nobody.', () => {
  const moved = { ...on('2026-10-22'), person: 'olga' }
  expect(seenOfEvent('s', [told('2026-09-01'), told('2026-10-10', moved)])?.seen.person).toBe('olga')
  expect(seenOfEvent('s', [told('2026-09-01'), told('2026-10-10', { person: 'olga' })])?.seen.person).toBe('hein')
  expect(ofEvent(told('2026-09-01', { person: null }))).toBe(null)
})

test('What was taken out by its day was never held; what was put in after its day was told to nobody.', () => {
  expect(ofEvent(told('2026-09-01'), removed('2026-10-19'))).toBe(null)
  expect(ofEvent(told('2026-09-01'), removed('2026-10-20'))).toBe(null)
  expect(ofEvent(told('2026-09-01'), removed('2026-10-21'))).toEqual(['2026-09-01', 49, '2026-10-20'])
  expect(ofEvent(told('2026-10-21'))).toBe(null)
  expect(ofEvent(told('2026-10-20'))).toEqual(['2026-10-20', 0, '2026-10-20'])
  // Its day is put right when it is over.
  expect(ofEvent(told('2026-09-01'), told('2026-10-25', on('2026-10-21')))).toEqual(['2026-09-01', 49, '2026-10-20'])
  expect(ofEvent(removed('2026-10-21'))).toBe(null)
  expect(ofEvent()).toBe(null)
})

test('It is told anew to who did not know of it, and not to who did.', () => {
  const all = forAll
  const stage = { ...forAll, whom: 'stage', stage: 'BO' }
  const two = { ...forAll, whom: 'groups', groups: ['a', 'b'] }
  const one = { ...forAll, whom: 'groups', groups: ['a'] }
  for (const [before, after, isNew] of [
    [all, stage, false],
    [all, two, false],
    [two, one, false],
    [stage, stage, false],
    [one, two, true],
    [stage, all, true],
    [stage, { ...stage, stage: 'SO' }, true],
    [stage, two, true],
    [two, stage, true],
  ] as const)
    expect([before.whom, after.whom, isToldAnew(before, after)]).toEqual([before.whom, after.whom, isNew])
  const wider = { whom: 'school', groups: [] }
  const narrow = { whom: 'groups', groups: ['a'], stages: ['SO'] }
  expect(ofEvent(told('2026-09-01', narrow), told('2026-10-15', wider))).toEqual(['2026-10-15', 5, '2026-10-20'])
  expect(seenOfEvent('s', [told('2026-09-01'), told('2026-10-15', narrow)])?.seen).toMatchObject({
    day: '2026-09-01',
    situations: [{ stage: 'SO' }],
  })
})

test.each([
  ['2026-10-18', '2026-11-01'],
  ['2027-03-21', '2027-04-04'],
  ['2028-02-22', '2028-03-07'],
  ['2026-12-25', '2027-01-08'],
  ['2027-07-25', '2027-08-08'],
])('From %s to %s is fourteen days, whatever the clock, the month or the school year does.', (day, held) => {
  expect(ofEvent(told(day, on(held)))).toEqual([day, 14, held])
})

const work = { what: 'asked', person: 'tess', dueOn: '2026-10-20', subject: 'taal', group: 'g', years: ['5'] } as const
const asked = (day: string, way: string, more: object = {}): HomeworkDone => ({ ...work, day, way, ...more })
const withdrawn = (day: string): HomeworkDone => ({ what: 'withdrawn', person: 'tess', day })
/** By whom, the day it was said, whether it can be done on paper, and the day it is for. */
const ofHomework = (...done: HomeworkDone[]): unknown => {
  const found = seenOfHomework('s', ['BO'], done)
  return found && [found.seen.person, found.seen.day, found.seen.amount, found.on]
}

test('Homework counts as it stood on the evening before its day, by who last said how it may be done.', () => {
  expect(ofHomework(asked('2026-09-30', 'paper'))).toEqual(['tess', '2026-09-30', 1, '2026-10-20'])
  expect(ofHomework(asked('2026-09-30', 'either'))).toEqual(['tess', '2026-09-30', 1, '2026-10-20'])
  expect(ofHomework(asked('2026-09-30', 'screen'))).toEqual(['tess', '2026-09-30', 0, '2026-10-20'])
  const first = asked('2026-09-30', 'paper')
  const pam = { person: 'pam' }
  expect(ofHomework(first, asked('2026-10-19', 'screen', pam))).toEqual(['pam', '2026-10-19', 0, '2026-10-20'])
  expect(ofHomework(first, asked('2026-10-20', 'screen', pam))).toEqual(['tess', '2026-09-30', 1, '2026-10-20'])
  expect(ofHomework(asked('2026-10-01', 'screen'), asked('2026-10-20', 'paper'))).toEqual([
    'tess',
    '2026-10-01',
    0,
    '2026-10-20',
  ])
  // Another line or day by a colleague leaves it as it may be done; another subject does not.
  const moved = { ...pam, dueOn: '2026-11-03' }
  expect(ofHomework(first, asked('2026-10-19', 'paper', moved))).toEqual(['tess', '2026-09-30', 1, '2026-11-03'])
  expect(ofHomework(first, asked('2026-10-02', 'paper', { ...pam, subject: 'gym' }))).toEqual([
    'pam',
    '2026-10-02',
    1,
    '2026-10-20',
  ])
  // Asked on the day itself it counts as it was asked.
  expect(ofHomework(asked('2026-10-20', 'screen'))).toEqual(['tess', '2026-10-20', 0, '2026-10-20'])
})

test('What was withdrawn before its day was asked of nobody, and a day later it was.', () => {
  const first = asked('2026-09-30', 'screen')
  expect(ofHomework(first, withdrawn('2026-10-19'))).toBe(null)
  expect(ofHomework(first, withdrawn('2026-10-20'))).toEqual(['tess', '2026-09-30', 0, '2026-10-20'])
  expect(ofHomework(withdrawn('2026-10-19'))).toBe(null)
  expect(ofHomework(asked('2026-09-30', 'screen', { person: null }))).toBe(null)
})

test('It is of every year in the class, as the class was then.', () => {
  const { seen } = seenOfHomework('s', ['BO'], [asked('2026-09-30', 'paper', { years: ['5', '6'] })]) ?? {}
  expect(seen?.situations.map(({ year, stage, groups }) => [year, stage, groups])).toEqual([
    ['5', 'BO', ['g']],
    ['6', 'BO', ['g']],
  ])
})
