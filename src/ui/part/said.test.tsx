import { expect, test } from 'vitest'
import { htmlOf } from '../gallery/html-of.ts'
import { Language } from '../layout/language.ts'
import type { Lang } from '../layout/frame.ts'
import { quoted, Said } from './said.tsx'

const said = (lang: Lang, words: string): string =>
  htmlOf(
    <Language.Provider value={lang}>
      <p>
        <Said>{words}</Said>
      </p>
    </Language.Provider>,
  )

test('a word of the school stays Dutch and apart in a sentence of another language', () => {
  expect(said('tr', `${quoted('tr', 'Gym')} iptal (${quoted('tr', 'Timo')})`)).toBe(
    '<p><bdi lang="nl">Gym</bdi> iptal (<bdi lang="nl">Timo</bdi>)</p>',
  )
})

test('what was quoted is text and never markup', () => {
  expect(said('ar', quoted('ar', '<b>'))).toBe('<p><bdi lang="nl">&lt;b&gt;</bdi></p>')
})

test('a Dutch or English sentence is left as it is', () => {
  expect(quoted('nl', 'Gym')).toBe('Gym')
  expect(said('en', 'Gym is cancelled')).toBe('<p>Gym is cancelled</p>')
})
