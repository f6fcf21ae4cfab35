import { describe, expect, test } from 'vitest'
import { compareNames, fullName, initialsOf, sortName } from './person-name.ts'

const saar = { firstName: 'Saar', prefix: 'van den', lastName: 'Brand' }

test('a name reads with its prefix before the last name, and in lists with the prefix behind', () => {
  expect(fullName(saar)).toBe('Saar van den Brand')
  expect(sortName(saar)).toBe('Brand, Saar van den')
})

test('a part that is absent, empty or blank leaves no trace', () => {
  expect(fullName({ firstName: 'Ilyas', prefix: '', lastName: 'Amin' })).toBe('Ilyas Amin')
  expect(fullName({ firstName: ' ', prefix: null, lastName: 'Amin' })).toBe('Amin')
  expect(sortName({ firstName: 'Saar', lastName: null })).toBe('Saar')
  expect(sortName({ lastName: 'Amin' })).toBe('Amin')
  expect(fullName({})).toBe('')
})

test('a class list stands in the order of last names, whatever prefix, case or accent', () => {
  const list = [
    { firstName: 'Emir', lastName: 'Öztürk' },
    { firstName: 'Merel', prefix: 'de', lastName: 'Jong' },
    { firstName: 'Lieve', lastName: '’t Hooft-van der Wetering' },
    { firstName: 'Timo', prefix: 'de', lastName: 'Jong' },
    { firstName: 'Inès', lastName: 'bouzid' },
    { firstName: 'Saar', prefix: 'van den', lastName: 'Brand' },
    { firstName: 'Floor', lastName: 'Aarsen' },
    { firstName: 'Eva', lastName: 'Ozinga' },
    { firstName: 'Zoë', lastName: 'Çelik' },
    { firstName: 'Tim', lastName: 'IJzerman' },
  ]
  expect([...list].sort(compareNames).map(sortName)).toEqual([
    'Aarsen, Floor',
    'bouzid, Inès',
    'Brand, Saar van den',
    'Çelik, Zoë',
    '’t Hooft-van der Wetering, Lieve',
    'IJzerman, Tim',
    'Jong, Merel de',
    'Jong, Timo de',
    'Ozinga, Eva',
    'Öztürk, Emir',
  ])
})

describe('initials', () => {
  test.each([
    ['Merel', 1, 'M'],
    ['şenay', 1, 'Ş'],
    ['’t Hooft', 1, 'T'],
    ['Anouk Verbeek', 2, 'AV'],
    ['Saar van den Brand', 2, 'SB'],
    ['Cher', 2, 'C'],
    ['', 2, ''],
    ['Noe\u0308l', 1, 'N'],
    ['e\u0301mile', 1, 'E\u0301'],
    ['سلمى', 1, 'س'],
  ] as const)('of %s, %i asked, are %s', (name, count, initials) => {
    expect(initialsOf(name, count)).toBe(initials)
  })
})
