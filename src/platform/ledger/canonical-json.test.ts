import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

test('the order in which keys were written does not show', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'x', c: undefined }] })).toBe('{"a":[true,null,{"d":"x"}],"b":1}')
  expect(canonicalJson({ a: [true, null, { d: 'x' }], b: 1 })).toBe('{"a":[true,null,{"d":"x"}],"b":1}')
})

test('any value of JSON reads back as itself and writes the same text again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      const back = JSON.parse(text) as Json
      expect(back).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(back)).toBe(text)
    }),
  )
})

test.each([
  ['not a number', Number.NaN],
  ['an infinity', Number.POSITIVE_INFINITY],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['half a surrogate pair', '\ud800'],
  ['half a surrogate pair in a key', { '\udfff': 1 }],
  ['a function', () => 1],
  ['a big integer', 1n],
])('%s is refused', (_what, value) => {
  expect(() => canonicalJson({ value } as unknown as Json)).toThrow(TypeError)
})
