import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uncapitalise } from './capitals.ts'
import { cleanText, unscramble } from './clean-text.ts'
import { phoneKey, readEmail, readLanguage, readPhone, readRelation } from './contact.ts'
import { readDay } from './dates.ts'
import { looksLikeBsn } from './keys.ts'
import { readYearGroup, yearGroupOfName } from './year-group.ts'

describe('Names', () => {
  test.each([
    ["'T HOOFT-VAN DER WETERING", "'t Hooft-van der Wetering"],
    ['IJSBRAND', 'IJsbrand'],
    ["D'ANCONA", "d'Ancona"],
    ["O'BRIEN", "O'Brien"],
    ['ÖZDEMİR IŞIK', 'Özdemir Işık'],
    ['DE VRIES', 'de Vries'],
  ])('in capitals become names again: %s', (found, becomes) => expect(uncapitalise(found)).toBe(becomes))

  test.each(['Şenay', "d'Æth", "'t Hooft", 'IJsbrand', 'عمر', '李', 'AJ', 'MJM', 'van den Brand', 'McDonald'])(
    'that are written well stay as they are: %s',
    (name) => {
      expect(uncapitalise(name)).toBeNull()
      expect(unscramble(name)).toBeNull()
      expect(cleanText(name)).toEqual({ text: name, controls: false })
    },
  )

  test('read in the wrong character set are put right, once or twice wrong', () => {
    const wrong = (text: string) => Buffer.from(text).toString('latin1')
    expect(unscramble('Ã–zdemir')).toBe('Özdemir')
    expect(unscramble('Åženay')).toBe('Şenay')
    expect(unscramble(wrong('Zoë'))).toBe('Zoë')
    expect(unscramble(wrong(wrong('Zoë')))).toBe('Zoë')
  })

  test('lose signs that nobody sees and that turn text around', () => {
    expect(cleanText(' Noor\u202e\u0000  van\u00a0den ')).toEqual({ text: 'Noor van den', controls: true })
    expect(cleanText(' \t ')).toEqual({ text: null, controls: false })
  })

  test('are settled after one round: reading what was put right changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const { text } = cleanText(raw)
        if (text === null) return
        expect(cleanText(text)).toEqual({ text, controls: false })
        const named = uncapitalise(text)
        expect(named === null ? null : uncapitalise(named)).toBeNull()
      }),
    )
  })
})

test.each([
  ['2018-02-28', '2018-02-28'],
  ['2018-02-29', 'impossible'],
  ['2020-02-29T00:00:00', '2020-02-29'],
  ['2018-06-21+02:00', '2018-06-21'],
  ['3-9-2018', '2018-09-03'],
  ['31/12/2018', '2018-12-31'],
  ['12/31/2018', 'impossible'],
  ['31-02-2018', 'impossible'],
  ['20180903', '2018-09-03'],
  ['3-9-18', 'impossible'],
  ['0000-00-00', 'impossible'],
  ['gisteren', 'impossible'],
])('the day %s is %s', (typed, day) => expect(readDay(typed)).toBe(day))

test('a number that passes the 11-test of the BSN is known', () => {
  expect(['123456782', '111222333', '123456789', '000000000', '12345678', 'a23456782'].map(looksLikeBsn)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('a year is read by the stage of the school', () => {
  const code = (text: string, ...stages: string[]) => {
    const year = readYearGroup(text, stages)
    return year.is === 'known' ? year.code : year.is
  }
  expect(['04', 'groep 4', '13', 'H', 'C', 'N', '9', 's'].map((text) => code(text, 'BO'))).toEqual([
    '4',
    '4',
    '13',
    'past',
    'none',
    'none',
    'unknown',
    'S',
  ])
  expect([code('3', 'VO'), code('13', 'VO'), code('3', 'BO', 'VO'), code('8', 'VO')]).toEqual(['13', '13', '3', '8'])
  expect(['4B', 'Groep 6a', '5/6', 'Vlinders', '10A'].map((name) => yearGroupOfName(name, ['BO']))).toEqual([
    '4',
    '6',
    null,
    null,
    null,
  ])
  expect(yearGroupOfName('3c', ['VO'])).toBe('13')
})

test('mail addresses, telephones, relations and languages are read as people write them', () => {
  expect(
    ['Noor@Eik.Example', 'mailto:a@b.nl', '<a@b.nl>', 'geen', 'a@b', 'a b@c.nl', 'a@b.nl,c@d.nl'].map(readEmail),
  ).toEqual(['noor@eik.example', 'a@b.nl', 'a@b.nl', null, null, null, null])
  expect(readPhone('612345678')).toEqual({ phone: '0612345678', zero: true })
  expect([readPhone('geen'), readPhone('=06+1'), readPhone('123')]).toEqual([null, null, null])
  expect(new Set(['06-12345678', '+31 6 12345678', '0031612345678'].map(phoneKey)).size).toBe(1)
  expect(['Moeder', 'PLEEGVADER', 'ouder/verzorger', 'voogd', 'v', 'buurman'].map(readRelation)).toEqual([
    'mother',
    'foster',
    'caretaker',
    'guardian',
    null,
    null,
  ])
  expect(['Nederlands', 'tr', 'nl-NL', 'Pools', '??'].map(readLanguage)).toEqual(['nl', 'tr', 'nl', 'pl', null])
})
