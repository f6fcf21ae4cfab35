import { expect, test } from 'vitest'
import { joinName, splitName } from './full-name.ts'

test.each([
  ['Anna Bakker', 'Anna', null, 'Bakker'],
  ['  Anna   de  Wit ', 'Anna', 'de', 'Wit'],
  ['Anna van der Wit', 'Anna', 'van der', 'Wit'],
  ['Anna Van Den Berg-de Groot', 'Anna', 'Van Den', 'Berg-de Groot'],
  ['Joost in ’t Veld', 'Joost', 'in ’t', 'Veld'],
  ['Anna El', 'Anna', null, 'El'],
  ['Bakker', null, null, 'Bakker'],
])('%j is taken apart', (typed, firstName, prefix, lastName) => {
  expect(splitName(typed)).toEqual({ firstName, prefix, lastName })
  expect(joinName(splitName(typed))).toBe(typed.trim().replaceAll(/\s+/g, ' '))
})
