import { expect, test } from 'vitest'
import { langs } from '#platform/i18n/lang.ts'
import { questions } from './questions.data.ts'
import { subjectOf } from './subject.ts'
import { talkQuestion, type TalkFacts } from './talk-question.ts'

const quiet: TalkFacts = {
  child: 'timo',
  day: '2026-11-23',
  stage: 'BO',
  lessons: [],
  free: false,
  testsNext: [],
  homeworkNext: [],
}
const lessons = (...titles: string[]) => titles.map((title) => ({ title, cancelled: false }))
const dayAfter = (days: number): string => new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10)

const days: Record<string, TalkFacts> = {
  'without a timetable': quiet,
  'of a primary school': { ...quiet, lessons: lessons('Rekenen', 'Taal', 'Lezen', 'Gym') },
  'of one lesson': { ...quiet, lessons: lessons('Muziek') },
  'of a secondary school': { ...quiet, stage: 'VO', lessons: lessons('wi', 'entl', 'ak', 'lo', 'nask1', 'gesprek') },
  'before a test': { ...quiet, lessons: lessons('Rekenen'), testsNext: ['Aardrijkskunde'] },
  'before two tests with homework': {
    ...quiet,
    stage: 'VO',
    lessons: lessons('Frans'),
    testsNext: ['Duits', 'Wiskunde'],
    homeworkNext: ['Biologie', 'Geschiedenis', null],
  },
  'with a lesson cancelled': { ...quiet, lessons: [{ title: 'Gym', cancelled: true }, ...lessons('Taal')] },
  'without school': { ...quiet, free: true },
}

test.each(Object.entries(days))(
  'A day %s has another question on each of fifteen days, for every child.',
  (_, facts) => {
    for (const child of ['timo', 'noor', 'sem', '00000000-0000-4000-8000-000000000020'])
      for (const lang of langs) {
        const asked = Array.from({ length: 15 }, (_day, at) =>
          talkQuestion(lang, { ...facts, child, day: dayAfter(at) }),
        )
        expect(new Set(asked).size, asked.join('\n')).toBe(15)
      }
  },
)

test('Both guardians get the same question, and another child may get another.', () => {
  const facts = days['of a primary school'] ?? quiet
  expect(talkQuestion('nl', facts)).toBe(talkQuestion('nl', { ...facts }))
  const asked = ['a', 'b', 'c', 'd', 'e', 'f'].map((child) => talkQuestion('nl', { ...facts, child }))
  expect(new Set(asked).size).toBeGreaterThan(1)
})

test('Before a test the test is asked about within two weeks, and the lessons too.', () => {
  const facts = days['before a test'] ?? quiet
  const asked = Array.from({ length: 15 }, (_, at) => talkQuestion('nl', { ...facts, day: dayAfter(at) }))
  expect(asked.filter((question) => question.includes('aardrijkskunde')).length).toBeGreaterThan(3)
  expect(asked.filter((question) => question.includes('rekenen')).length).toBeGreaterThan(3)
})

test('A lesson that is not known by its name is never named.', () => {
  const facts = { ...quiet, lessons: lessons('Gesprek met Saar', 'IB', '4B Rekenen'), testsNext: ['Iets van Saar'] }
  for (let at = 0; at < 40; at += 1)
    expect(talkQuestion('nl', { ...facts, day: dayAfter(at) })).not.toMatch(/saar|\bib\b|4B/i)
})

test('A short name of a timetable is said in full, a language with its capital, and in English by its own word.', () => {
  expect(subjectOf('AK')).toEqual({ family: 'world', nl: 'aardrijkskunde', en: 'geography' })
  expect(subjectOf(' entl ')).toEqual({ family: 'languages', nl: 'Engels', en: 'English' })
  expect(subjectOf('CKV')?.nl).toBe('CKV')
  expect(subjectOf('Rekenen')?.family).toBe('numbers')
  expect(subjectOf('constructor')).toBeNull()
})

test('There are more than a hundred questions, for both ages, and no two are the same.', () => {
  expect(questions.length).toBeGreaterThan(100)
  for (const lang of langs) {
    const said = questions.map((one) => one[lang]('X'))
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([])
  }
  for (const stage of ['BO', 'VO'] as const) {
    const fitting = questions.filter((one) => one.about === 'day' && (one.stage ?? stage) === stage)
    expect(fitting.length).toBeGreaterThanOrEqual(17)
  }
})

test('In every language a question is short, ends as one, and calls the lesson by its name at school.', () => {
  for (const one of questions)
    for (const lang of langs) {
      const text = one[lang]('rekenen')
      expect(text).toMatch(/[?؟]$/)
      expect(text.includes('rekenen'), text).toBe(one.nl('rekenen').includes('rekenen'))
      expect(text).not.toMatch(/!/)
      expect(text.split(' ').length, text).toBeLessThanOrEqual(18)
    }
})

test('A subject stays a word of the school in a sentence of another language, with a capital where it stands first.', () => {
  const facts = { ...quiet, lessons: lessons('Rekenen') }
  const asked = (quote?: (word: string) => string) =>
    Array.from({ length: 17 }, (_, at) => talkQuestion('tr', { ...facts, day: dayAfter(at) }, quote))
  expect(asked()).toContain('Rekenen dersinde hangi sayı veya şekil vardı?')
  expect(asked((word) => `<${word}>`)).toContain('<Rekenen> dersinde hangi sayı veya şekil vardı?')
})

test('Every question is one open, short, friendly sentence that asks for no mark and no behaviour.', () => {
  const open =
    /\b(wat|waar|wie|welke?|hoe|waarom|waarover|waarvan|naast wie|met wie)\b|\b(what|where|who|which|how|why)\b/i
  const closed =
    /\b(cijfers?|punten|goed gedaan|fouten?|score|gedrag|straf|ruzie|lief|braaf|stout|opgelet|gehaald|geleerd)\b/i
  const closedToo = /\b(marks?|grades?|points|score|mistakes?|behav\w+|punish\w*|fight|naughty|good at)\b/i
  for (const one of questions)
    for (const text of [one.nl('rekenen'), one.en('arithmetic')]) {
      expect(text).toMatch(open)
      expect(text).not.toMatch(closed)
      expect(text).not.toMatch(closedToo)
      expect(text.endsWith('?')).toBe(true)
      expect(text).not.toContain('!')
      expect(text.split(' ').length, text).toBeLessThanOrEqual(18)
    }
})
