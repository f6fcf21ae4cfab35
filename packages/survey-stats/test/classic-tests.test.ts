import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chiSquaredTest } from '../src/classic-tests/chi-squared-test.ts'
import type { CountTable } from '../src/classic-tests/counts.ts'
import { fisherTest } from '../src/classic-tests/fisher-test.ts'
import { mantelHaenszel } from '../src/classic-tests/mantel-haenszel.ts'
import { sampleSize } from '../src/classic-tests/sample-size.ts'
import { trendTest } from '../src/classic-tests/trend-test.ts'
import { wilsonInterval } from '../src/classic-tests/wilson-interval.ts'
import { adjustPValues } from '../src/tests-of-hypothesis/adjust-p-values.ts'
import * as oracles from './oracles-of-tests.ts'

const { numbersOf, off } = oracles

// Made by golden/tests-of-hypothesis.R, in which every call to R stands.
const { results: golden } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../golden/tests-of-hypothesis.json'), 'utf8'),
) as { results: Record<string, Record<string, number[]>> }

const three = [
  [12, 3, 2],
  [5, 9, 7],
  [8, 14, 11],
]
const two = [
  [12, 5],
  [9, 14],
]

const near = (ours: readonly number[], theirs: readonly number[], tolerance = 1e-10): void => {
  expect(ours.length).toBe(theirs.length)
  ours.forEach((one, k) => expect(off(one, theirs[k]), `${one} and ${theirs[k]}`).toBeLessThan(tolerance))
}
const like = (name: string, what: string, ours: readonly number[], tolerance?: number): void =>
  near(ours, numbersOf(golden[name], what), tolerance)

test('Counts are compared with what chance would make of them, as chisq.test does.', () => {
  const plain = chiSquaredTest(three)
  like('chisq3', 'statistic', [plain.chiSquared])
  like('chisq3', 'p', [plain.p])
  expect(plain.df).toBe(4)
  const corrected = chiSquaredTest(two)
  like('yates', 'statistic', [corrected.chiSquared])
  like('yates', 'p', [corrected.p])
  expect(chiSquaredTest(two, { yates: false }).chiSquared).toBeGreaterThan(corrected.chiSquared)
})

test('Cochran’s rule counts the cells of which fewer than five are expected.', () => {
  const rare = [
    [1, 9],
    [2, 30],
  ]
  const { cochran } = chiSquaredTest(rare)
  expect(cochran).toEqual({ shareBelowFive: 0.5, least: 30 / 42, holds: false })
  expect(chiSquaredTest(two).cochran.holds).toBe(true)
})

test('Fisher’s test has R’s p, and an odds ratio that R finds to four digits.', () => {
  const ours = fisherTest(two)
  like('fisher', 'p', [ours.p])
  like('fisher', 'or', [ours.oddsRatio], 1e-4)
  like('fisher', 'ci', ours.interval, 1e-3)
  expect(ours.interval[0]).toBeLessThan(ours.oddsRatio)
})

test('Fisher’s tea: three of four cups of each kind.', () => {
  // Fisher, The Design of Experiments (1935), ch. 2: one-sided 17/70; here two-sided, 34/70.
  const tea = [
    [3, 1],
    [1, 3],
  ]
  expect(fisherTest(tea).p).toBeCloseTo(34 / 70, 12)
})

test('A table at its end has an endless odds ratio, and still an interval.', () => {
  const end = fisherTest([
    [7, 3],
    [0, 8],
  ])
  like('fisherEnd', 'p', [end.p])
  expect([end.oddsRatio, end.interval[1]]).toEqual([Infinity, Infinity])
  like('fisherEnd', 'ci1', [end.interval[0]], 1e-4)
  const mirrored = fisherTest([
    [3, 7],
    [8, 0],
  ])
  expect(mirrored.oddsRatio).toBe(0)
  near([mirrored.interval[1]], [1 / end.interval[0]])
})

test('A trend along groups is tested with scores of one’s own, and with its slope told.', () => {
  const ours = trendTest([15, 10, 5, 4], [30, 30, 31, 28], [1, 2, 4, 8])
  like('trend', 'statistic', [ours.chiSquared])
  like('trend', 'p', [ours.p])
  expect(ours.slope).toBeLessThan(0)
  expect(trendTest([5, 10], [10, 20]).chiSquared).toBe(0)
})

test('Strata are put together by Mantel and Haenszel, with and without the correction.', () => {
  const strata: CountTable[] = [
    [
      [12, 9],
      [5, 14],
    ],
    [
      [3, 2],
      [7, 11],
    ],
    [
      [0, 3],
      [4, 6],
    ],
  ]
  for (const correct of [true, false]) {
    const ours = mantelHaenszel(strata, { correct })
    const name = `cmh${String(correct).toUpperCase()}`
    like(name, 'statistic', [ours.chiSquared])
    like(name, 'p', [ours.p])
    like(name, 'or', [ours.commonOddsRatio])
    like(name, 'ci', ours.interval)
    expect(ours.df).toBe(1)
  }
})

test('Wilson’s interval stays inside 0 and 1, for none and for all.', () => {
  like('wilson', 'ci', wilsonInterval(3, 40, 0.9).interval)
  const [none, all] = [wilsonInterval(0, 20).interval, wilsonInterval(20, 20).interval]
  expect([none[0], all[1]]).toEqual([0, 1])
  near([none[1]], [1 - all[0]])
})

test('p-values are adjusted for their number as p.adjust does, whatever their order.', () => {
  const p = [0.01, 0.04, 0.03, 0.2, 0.5, 0.004, 0.03]
  for (const way of ['holm', 'BH', 'bonferroni'] as const) {
    like('adjust', way, [...adjustPValues(p, way)])
    expect([...adjustPValues(p.toReversed(), way)].toReversed()).toEqual([...adjustPValues(p, way)])
  }
  expect([...adjustPValues(p, 'none')]).toEqual(p)
  expect(adjustPValues([], 'holm')).toHaveLength(0)
  expect(() => adjustPValues([0.2, NaN], 'BH')).toThrow('A p-value of NaN is not between 0 and 1.')
})

test('A sample is as large as its margin asks, smaller from a small population, larger for a clustered one.', () => {
  // Cochran, Sampling Techniques (1977), 4.4: d = 0.05 at two standard errors, about 400; of 3,200 about 356.
  const { endless } = sampleSize({ margin: 0.05, level: 0.9544997361036416 })
  near([endless], [400])
  near([sampleSize({ margin: 0.05, level: 0.9544997361036416, population: 3200 }).n], [400 / (1 + 399 / 3200)])
  expect(sampleSize({ margin: 0.05 }).answers).toBe(385)
  expect(sampleSize({ margin: 0.05, population: 10 }).answers).toBe(10)
  expect(sampleSize({ margin: 0.05, designEffect: 2 }).answers).toBe(769)
})

test('What cannot be tested is refused with what is wrong.', () => {
  const refused: [() => unknown, string][] = [
    [() => chiSquaredTest([[1, 2]]), 'The table is 1 × 2; it must have two rows and two columns or more.'],
    [() => chiSquaredTest([]), 'The table is 0 × 0'],
    [
      () =>
        chiSquaredTest([
          [1, 2],
          [0, 0],
        ]),
      'Row 2 of the table is empty',
    ],
    [
      () =>
        chiSquaredTest([
          [1, 0],
          [3, 0],
        ]),
      'Column 2 of the table is empty',
    ],
    [() => chiSquaredTest([[1, 2], [3]]), 'Row 2 of the table has 1 columns, not 2.'],
    [
      () =>
        chiSquaredTest([
          [1, -2],
          [3, 4],
        ]),
      'Row 1, column 2 has a count of -2.',
    ],
    [() => fisherTest(three), 'This test needs a table of 2 × 2.'],
    [
      () =>
        fisherTest([
          [1, 2.5],
          [3, 4],
        ]),
      'A count of 2.5 is not a whole number from 0.',
    ],
    [
      () =>
        fisherTest([
          [0, 0],
          [3, 4],
        ]),
      'one table only',
    ],
    [() => fisherTest(two, { level: 1 }), 'A level of 1 is not between 0 and 1.'],
    [() => trendTest([0, 0], [5, 6]), '0 of 11 over 2 groups leaves no trend to test.'],
    [() => trendTest([3, 2], [5, 6], [1, 1]), 'leaves no trend'],
    [() => trendTest([7, 2], [5, 6]), 'Group 1 has 7 of 5.'],
    [() => mantelHaenszel([]), 'In no stratum could the table have been another one.'],
    [
      () =>
        mantelHaenszel([
          [
            [3, 0],
            [4, 0],
          ],
        ]),
      'In no stratum',
    ],
    [() => wilsonInterval(0, 0), 'There are no trials'],
    [() => wilsonInterval(5, 3), '5 of 3 cannot be a proportion.'],
    [() => sampleSize({ margin: 0 }), 'The margin is 0; it must be between 0 and 1.'],
    [() => sampleSize({ margin: 0.05, population: 0 }), 'in a population of 0 cannot be'],
  ]
  for (const [deed, sentence] of refused) expect(deed).toThrow(sentence)
})

describe.skipIf(oracles.oraclesAbsent)('R agrees on the panel', () => {
  const results = oracles.oraclesAbsent ? new Map() : oracles.resultsOf('tests.json')
  const panel = oracles.oraclesAbsent ? null : oracles.tableOf('data', 'panel1000.csv')
  const column = (name: string): string[] => panel?.text(name) ?? []
  const of = (name: string, what: string): number[] => numbersOf(results.get(`classic.${name}`), what)
  const isHigh = column('q01').map((answer) => (Number(answer) >= 4 ? 'high' : 'low'))
  const sorted = (labels: readonly string[]): string[] => [...new Set(labels)].sort()
  const tableOf = (
    down: readonly string[],
    across: readonly string[],
    rows: readonly string[],
    columns: readonly string[],
  ) => rows.map((row) => columns.map((name) => down.filter((label, i) => label === row && across[i] === name).length))

  test('on the chi-squared test of two questions, and where Cochran’s rule does not hold', () => {
    const [q01, edu, region] = [column('q01'), column('edu'), column('region').slice(0, 60)]
    const ours = chiSquaredTest(tableOf(q01, edu, sorted(q01), oracles.eduLevels))
    near(
      [ours.chiSquared, ours.df, ours.p],
      ['statistic', 'parameter', 'p.value'].flatMap((w) => of('chisq_q01_edu', w)),
    )
    near([...ours.expected], of('chisq_q01_edu', 'expected'))
    near([ours.cochran.least], of('chisq_q01_edu', 'cochran_min_expected'))
    const few = chiSquaredTest(tableOf(q01.slice(0, 60), region, sorted(q01.slice(0, 60)), sorted(region)))
    const name = 'cochran_rule_violated_first60_q01_region'
    near(
      [few.chiSquared, few.df, few.p],
      ['statistic', 'parameter', 'p.value'].flatMap((w) => of(name, w)),
    )
    near([few.cochran.shareBelowFive], of(name, 'cochran_share_expected_lt5'))
    near([few.cochran.least], of(name, 'cochran_min_expected'))
    expect(few.cochran.holds).toBe(false)
  })

  test('on the tests of two times two, by strata and along a trend', () => {
    const [gender, edu] = [column('gender'), column('edu')]
    const answers = ['low', 'high']
    const yates = chiSquaredTest(tableOf(gender, isHigh, ['f', 'm'], answers))
    near(
      [yates.chiSquared, yates.p],
      ['statistic', 'p.value'].flatMap((w) => of('chisq_yates_gender_q01ge4', w)),
    )
    const fisher = fisherTest(tableOf(gender.slice(0, 60), isHigh.slice(0, 60), ['f', 'm'], answers))
    near([fisher.p], of('fisher_first60_gender_q01ge4', 'p.value'))
    near([fisher.oddsRatio], of('fisher_first60_gender_q01ge4', 'oddsratio'), 1e-4)
    near(fisher.interval, of('fisher_first60_gender_q01ge4', 'ci'), 1e-3)
    const counts = tableOf(edu, isHigh, oracles.eduLevels, answers)
    const trend = trendTest(
      counts.map(([, high = 0]) => high),
      counts.map(([low = 0, high = 0]) => low + high),
    )
    near(
      [trend.chiSquared, trend.p],
      ['statistic', 'p.value'].flatMap((w) => of('cochran_armitage_trend_q01ge4_edu', w)),
    )
    const strata = oracles.eduLevels.map((level) =>
      tableOf(
        gender,
        isHigh.map((answer, i) => (edu[i] === level ? answer : '')),
        ['f', 'm'],
        answers,
      ),
    )
    const cmh = mantelHaenszel(strata)
    expect(cmh.df).toBe(1)
    near(
      [cmh.chiSquared, cmh.p, cmh.commonOddsRatio, ...cmh.interval],
      ['statistic', 'p.value', 'common_or', 'ci'].flatMap((w) => of('cmh_gender_q01ge4_by_edu', w)),
    )
  })

  test('on Wilson’s interval and the size of a sample', () => {
    const { estimate, interval } = wilsonInterval(isHigh.filter((answer) => answer === 'high').length, 1000)
    near(
      [estimate, ...interval],
      ['estimate', 'ci'].flatMap((w) => of('wilson_prop_ci', w)),
    )
    const { endless, n, answers } = sampleSize({ margin: 0.05, population: 500 })
    expect(answers).toBe(218)
    near(
      [endless, n],
      ['n0', 'n_fpc'].flatMap((w) => of('cochran_sample_size_d05_N500', w)),
    )
  })
})
