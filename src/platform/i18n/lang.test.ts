import { describe, expect, test } from 'vitest'
import { negotiate } from './lang.ts'

describe('the language of a reader', () => {
  test.each([
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr;q=0.9, en;q=0.5, nl;q=0.8', 'nl'],
    ['de, en', 'en'],
    ['*', 'nl'],
    ['en;q=0, nl;q=0.1', 'nl'],
    ['en;q=0', 'nl'],
    ['ar', 'ar'],
    ['fa', 'nl'],
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
