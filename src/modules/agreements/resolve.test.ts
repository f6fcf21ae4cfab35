import { expect, test } from 'vitest'
import { compareTexts } from './compare.ts'
import { kindKeys, shapeOf } from './kinds/kinds.ts'
import { neededRights } from './needed-rights.ts'
import type { AnyTerms } from './kinds/field.ts'
import { overlap, resolve, strictest, type Holding } from './resolve.ts'
import { situationsOfClass, situationsOfStages, stageOf, type Level, type Situation } from './scope.ts'

const here: Situation = {
  school: 's',
  stage: 'VO',
  year: '13',
  groups: ['3c', 'wis3'],
  subject: 'Wiskunde ',
  pupil: 'p',
}
const of: Readonly<Record<Level, string | null>> = {
  school: null,
  stage: 'VO',
  year: '13',
  class: '3c',
  subject: 'wiskunde',
  pupil: 'p',
}
const at = (level: Level, more: Partial<Holding> = {}): Holding => ({
  id: level,
  school: 's',
  kind: 'devices',
  scope: { level, of: of[level] },
  startsOn: '2026-08-01',
  endsOn: null,
  ...more,
})

test('Of all that hold the narrowest wins, in the order that its kind gives, whatever the order they come in', () => {
  const all = shapeOf('devices').levels.map((level) => at(level))
  for (const [n] of all.entries()) {
    const some = all.slice(0, n + 1)
    expect(resolve(some, 'devices', here, '2026-11-23')?.id).toBe(some.at(-1)?.id)
    expect(resolve(some.toReversed(), 'devices', here, '2026-11-23')?.id).toBe(some.at(-1)?.id)
  }
})

test('What is of another class, subject, pupil, school, kind or day does not hold', () => {
  const others = [
    at('class', { scope: { level: 'class', of: '3d' } }),
    at('subject', { scope: { level: 'subject', of: 'natuurkunde' } }),
    at('pupil', { scope: { level: 'pupil', of: 'q' } }),
    at('school', { school: 't' }),
    at('school', { kind: 'ai' }),
    at('school', { endsOn: '2026-11-22' }),
    at('school', { startsOn: '2026-11-24' }),
  ]
  expect(resolve(others, 'devices', here, '2026-11-23')).toBe(null)
  expect(resolve([at('pupil')], 'devices', { ...here, pupil: null }, '2026-11-23')).toBe(null)
  expect(resolve([at('subject')], 'devices', { ...here, subject: null }, '2026-11-23')).toBe(null)
})

test('At the turn of the school year the last day still counts, and the next version from its first', () => {
  const old = at('school', { id: 'old', endsOn: '2027-07-31' })
  const next = at('school', { id: 'next', startsOn: '2027-08-01' })
  expect(resolve([old, next], 'devices', here, '2027-07-31')?.id).toBe('old')
  expect(resolve([old, next], 'devices', here, '2027-08-01')?.id).toBe('next')
  expect(overlap(old, next)).toBe(false)
  expect(overlap(old, { startsOn: '2027-07-31', endsOn: '2027-07-31' })).toBe(true)
  expect(overlap({ startsOn: '2026-01-01', endsOn: null }, { startsOn: '2030-01-01', endsOn: null })).toBe(true)
})

test('The order of each kind is total: no level stands in it twice, and the whole school is the widest', () => {
  for (const kind of kindKeys) {
    const { levels } = shapeOf(kind)
    expect(new Set(levels).size).toBe(levels.length)
    expect(levels[0]).toBe('school')
  }
})

test('Every kind names whom the law asks, with a source, in both kinds of education; a class and a pupil ask themselves', () => {
  for (const kind of kindKeys) {
    for (const stage of ['BO', 'VO']) {
      const rights = neededRights(kind, 'school', [stage])
      expect(rights.length, `${kind} ${stage}`).toBeGreaterThan(0)
      for (const { source, checkedOn } of rights) {
        expect(source).toMatch(/^WMS artikel \d+/)
        expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }
    expect(neededRights(kind, 'class', ['BO'])).toEqual([])
    expect(neededRights(kind, 'pupil', ['VO'])).toEqual([])
  }
  const both = neededRights('phones', 'school', ['BO', 'VO'])
  expect(new Set(both.map(({ body }) => body)).size).toBe(both.length)
})

test('The stage follows from the year, and from the school where it teaches one', () => {
  expect(stageOf('13', ['BO', 'VO'])).toBe('VO')
  expect(stageOf('4', ['BO', 'VO'])).toBe('BO')
  expect(stageOf('4', ['SO'])).toBe('SO')
  expect(stageOf(null, ['VSO'])).toBe('VSO')
  expect(stageOf(null, ['BO', 'VO'])).toBe(null)
})

test('Two texts are laid beside each other to the comma', () => {
  const parts = compareTexts('Je mag appen, en bellen.', 'Je mag appen en bellen.')
  expect(parts).toEqual([
    { as: 'same', text: 'Je mag appen' },
    { as: 'gone', text: ',' },
    { as: 'same', text: ' en bellen.' },
  ])
  const [one, other] = ['Stil tot 7.00 uur, ook in het weekend.', 'Stil tot 8.00 uur. In het weekend ook.']
  const both = compareTexts(one, other)
  expect(
    both
      .filter(({ as }) => as !== 'new')
      .map(({ text }) => text)
      .join(''),
  ).toBe(one)
  expect(
    both
      .filter(({ as }) => as !== 'gone')
      .map(({ text }) => text)
      .join(''),
  ).toBe(other)
  expect(compareTexts('', 'é́ nieuw')).toEqual([{ as: 'new', text: 'é́ nieuw' }])
})

const paper = (id: string, scope: Holding['scope'], homework: string): Holding & { terms: AnyTerms } => ({
  ...at('school', { id, kind: 'on-paper', scope }),
  terms: { homework },
})
const day = '2026-11-23'

test('In a class of two years each year comes under its narrowest, and what asks most of the school counts for the class', () => {
  const mixed = { school: 's', stages: ['BO', 'SO'], group: '56', years: ['5', '6'], subject: null }
  const whole = paper('whole', { level: 'school', of: null }, 'always')
  const five = paper('five', { level: 'year', of: '5' }, 'mostly')
  const six = paper('six', { level: 'year', of: '6' }, 'always')
  const primary = paper('primary', { level: 'stage', of: 'BO' }, 'mostly')
  const own = paper('own', { level: 'class', of: '56' }, 'mostly')
  const found = (...all: (Holding & { terms: AnyTerms })[]) => {
    const situations = situationsOfClass(mixed)
    const one = strictest(all, 'on-paper', situations, day)?.id
    expect(strictest(all.toReversed(), 'on-paper', situations.toReversed(), day)?.id).toBe(one)
    return one
  }
  expect(found(five, six)).toBe('six')
  // Year six has none of its own: for it the rule of the school holds, which asks more.
  expect(found(whole, five)).toBe('whole')
  expect(found(five)).toBe('five')
  expect(found(primary)).toBe('primary')
  expect(found(whole, primary)).toBe('primary')
  // One of the class itself is the narrowest for all of its pupils.
  expect(found(five, six, own)).toBe('own')
  // As strict for both: the narrower is named.
  expect(found(paper('wide', { level: 'stage', of: 'BO' }, 'mostly'), five)).toBe('five')
  expect(strictest([five], 'on-paper', situationsOfClass({ ...mixed, years: [] }), day)).toBe(null)
  expect(strictest([primary], 'on-paper', situationsOfClass({ ...mixed, stages: ['BO'], years: [] }), day)?.id).toBe(
    'primary',
  )
})

test('An event is told in time for every stage it is for', () => {
  const events = (id: string, scope: Holding['scope'], days: number): Holding & { terms: AnyTerms } => ({
    ...at('school', { id, kind: 'events', scope }),
    terms: { days },
  })
  const whole = events('whole', { level: 'school', of: null }, 14)
  const special = events('special', { level: 'stage', of: 'SO' }, 28)
  const short = events('short', { level: 'stage', of: 'BO' }, 7)
  const found = (all: (Holding & { terms: AnyTerms })[], stages: string[]) =>
    strictest(all, 'events', situationsOfStages('s', stages), day)?.id
  expect(found([whole, special, short], ['BO', 'SO'])).toBe('special')
  expect(found([whole, short], ['BO', 'SO'])).toBe('whole')
  expect(found([whole, special, short], ['BO'])).toBe('short')
  expect(found([whole, special, short], [])).toBe('whole')
  expect(found([special], ['BO'])).toBe(undefined)
})

test('Every kind that software keeps says what asks more, and a higher one is another figure', () => {
  for (const kind of kindKeys) {
    const { enforcer, demand, fields, starters } = shapeOf(kind)
    // What is done with results is always about one pupil.
    expect([kind, demand === null]).toEqual([kind, enforcer === null || enforcer === 'results'])
    if (demand === null) continue
    const figures = Object.values(starters).map(demand)
    expect([kind, new Set(figures).size, figures.every(Number.isFinite)]).toEqual([kind, figures.length, true])
    expect(Object.keys(fields)).not.toEqual([])
  }
})
