import { expect, test } from 'vitest'
import { voiceFor } from './voice-for.ts'

const own = (lang: string) => ({ lang, localService: true })
const remote = (lang: string) => ({ lang, localService: false })

test('the voice of the Netherlands comes before that of Flanders, wherever it stands in the list', () => {
  expect(voiceFor('nl', [own('nl-BE'), own('nl_NL')])?.lang).toBe('nl_NL')
  expect(voiceFor('nl', [own('nl-BE')])?.lang).toBe('nl-BE')
})

test('a language is found whatever its region', () => {
  expect(voiceFor('ar', [own('nl-NL'), own('ar-001')])?.lang).toBe('ar-001')
})

test('a voice from elsewhere is never used: it would get to hear the page', () => {
  expect(voiceFor('nl', [remote('nl-NL')])).toBeUndefined()
  expect(voiceFor('nl', [remote('nl-NL'), own('nl-BE')])?.lang).toBe('nl-BE')
})

test('without a voice for the language there is none', () => {
  expect(voiceFor('uk', [own('nl-NL'), own('')])).toBeUndefined()
})
