import { describe, expect, test } from 'vitest'
import { baseOf, countsToldAs, figureOf, responseOf } from '../src/disclosure/figure.ts'
import { protect } from '../src/disclosure/protect.ts'
import { releaseAgain } from '../src/disclosure/release-again.ts'
import { published, type Release } from '../src/disclosure/release.ts'
import { defaultRules } from '../src/disclosure/rules.ts'
import type { AnswerTable, TableGroup } from '../src/disclosure/table.ts'

const group = (name: string, ...respondents: number[]): TableGroup => ({
  name,
  cells: respondents.map((count) => ({ respondents: count })),
})

const added = (groups: readonly TableGroup[], name: string): TableGroup =>
  group(
    name,
    ...(groups[0]?.cells ?? []).map((_, at) =>
      groups.reduce((sum, { cells }) => sum + (cells[at]?.respondents ?? 0), 0),
    ),
  )

const table = (groups: readonly TableGroup[], more: Partial<AnswerTable> = {}): AnswerTable => ({
  question: 'My child feels safe',
  wave: '2026',
  answers: (groups[0] ?? more.whole)?.cells.map((_, at) => 'abcdefg'[at] ?? '') ?? [],
  ordered: true,
  sensitive: false,
  whole: added(groups, 'school'),
  groups,
  ...more,
})

/** One line per group, as it would be printed. */
const printed = (release: Release, which = 0): string[] =>
  published(release)[which]?.groups.map(({ group: name, respondents, cells }) => {
    const told = cells.map((cell) => {
      if (cell.told === 'not') return '–'
      if (cell.told === 'band') return cell.band
      const figure = 'word' in cell.figure ? cell.figure.word : `${cell.figure.percent}`
      return cell.told === 'apart' ? figure : `${cell.with.join('')}:${figure}`
    })
    return `${name} ${respondents ?? '?'} | ${told.join(' ')}`
  }) ?? []

describe('figures', () => {
  test('The base decides how a share is told: whole percentages from 100, fives from 20, words below.', () => {
    expect(figureOf(0.333, 150, defaultRules)).toEqual({ percent: 33 })
    expect(figureOf(0.333, 99, defaultRules)).toEqual({ percent: 35 })
    expect(figureOf(0.333, 19, defaultRules)).toEqual({ word: 'minority' })
    const words = [0, 0.2, 0.3, 0.5, 0.7, 0.8, 1].map((share) => figureOf(share, 15, defaultRules))
    expect(words.map((figure) => ('word' in figure ? figure.word : ''))).toEqual([
      'hardly-anybody',
      'hardly-anybody',
      'minority',
      'about-half',
      'majority',
      'nearly-all',
      'nearly-all',
    ])
  })

  test('A figure stands for all counts that are told the same.', () => {
    expect(countsToldAs(7, 40, defaultRules)).toEqual({ low: 7, high: 8 }) // 17.5 and 20 % are told as 20
    expect(countsToldAs(50, 100, defaultRules)).toEqual({ low: 50, high: 50 })
    expect(countsToldAs(6, 15, defaultRules)).toEqual({ low: 6, high: 9 })
    for (let n = 10; n < 250; n += 7)
      for (let count = 0; count <= n; count += 1) {
        const { low, high } = countsToldAs(count, n, defaultRules)
        expect(figureOf(low / n, n, defaultRules)).toEqual(figureOf(high / n, n, defaultRules))
        expect(low <= count && count <= high).toBe(true)
      }
  })

  test('How many answered is rounded to five below 100, and not told below ten.', () => {
    expect([9, 10, 12, 13, 99, 100, 101].map((n) => baseOf(n, defaultRules))).toEqual([null, 10, 10, 15, 100, 100, 101])
    expect(responseOf(13, 25, defaultRules)).toBe(50)
    expect(responseOf(9, 25, defaultRules)).toBeNull()
    expect(responseOf(0, 0, defaultRules)).toBeNull()
  })
})

describe('small cells', () => {
  test('Small answers go together with a neighbour, and large ones stay apart.', () => {
    const all = group('school', 2, 7, 30, 60, 21)
    expect(printed(protect([table([], { whole: all })]))).toEqual(['school 120 | ab:8 ab:8 25 50 18'])
  })

  test('Of small answers taken together the households count, where they are fewer than the respondents.', () => {
    const cells = [50, 4, 40, 4, 20].map((respondents) => ({ respondents, households: respondents / 2 }))
    const all = { name: 'school', cells, households: 59 }
    expect(printed(protect([table([], { whole: all, ordered: false })]))).toEqual([
      'school 118 | 42 bcd:41 bcd:41 bcd:41 17',
    ])
  })

  test('Of unordered answers the small ones are told as one, with the next in line when they are too few together.', () => {
    const all = group('school', 50, 2, 40, 1, 20)
    const release = protect([table([], { whole: all, ordered: false })])
    expect(printed(release)).toEqual(['school 113 | 44 bcd:38 bcd:38 bcd:38 18'])
    expect(release.tables[0]?.groups[0]?.cells.map(({ reason }) => reason)).toEqual([
      null,
      'small-cell',
      'complementary',
      'small-cell',
      null,
    ])
  })

  test('That nobody said something may be told, but not of a sensitive question.', () => {
    const all = group('school', 0, 20, 40, 40, 20)
    expect(printed(protect([table([], { whole: all })]))).toEqual(['school 120 | 0 17 33 33 17'])
    expect(printed(protect([table([], { whole: all, sensitive: true })]))).toEqual([
      'school 120 | ab:17 ab:17 33 33 17',
    ])
  })

  test('All, all but one and all but five look the same in a sensitive question.', () => {
    const same = [40, 39, 35].map((most) =>
      printed(protect([table([], { whole: group('school', 40 - most, 0, most), sensitive: true })])),
    )
    expect(same).toEqual(Array.from({ length: 3 }, () => ['school 40 | hardly-anybody hardly-anybody nearly-all']))
  })

  test('An answer of five people from three households is small.', () => {
    const cells = [{ respondents: 5, households: 3 }, { respondents: 30 }, { respondents: 25 }]
    expect(printed(protect([table([], { whole: { name: 'school', cells } })]))).toEqual(['school 60 | ab:60 ab:60 40'])
  })

  test('A weighted share is told in place of the unweighted one, and answers together add up.', () => {
    const cells = [2, 8, 40, 50].map((respondents, at) => ({ respondents, share: [0.04, 0.16, 0.3, 0.5][at] ?? 0 }))
    const weights = { least: 0.5, most: 2 }
    expect(printed(protect([table([], { whole: { name: 'school', cells }, weights })]))).toEqual([
      'school 100 | ab:20 ab:20 30 50',
    ])
  })
})

describe('small groups', () => {
  test('A group of fewer than ten is not told, nor another that would give it away.', () => {
    const release = protect([table([group('1a', 20, 15, 15), group('1b', 8, 8, 8), group('1c', 3, 2, 2)])])
    expect(printed(release)).toEqual(['school 80 | 40 30 30', '1a 50 | 40 30 30', '1b 25 | – – –', '1c ? | – – –'])
    expect(release.tables[0]?.groups.map(({ reason }) => reason)).toEqual([
      null,
      null,
      'complementary',
      'few-respondents',
    ])
  })

  test('Ten parents of six households are six.', () => {
    const small = { ...group('1b', 6, 6), households: 6 }
    const release = protect([table([group('1a', 40, 40), group('1c', 40, 40), small])])
    expect(release.tables[0]?.groups[3]?.reason).toBe('few-households')
    expect(printed(release)[3]).toBe('1b ? | – –')
  })

  test('A group that leaves fewer than ten others in the whole is not told.', () => {
    const whole = group('school', 30, 28)
    const [one, other] = [group('parents of the council', 26, 23), group('most', 25, 23)]
    expect(protect([table([one], { whole })]).tables[0]?.groups[1]?.reason).toBe('small-remainder')
    expect(protect([table([other], { whole })]).tables[0]?.groups[1]?.reason).toBeNull()
  })

  test('A survey of nobody, of one and of nine tells nothing.', () => {
    for (const n of [0, 1, 9])
      expect(printed(protect([table([group('1a', n, 0), group('1b', 0, 0)])]))).toEqual([
        'school ? | – –',
        '1a ? | – –',
        '1b ? | – –',
      ])
  })

  test('The share that answered is told in fives, where the size of the group is known.', () => {
    const release = protect([table([], { whole: { ...group('school', 30, 31), size: 90 } })])
    expect(published(release)[0]?.groups[0]?.response).toBe(70)
  })
})

describe('what follows from the rest', () => {
  test('One group with small answers would follow by subtraction: a second one is made as coarse.', () => {
    const groups = [group('1a', 3, 20, 27), group('1b', 12, 20, 18), group('1c', 14, 20, 16)]
    expect(printed(protect([table(groups)]))).toEqual([
      'school 150 | 19 40 41',
      '1a 50 | ab:45 ab:45 55',
      '1b 50 | ab:65 ab:65 35',
      '1c 50 | 30 40 30',
    ])
  })

  test('A table by class and one by gender are looked at together.', () => {
    const [byClass, byGender] = [
      table([group('1a', 9, 40), group('1b', 8, 33)]),
      table([group('girls', 3, 45), group('boys', 14, 28)]),
    ]
    const release = protect([byClass, byGender])
    expect(printed(release, 1)).toEqual(
      ['school 90 | – –', 'girls 50 | hardly-anybody nearly-all', 'boys 40 | – –'].map((line) =>
        expect.stringContaining(line.split('|')[0] ?? ''),
      ),
    )
    expect(printed(release, 0)[0]).toBe(printed(release, 1)[0])
  })

  test('A joint table is told beside those of its variables when it says what its groups lie within.', () => {
    const cells = [
      group('1a girls', 13, 30),
      group('1a boys', 12, 30),
      group('1b girls', 14, 31),
      group('1b boys', 2, 40),
    ].map((one) => ({ ...one, within: one.name.split(' ') }))
    const [one = cells[0], two, three, four] = cells
    if (one === undefined || two === undefined || three === undefined || four === undefined)
      throw new Error('No groups.')
    const tables = [
      table([added([one, two], '1a'), added([three, four], '1b')]),
      table([added([one, three], 'girls'), added([two, four], 'boys')]),
      table(cells),
    ]
    // One of four is small: the others of its class and of its gender would tell it, and the fourth tells those.
    expect(printed(protect(tables), 2)).toEqual([
      'school 172 | 24 76',
      '1a girls 45 | – –',
      '1a boys 40 | – –',
      '1b girls 45 | – –',
      '1b boys 40 | – –',
    ])
    expect(printed(protect(tables), 0)).toEqual(['school 172 | 24 76', '1a 85 | 30 70', '1b 85 | 20 80'])
    const wrong = { ...one, within: ['boys'] }
    expect(() => protect([...tables.slice(0, 2), table([wrong, two, three, four])])).toThrow('“boys” has')
  })

  test('Of a small table nothing is told when no other counts would have been told alike.', () => {
    // A band for group a, and a hidden group b: of 14 people hidden means 4, as fewer would have been told in a band too.
    const groups = [group('a', 0, 12), group('b', 4, 10)]
    expect(printed(protect([table(groups, { sensitive: true })])).every((line) => line.endsWith('– –'))).toBe(true)
  })

  test('Two of four each are not told as eight: a third joins them.', () => {
    const all = group('school', 4, 9, 4, 13)
    expect(printed(protect([table([], { whole: all, ordered: false })]))).toEqual([
      'school 30 | abc:55 abc:55 abc:55 45',
    ])
    const fewer = group('school', 3, 10, 3, 14)
    expect(printed(protect([table([], { whole: fewer, ordered: false })]))).toEqual(['school 30 | ac:20 35 ac:20 45'])
  })

  test('Whatever order the groups come in, as much is told of each.', () => {
    const groups = [group('1a', 3, 20, 27), group('1b', 12, 20, 18), group('1c', 14, 20, 16)]
    const [there, back] = [protect([table(groups)]), protect([table(groups.toReversed())])]
    expect(printed(back).toSorted()).toEqual(printed(there).toSorted())
    expect(protect([table(groups)])).toEqual(there)
  })
})

describe('earlier releases', () => {
  const groups = [group('1a', 13, 20, 27), group('1b', 12, 20, 18), group('1c', 14, 20, 16)]

  test('What was published stays as it was, in a later table as well.', () => {
    const first = protect([table(groups)])
    const later = protect([table(groups.slice(0, 2), { whole: added(groups, 'school') })], undefined, [first])
    expect(printed(later)).toEqual(printed(first).slice(0, 3))
  })

  test('Other answers of the same group in the same wave are refused: later answers are another wave.', () => {
    const first = protect([table(groups)])
    const late = [group('1a', 14, 20, 27), ...groups.slice(1)]
    expect(() => protect([table(late)], undefined, [first])).toThrow('“school” has other answers')
  })

  test('A group that changed by one to four people is not told again; one that did not change is.', () => {
    const first = protect([table(groups)])
    const since = (joined: number, left: number) => [{ wave: '2026', joined, left }]
    const tell = (joined: number, left: number) => {
      const whole = { ...group('school', 39 + joined - left, 60, 61), since: since(joined, left) }
      return protect([table([], { whole, wave: '2027' })], undefined, [first]).tables[0]?.groups[0]?.reason
    }
    expect([tell(2, 0), tell(2, 2), tell(0, 0), tell(60, 58)]).toEqual(['changed-by-few', 'changed-by-few', null, null])
  })

  test('Twelve who joined, with nobody gone, would be told by exact figures of both waves: they are told together.', () => {
    const first = protect([table([], { whole: group('school', 40, 45, 30) })])
    const since = [{ wave: '2026', joined: 12, left: 0 }]
    const whole = { ...group('school', 49, 46, 32), since }
    expect(printed(first)).toEqual(['school 115 | 35 39 26'])
    expect(printed(protect([table([], { whole, wave: '2027' })], undefined, [first]))).toEqual([
      'school 127 | 39 bc:61 bc:61',
    ])
    // As exact as ever when there is no earlier wave to set it beside.
    expect(printed(protect([table([], { whole, wave: '2027' })]))).toEqual(['school 127 | 39 36 25'])
    const wrong = { ...whole, since: [{ wave: '2026', joined: 12, left: 3 }] }
    expect(() => protect([table([], { whole: wrong, wave: '2027' })], undefined, [first])).toThrow(
      '“school” went from 115 to 127 respondents since 2026, which 12 joined and 3 left.',
    )
  })

  test('How a group changed since it was published must be said.', () => {
    const first = protect([table(groups)])
    expect(() => protect([table(groups, { wave: '2027' })], undefined, [first])).toThrow(
      '“school” was published in 2026: say how many respondents joined and left since.',
    )
  })

  test('Two waves of a question are protected one after the other.', () => {
    expect(() => protect([table(groups), table(groups, { wave: '2027' })])).toThrow('comes with 2026 and 2027')
  })

  test('What an earlier release gave away under laxer rules is named.', () => {
    const lax = { ...defaultRules, cell: 0, width: 0, widthShare: 0, insiders: 0 }
    const whole = group('school', 100, 50)
    // The others are 98 and 2.
    const first = protect([table([group('1a', 2, 48)], { whole })], lax)
    const later = protect([table([group('girls', 50, 25)], { whole, sensitive: true })], defaultRules, [first])
    expect(later.exposed.map(({ group: name, answer, by }) => `${name}: ${answer}, by release ${by}`)).toEqual([
      '“school” without “1a”: a, by release 0',
      '“school” without “1a”: b, by release 0',
    ])
    const other = protect([table(groups, { question: 'My child is bored' })])
    expect(protect([], defaultRules, [other, first]).exposed).toEqual([])
    const girls = table([group('girls', 50, 25)], { whole, sensitive: true })
    expect(protect([girls], defaultRules, [other, first]).exposed.map(({ by }) => by)).toEqual([1, 1])
  })

  test('A release is made again of what was published and the same tables, and is as good as the first.', () => {
    const tables = [table(groups), table([group('girls', 20, 30, 30), group('boys', 19, 30, 31)], { sensitive: true })]
    const first = protect(tables)
    const again = releaseAgain(published(first), tables)
    expect(published(again)).toEqual(published(first))
    const next = [table([group('upper', 25, 40, 31), group('lower', 14, 20, 30)])]
    expect(published(protect(next, undefined, [again]))).toEqual(published(protect(next, undefined, [first])))
    const bands = [table([], { whole: group('school', 40, 1, 0), sensitive: true })]
    expect(published(releaseAgain(published(protect(bands)), bands))).toEqual(published(protect(bands)))
  })

  test('It is refused when the tables are others than those that were published.', () => {
    const told = published(protect([table(groups)]))
    const again =
      (...tables: AnswerTable[]) =>
      () =>
        releaseAgain(told, tables)
    expect(again()).toThrow('1 tables were published, and here are 0')
    expect(again(table(groups.slice(1)))).toThrow('other answers or groups: “1a” is not where it was')
    expect(again(table([...groups, group('1d', 1, 0, 0)]))).toThrow('there are more now')
    expect(again(table([group('1a', 30, 10, 20), ...groups.slice(1)]))).toThrow('another figure for “school”')
  })
})

describe('tables that cannot be', () => {
  const whole = group('school', 30, 30)
  const refused =
    (more: Partial<AnswerTable>): (() => unknown) =>
    () =>
      protect([table([], { whole, ...more })])

  test('They are refused with the group and the amounts.', () => {
    expect(refused({ groups: [group('1a', 31, 3)] })).toThrow(
      'the groups have 31 respondents with “a”, “school” has 30',
    )
    expect(refused({ groups: [group('1a', 3)] })).toThrow('“1a” has 1 cells')
    expect(refused({ groups: [group('school', 3, 3)] })).toThrow('has a group twice')
    expect(refused({ whole: group('school', 30), answers: ['a'] })).toThrow('a table needs 2')
    expect(refused({ answers: ['a', 'a'] })).toThrow('an answer twice')
    expect(refused({ whole: group('school', -1, 4) })).toThrow('a cell of -1 respondents')
    expect(refused({ whole: { ...whole, size: 59 } })).toThrow('has 59 people, of whom 60 answered')
    expect(refused({ weights: { least: 0.2, most: 1.1 } })).toThrow('go from 0.2 to 1.1; trim them to at most 5 times')
    expect(refused({ weights: { least: 1, most: 2, smallestStratum: 4 } })).toThrow('a stratum of 4 respondents')
    expect(() => protect([table([], { whole }), table([], { whole, answers: ['x', 'y'] })])).toThrow('other answers')
  })
})

describe('rules that cannot be', () => {
  test('They are refused by name.', () => {
    const all = [table([], { whole: group('school', 30, 30) })]
    expect(() => protect(all, { ...defaultRules, cell: NaN })).toThrow('“cell” is NaN')
    expect(() => protect(all, { ...defaultRules, insiders: -1 })).toThrow('“insiders” is -1')
    expect(() => protect(all, { ...defaultRules, rounding: defaultRules.rounding.toReversed() })).toThrow(
      'from a base of 100',
    )
    expect(protect([])).toEqual({ tables: [], exposed: [] })
  })
})
