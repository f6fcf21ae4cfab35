import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { texts } from './texts.ts'

const nl = 'src/modules/people/texts.nl.ts'
const en = { 'src/modules/people/texts.en.ts': "export const en = { hi: 'Hello' }\n" }
const sins = (text: string, beside: Record<string, string> = en): string[] =>
  texts(plant({ [nl]: text, ...beside })).sins.map((sin) => sin.says)

test('short and friendly sentences are no sin', () => {
  expect(sins("export const nl = { hi: 'Wat fijn dat je er bent.', of: (n: string) => `De dag van ${n}` }\n")).toEqual(
    [],
  )
})

test.each([
  ['the formal u', "export const nl = { hi: 'Vul uw naam in.' }", 'says "u"'],
  ['a shout', "export const nl = { hi: 'Gelukt!' }", 'raises its voice'],
  ['a long sentence', `export const nl = { hi: '${'woord '.repeat(30)}' }`, 'a sentence of 30 words'],
  ['a shout around a name', 'export const nl = { hi: (n: string) => `Dag ${n}!` }', 'raises its voice'],
])('finds %s', (_name, text, says) => {
  expect(sins(text)).toEqual([expect.stringContaining(says)])
})

test('a language that stands alone is a sin', () => {
  expect(sins("export const nl = { hi: 'Hoi' }", {})).toEqual([expect.stringContaining('has no')])
})

test('another language is read too, and does not stand without Dutch', () => {
  const tr = 'src/modules/people/texts.tr.ts'
  const shout = { ...en, [tr]: "export const tr = { hi: 'Merhaba!' }\n" }
  expect(sins("export const nl = { hi: 'Hoi' }\n", shout)).toEqual([expect.stringContaining('raises its voice')])
  expect(texts(plant({ [tr]: 'export const tr = {}\n' })).sins.map(({ says }) => says)).toEqual([
    expect.stringContaining('has no'),
  ])
})

test('a check that scanned nothing fails', () => {
  expect(texts(plant({ 'a.txt': '' })).sins).toHaveLength(1)
})
