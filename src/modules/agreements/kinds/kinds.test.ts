import { describe, expect, it } from 'vitest'
import { fillAbsent, isOption, isWithinDay, readTerms, type AnyTerms, type Field, type Value } from './field.ts'
import type { CatalogueWords } from './kind-words.ts'
import { kindKeys, shapeOf, themes, type Kind } from './kinds.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

const languages: readonly (readonly [string, CatalogueWords])[] = [
  ['nl', nl],
  ['en', en],
]

/** What a field can be, as far as its words could differ. */
const valuesOf = (field: Field): readonly Value[] => {
  switch (field.type) {
    case 'number':
      return [...new Set([field.least, field.least + 1, 2, field.most])].filter(
        (count) => count >= field.least && count <= field.most,
      )
    case 'time':
      return ['00:00', '07:00', '07:05', '16:30', '19:00'].filter((value) => isWithinDay(field, value))
    case 'one':
      return field.of
    case 'some':
      return [field.of, [...field.of].reverse(), field.of.slice(0, 2), ...field.of.map((option) => [option])]
  }
}

/** Every combination of what the fields of a kind can be. */
const combinationsOf = (kind: Kind): readonly AnyTerms[] =>
  Object.entries(shapeOf(kind).fields).reduce<readonly AnyTerms[]>(
    (combinations, [name, field]) =>
      combinations.flatMap((terms) => valuesOf(field).map((value) => ({ ...terms, [name]: value }))),
    [{}],
  )

const startersOf = (kind: Kind): readonly AnyTerms[] => Object.values(shapeOf(kind).starters)

const sentences = (words: CatalogueWords, kind: Kind, terms: AnyTerms): readonly string[] =>
  words.kinds[kind].says(terms as never)

const everything: readonly (readonly [Kind, AnyTerms])[] = kindKeys.flatMap((kind) =>
  [...startersOf(kind), ...combinationsOf(kind)].map((terms) => [kind, terms] as const),
)

/** What school, parents and pupils do, of every starter. */
const linesOf = (words: CatalogueWords): readonly string[] =>
  kindKeys.flatMap((kind) =>
    Object.values(words.kinds[kind].starters).flatMap(({ school, parents, pupils }) => [school, parents, pupils]),
  )

describe('the parameters', () => {
  it('of every starter read back as they are kept', () => {
    for (const kind of kindKeys)
      for (const terms of startersOf(kind)) expect(readTerms(shapeOf(kind).fields, terms)).toEqual(terms)
  })

  it('read back in every combination', () => {
    for (const [kind, terms] of everything) expect(readTerms(shapeOf(kind).fields, terms)).toEqual(terms)
  })

  it('are refused when one is missing, unknown or out of bounds', () => {
    const { fields } = shapeOf('grade-release')
    expect(readTerms(fields, { when: 'direct', time: '17:00' })).toBeNull()
    expect(readTerms(fields, { when: 'direct', time: '17:00', later: 0, more: 1 })).toBeNull()
    expect(readTerms(fields, { when: 'direct', time: '17:00', later: 11 })).toBeNull()
    expect(readTerms(fields, { when: 'sometimes', time: '17:00', later: 0 })).toBeNull()
    expect(readTerms(fields, { when: 'direct', time: '24:00', later: 0 })).toBeNull()
    expect(readTerms(fields, { when: 'direct', time: '06:59', later: 0 })).toBeNull()
    expect(readTerms(fields, { when: 'direct', time: '21:01', later: 0 })).toBeNull()
    expect(readTerms(fields, { when: 'direct', time: '21:00', later: 0, counted: 'weeks' })).toBeNull()
    expect(readTerms(shapeOf('reports').fields, { months: [], first: 'child' })).toBeNull()
    expect(readTerms(shapeOf('reports').fields, { months: ['6', '6'], first: 'child' })).toBeNull()
  })

  it('of a version that is older than a field read as what held then', () => {
    const { fields } = shapeOf('grade-release')
    const old = { when: 'child_first', time: '17:00', later: 3 }
    const filled = { ...old, counted: 'school_days' }
    expect(readTerms(fields, old)).toEqual(filled)
    expect(fillAbsent(fields, old)).toEqual(filled)
    expect(fillAbsent(fields, { ...old, counted: 'calendar_days' })['counted']).toBe('calendar_days')
    // What was kept before the day had bounds stays as it was.
    expect(fillAbsent(fields, { ...old, time: '23:00' })['time']).toBe('23:00')
  })

  it('know for whom an option is: that a fail waits is agreed in a talk alone', () => {
    const { waits } = shapeOf('fails').fields
    if (waits?.type !== 'one') throw new Error('waits is one of a few')
    const at = (level: 'school' | 'stage' | 'pupil') => waits.of.filter((option) => isOption(waits, option, level))
    expect(at('school')).toEqual(['no', 'talk'])
    expect(at('stage')).toEqual(['no', 'talk'])
    expect(at('pupil')).toEqual(['no', 'retake'])
  })
})

describe.each(languages)('the words in %s', (_, words) => {
  it('say every agreement in one to four whole sentences', () => {
    for (const [kind, terms] of everything) {
      const said = sentences(words, kind, terms)
      expect(said.length).toBeGreaterThanOrEqual(1)
      expect(said.length).toBeLessThanOrEqual(4)
      for (const sentence of said) {
        expect(sentence).toMatch(/^\p{Lu}.*[^.\s]\.$/u)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|!|\s\s/)
        expect(sentence).not.toMatch(/\b1 (school )?days\b|\b1 (school)?dagen\b/)
      }
    }
  })

  it('differ for every value of every field', () => {
    for (const kind of kindKeys)
      for (const [name, field] of Object.entries(shapeOf(kind).fields)) {
        const values = field.type === 'some' ? field.of.map((option) => [option]) : valuesOf(field)
        const told = startersOf(kind).map(
          (start) => new Set(values.map((value) => sentences(words, kind, { ...start, [name]: value }).join(' '))).size,
        )
        expect(Math.max(...told), `${kind}: ${name}`).toBe(values.length)
      }
  })

  it('keep still about a time that says nothing', () => {
    const counted = 'school_days'
    const told = (when: string, time: string, later: number) =>
      sentences(words, 'grade-release', { when, time, later, counted })
    expect(told('direct', '17:00', 3)).toEqual(told('direct', '08:00', 0))
    expect(told('direct', '17:00', 3).join(' ')).not.toMatch(/\d/)
    expect(told('report', '17:00', 3)).toEqual(told('report', '17:00', 0))
    const free = (place: string) => sentences(words, 'phones', { where: 'free', place, watches: 'same' })
    expect(free('home')).toEqual(free('locker'))
  })

  it('have three lines of at most 300 letters for every starter', () => {
    expect(linesOf(words).length).toBe(3 * kindKeys.flatMap(startersOf).length)
    for (const line of linesOf(words)) {
      expect(line).toMatch(/^\p{Lu}.*[^.\s]\.$/u)
      expect(line).not.toContain('!')
      expect(line.length).toBeLessThanOrEqual(300)
    }
  })

  it('ask three to five questions about every kind', () => {
    for (const kind of kindKeys) {
      const { questions } = words.kinds[kind]
      expect(questions.length).toBeGreaterThanOrEqual(3)
      expect(questions.length).toBeLessThanOrEqual(5)
      for (const question of questions) expect(question).toMatch(/^\p{Lu}.*\?$/u)
      expect(new Set(questions).size).toBe(questions.length)
    }
  })

  it('name every theme and lead to a decision in five to seven steps', () => {
    for (const theme of themes) expect(words.themes[theme].line).toMatch(/^\p{Lu}.*\.$/u)
    expect(words.steps.length).toBeGreaterThanOrEqual(5)
    expect(words.steps.length).toBeLessThanOrEqual(7)
    for (const step of words.steps) expect(step).toMatch(/^\p{Lu}.*\.$/u)
  })
})

describe('the Dutch words', () => {
  const wordsIn = (text: string): number =>
    Math.max(...text.split(/[.?]\s/).map((part) => part.trim().split(/\s+/).length))

  it('stay within twenty words a sentence', () => {
    for (const [kind, terms] of everything)
      for (const sentence of sentences(nl, kind, terms)) expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(20)
    const others = [...linesOf(nl), ...nl.steps, ...kindKeys.flatMap((kind) => nl.kinds[kind].questions)]
    for (const text of others) expect(wordsIn(text), text).toBeLessThanOrEqual(20)
  })

  it('tell times, numbers and months as people say them', () => {
    expect(sentences(nl, 'quiet-hours', { from: '19:00', until: '07:00', weekend: 'quiet' })[0]).toBe(
      'De klassengroep en berichten rusten elke dag van 19.00 uur tot 7.00 uur de dag erna.',
    )
    expect(sentences(nl, 'quiet-hours', { from: '12:00', until: '13:30', weekend: 'open' })[0]).toBe(
      'De klassengroep en berichten rusten elke dag van 12.00 uur tot 13.30 uur.',
    )
    expect(sentences(nl, 'contact', { from: '08:00', until: '16:30', days: 1 }).at(-1)).toBe(
      'Je krijgt binnen 1 schooldag antwoord.',
    )
    expect(sentences(nl, 'reports', { months: ['6', '11', '3'], first: 'child' })[1]).toBe(
      'Dat is in november, maart en juni.',
    )
  })

  it('tell that parents see grades after their child, or sooner when the child tells', () => {
    const says = (terms: AnyTerms) =>
      sentences(nl, 'grade-release', { when: 'child_first', time: '17:00', later: 3, counted: 'school_days', ...terms })
    expect(says({})).toEqual([
      'Een leerling ziet nieuwe cijfers elke schooldag om 17.00 uur.',
      'Ouders zien ze 3 schooldagen later op dezelfde tijd.',
      'Vertelt de leerling het eerder, dan zien ouders de cijfers meteen.',
      'Uiterlijk bij het rapport is elk cijfer te zien.',
    ])
    expect(says({ counted: 'calendar_days' })[1]).toBe(
      'Ouders zien ze 3 dagen later op dezelfde tijd. Het weekend en vakanties tellen mee.',
    )
    expect(says({ later: 0 })[1]).toBe('Ouders zien ze op hetzelfde moment.')
    expect(says({ when: 'report' })).toEqual([
      'Een leerling ziet nieuwe cijfers elke schooldag om 17.00 uur.',
      'Ouders zien de cijfers alleen bij het rapport.',
    ])
  })

  it('call the five ways to release grades by their neutral names, the child first', () => {
    expect(Object.values(nl.kinds['grade-release'].starters).map(({ name }) => name)).toEqual([
      'Kind eerst',
      'Direct',
      'Elke schooldag 17.00',
      'Maandag tot en met donderdag 16.30',
      'Alleen bij het rapport',
    ])
  })
})

describe('the English words', () => {
  it('tell times, numbers and months as people say them', () => {
    const monday = { when: 'mon_thu', time: '16:30', later: 1, counted: 'school_days' }
    expect(sentences(en, 'grade-release', monday)).toEqual([
      'Pupils see new grades from Monday to Thursday at 16:30.',
      'Parents see them 1 school day later at the same time.',
      'With the report at the latest, every grade can be seen.',
    ])
    expect(sentences(en, 'reports', { months: ['6', '2'], first: 'together' })).toEqual([
      'Pupils get a report twice in a school year.',
      'It comes in February and June.',
      'Child and parents get the report together.',
    ])
  })

  it('have as many questions and steps as the Dutch', () => {
    expect(en.steps.length).toBe(nl.steps.length)
    for (const kind of kindKeys) expect(en.kinds[kind].questions.length).toBe(nl.kinds[kind].questions.length)
  })
})
