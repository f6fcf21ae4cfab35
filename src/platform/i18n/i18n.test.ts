import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { negotiate } from './lang.ts'
import { plural } from './plural.ts'

describe('the language of a reader', () => {
  test.each([
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr;q=0.9, en;q=0.5, nl;q=0.8', 'nl'],
    ['de, en', 'en'],
    ['*', 'nl'],
    ['en;q=0, nl;q=0.1', 'nl'],
    ['en;q=0', 'nl'],
    ['ar', 'nl'],
    ['en;q=abc', 'nl'],
    ['en;q=7', 'nl'],
    ['', 'nl'],
    [undefined, 'nl'],
    ['EN', 'en'],
    [';;,,q=1;', 'nl'],
  ])('%s is answered in %s', (header, lang) => {
    expect(negotiate(header)).toBe(lang)
  })
})

test('a count takes the word that goes with it', () => {
  const pupils = { one: 'leerling', other: 'leerlingen' }
  expect([0, 1, 2, 21].map((count) => plural('nl', count, pupils))).toEqual([
    'leerlingen',
    'leerling',
    'leerlingen',
    'leerlingen',
  ])
  expect(plural('en', 1, { other: 'sheep' })).toBe('sheep')
})

test('a catalogue gives the sentence of the language asked for', () => {
  const texts = catalogue({
    nl: { greet: (name: string) => `Dag ${name}` },
    en: { greet: (name: string) => `Hello ${name}` },
  })
  expect(texts('nl').greet('Selma')).toBe('Dag Selma')
  expect(texts('en').greet('Selma')).toBe('Hello Selma')
})
