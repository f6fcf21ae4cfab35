import { describe, expect, test } from 'vitest'
import { chiSquaredTest } from '../src/classic-tests/chi-squared-test.ts'
import { categorical, coded, numeric } from '../src/data/column.ts'
import { domainOf, surveyDesign } from '../src/design/design.ts'
import { linearRegression } from '../src/estimation/regression.ts'
import { estimateOf } from '../src/estimation/statistic.ts'
import { chiSquaredUpper } from '../src/numeric/distributions.ts'
import { goodnessOfFit } from '../src/tests-of-hypothesis/goodness-of-fit.ts'
import { compareGroups, pairwise } from '../src/tests-of-hypothesis/pairwise.ts'
import { rankTest } from '../src/tests-of-hypothesis/rank-test.ts'
import { raoScott, raoScottFrom } from '../src/tests-of-hypothesis/rao-scott.ts'
import { groupsAgainstRest, oneSampleTTest, tTest } from '../src/tests-of-hypothesis/t-test.ts'
import { cellsOf, twoWay } from '../src/tests-of-hypothesis/two-way-table.ts'
import { contrastTest, termTest, waldTest } from '../src/tests-of-hypothesis/wald-test.ts'
import { designOf, off, sampleOf, type Sample } from './made-sample.ts'

describe('two-way tables', () => {
  test('Without weights and clusters X² is the plain one, and its design effect n/(n − 1).', () => {
    const { a, b } = sampleOf(1)
    const n = a.codes.length
    const counts = [0, 1, 2].map((i) =>
      [0, 1, 2, 3].map((j) => [...a.codes].filter((one, k) => one === i && b.codes[k] === j).length),
    )
    const ours = raoScott(surveyDesign({ n }), a, b, { statistic: 'Chisq' })
    const plain = chiSquaredTest(counts)
    expect(off(ours.pearson, plain.chiSquared)).toBeLessThan(1e-11)
    expect(off(ours.designEffect ?? NaN, n / (n - 1))).toBeLessThan(1e-11)
    expect(off(ours.p, chiSquaredUpper((plain.chiSquared * (n - 1)) / n, 6))).toBeLessThan(1e-11)
  })

  test('Neither which side is called rows, nor the order of the levels, nor the unit of the weights changes a test.', () => {
    const sample = sampleOf(2)
    const design = designOf(sample)
    const heavier = surveyDesign({ weights: sample.weights.map((weight) => weight * 1e4), clusters: [sample.class] })
    const turned = categorical(
      [...sample.a.codes].map((code) => sample.a.levels[code]),
      sample.a.levels.toReversed(),
    )
    for (const statistic of ['F', 'Chisq', 'Wald', 'adjWald', 'lincom', 'saddlepoint'] as const) {
      const { p } = raoScott(design, sample.a, sample.b, { statistic })
      expect(p).toBeGreaterThan(0)
      expect(p).toBeLessThan(1)
      for (const other of [
        raoScott(design, sample.b, sample.a, { statistic }),
        raoScott(design, turned, sample.b, { statistic }),
        raoScott(heavier, sample.a, sample.b, { statistic }),
      ])
        expect(off(other.p, p)).toBeLessThan(1e-8)
    }
  })

  test('Totals and proportions that are there already give the same test, Wald only from totals.', () => {
    const sample = sampleOf(3)
    const design = designOf(sample)
    const { cell, counts, rows, columns } = twoWay(sample.a, sample.b, null, design.n)
    for (const of of ['totals', 'proportions'] as const) {
      const { values, covariance, degreesOfFreedom } = estimateOf(design, cellsOf(cell, counts.length, of))
      const table = { rows, columns, of, values, covariance, degreesOfFreedom, n: design.n }
      for (const statistic of ['F', 'Chisq', 'lincom', 'saddlepoint'] as const)
        expect(
          off(raoScottFrom(table, statistic).p, raoScott(design, sample.a, sample.b, { statistic }).p),
        ).toBeLessThan(1e-9)
      const wald = (): number => raoScottFrom(table, 'Wald').p
      const isAsBefore = (): boolean => wald() === raoScott(design, sample.a, sample.b, { statistic: 'Wald' }).p
      const refused = (deed: () => number): string => {
        try {
          return String(deed())
        } catch (error) {
          return error instanceof Error ? error.message : ''
        }
      }
      expect(of === 'totals' ? isAsBefore() : refused(wald).includes('needs totals')).toBe(true)
    }
  })

  test('Near one another: the exact distribution, the saddle point and the F of second order.', () => {
    for (let seed = 10; seed < 30; seed += 1) {
      const sample = sampleOf(seed)
      const p = (statistic: 'F' | 'lincom' | 'saddlepoint') =>
        raoScott(designOf(sample), sample.a, sample.b, { statistic }).p
      expect(Math.abs(p('F') - p('lincom'))).toBeLessThan(0.02)
      expect(Math.abs(p('saddlepoint') - p('lincom'))).toBeLessThan(0.02)
    }
  })

  test('Of tables without association about as many are rejected as the test says.', () => {
    const share = (statistic: 'F' | 'lincom' | 'saddlepoint'): number => {
      let rejected = 0
      for (let seed = 100; seed < 400; seed += 1) {
        const sample = sampleOf(seed)
        if (raoScott(designOf(sample), sample.a, sample.b, { statistic }).p < 0.1) rejected += 1
      }
      return rejected / 300
    }
    for (const statistic of ['F', 'lincom', 'saddlepoint'] as const) {
      expect(share(statistic)).toBeGreaterThan(0.06)
      expect(share(statistic)).toBeLessThan(0.15)
    }
  })

  test('Levels that do not occur, and rows outside the domain, are no part of the table.', () => {
    const sample = sampleOf(4)
    const { codes } = sample.a
    const inside = Uint8Array.from(codes, (code) => (code < 2 ? 1 : 0))
    const wider = coded(codes, [...sample.a.levels, 'always', 'daily'])
    const ours = raoScott(domainOf(designOf(sample), inside), wider, sample.b)
    expect(ours.rows).toEqual(['never', 'sometimes'])
    expect(ours.n).toBe(inside.reduce((sum, one) => sum + one, 0))
    const whole = raoScott(designOf(sample), sample.a, sample.b)
    expect(raoScott(designOf(sample), wider, sample.b)).toEqual(whole)
    const counted = estimateOf(designOf(sample), cellsOf(twoWay(sample.a, sample.b, null, 120).cell, 20, 'totals'))
    const rows = [...sample.a.levels, 'always', 'daily']
    const table = { ...counted, rows, columns: sample.b.levels, of: 'totals', n: 120 } as const
    expect(off(raoScottFrom(table).p, whole.p)).toBeLessThan(1e-10)
    expect(raoScottFrom(table).rows).toEqual(sample.a.levels)
    expect(() => raoScottFrom({ ...table, rows: ['never'] })).toThrow('20 rows where 4 were expected')
    expect(() => raoScottFrom({ ...table, values: new Float64Array(20) })).toThrow('A table of 0 × 0')
  })

  test('A table that cannot be tested is refused with the reason.', () => {
    const sample = sampleOf(5)
    const design = designOf(sample)
    const gone = coded(new Uint8Array(design.n).fill(3), sample.a.levels)
    const one = coded(new Uint8Array(design.n), sample.a.levels)
    const some = coded(
      sample.a.codes.map((code, i) => (i < 7 ? 3 : code)),
      sample.a.levels,
    )
    expect(() => raoScott(design, one, sample.b)).toThrow('A table of 1 × 4 has nothing to compare')
    expect(() => raoScott(design, some, sample.b)).toThrow('"the rows" has no answer in 7 rows')
    expect(() => raoScott(design, gone, sample.b, { missing: 'leave-out' })).toThrow('No row has an answer')
    expect(() => raoScott(domainOf(design, new Uint8Array(design.n)), sample.a, sample.b)).toThrow(
      'No row has an answer',
    )
    expect(() => raoScott(design, sample.a, coded(new Uint8Array(3), ['x', 'y']))).toThrow('3 rows where 120')
    expect(() => raoScott(design, sample.a, sample.b, { degreesOfFreedom: 0 })).toThrow('leaves 0 degrees of freedom')
    expect(() => raoScott(design, sample.a, sample.b, { statistic: 'adjWald', degreesOfFreedom: 4 })).toThrow(
      'leaves -1',
    )
    expect(() =>
      raoScott(surveyDesign({ n: 0 }), coded(new Uint8Array(0), ['x']), coded(new Uint8Array(0), ['y'])),
    ).toThrow('The sample has no rows')
  })

  test('A table of which weighting has fixed every cell does not vary, and says so.', () => {
    const { a, b } = sampleOf(6)
    const n = a.codes.length
    const cells = coded(
      a.codes.map((code, i) => code * 4 + (b.codes[i] ?? 0)),
      Array.from({ length: 12 }, (_, k) => `${k}`),
    )
    const calibrations = [{ columns: [cells], regressionWeights: null, weights: new Float64Array(n).fill(1) }]
    const fixed = { ...surveyDesign({ n }), calibrations }
    expect(() => raoScott(fixed, a, b)).toThrow('has fixed every cell of it')
    expect(() => goodnessOfFit(fixed, a, [1, 1, 1])).toThrow('the weighting or the design has fixed them')
    expect(() => raoScott(fixed, a, b, { statistic: 'Wald' })).toThrow('has fixed a cell of it')
  })
})

describe('shares that are given', () => {
  test('Of a plain sample X² has the distribution of the textbook, in whatever unit the shares are.', () => {
    const { a } = sampleOf(7)
    const n = a.codes.length
    const counts = [0, 1, 2].map((code) => [...a.codes].filter((one) => one === code).length)
    const ours = goodnessOfFit(
      surveyDesign({ n }),
      a,
      counts.map((count) => 2 * count),
    )
    expect(ours.value).toBeCloseTo(0, 20)
    expect(off(ours.df, 2)).toBeLessThan(1e-9)
    expect(off(ours.scale, n / (n - 1))).toBeLessThan(1e-9)
    const [shares, percent] = [
      goodnessOfFit(surveyDesign({ n }), a, [0.2, 0.3, 0.5]),
      goodnessOfFit(surveyDesign({ n }), a, [20, 30, 50]),
    ]
    expect(off(shares.p, percent.p)).toBeLessThan(1e-12)
  })

  test('The exact chance, the saddle point and Satterthwaite’s are near one another.', () => {
    const sample = sampleOf(8)
    const p = (distribution: 'satterthwaite' | 'lincom' | 'saddlepoint') =>
      goodnessOfFit(designOf(sample), sample.a, [0.3, 0.3, 0.4], { distribution }).p
    expect(Math.abs(p('satterthwaite') - p('lincom'))).toBeLessThan(0.02)
    expect(Math.abs(p('saddlepoint') - p('lincom'))).toBeLessThan(0.02)
  })

  test('A share of nothing, and a list of the wrong length, are refused.', () => {
    const sample = sampleOf(9)
    expect(() => goodnessOfFit(designOf(sample), sample.a, [0, 0.5, 0.5])).toThrow('The share of "never" is 0')
    expect(() => goodnessOfFit(designOf(sample), sample.a, [0.5, 0.5])).toThrow('2 rows where 3 were expected')
  })
})

describe('means of groups', () => {
  const sample = sampleOf(11)
  const design = designOf(sample)
  const two = coded(
    sample.a.codes.map((code) => Math.min(code, 1)),
    ['never', 'ever'],
  )

  test('A t-test is the regression on the second group, and turns its sign with the groups.', () => {
    const ours = tTest(design, sample.y, two)
    const other = tTest(
      design,
      sample.y,
      coded(
        two.codes.map((code) => 1 - code),
        ['ever', 'never'],
      ),
    )
    expect(ours.groups).toEqual(['never', 'ever'])
    expect(off(ours.t, -other.t)).toBeLessThan(1e-11)
    const wald = termTest(linearRegression(design, sample.y, [{ name: 'a', column: two }]), ['a'])
    expect(off(wald.F, ours.t ** 2)).toBeLessThan(1e-11)
    expect(off(wald.p, ours.p)).toBeLessThan(1e-10)
    const rest = groupsAgainstRest(design, sample.y, two)
    expect(rest.map(({ group }) => group)).toEqual(['never', 'ever'])
    expect(off(rest[1]?.t ?? NaN, ours.t)).toBeLessThan(1e-11)
  })

  test('An interval holds just the means that are not rejected.', () => {
    const { interval } = oneSampleTTest(design, sample.y, { level: 0.9 })
    for (const end of interval)
      expect(off(oneSampleTTest(design, sample.y, { against: end }).p, 0.1)).toBeLessThan(1e-8)
  })

  test('Pairs are contrasts of the means, and their p grows with how it is adjusted.', () => {
    const { means, groups, pairs } = compareGroups(design, sample.y, sample.a, { adjustment: 'bonferroni' })
    expect(groups).toEqual(['never', 'sometimes', 'often'])
    expect(pairs.map(({ pair }) => pair.join(' − '))).toEqual([
      'never − sometimes',
      'never − often',
      'sometimes − often',
    ])
    const contrast = contrastTest(means, [1, 0, -1])
    expect(off(pairs[1]?.p ?? NaN, contrast.p)).toBeLessThan(1e-12)
    const [holm, none] = [pairwise(means, groups), pairwise(means, groups, { adjustment: 'none' })]
    pairs.forEach((pair, k) => {
      expect(pair.adjusted).toBeGreaterThanOrEqual(holm[k]?.adjusted ?? NaN)
      expect(holm[k]?.adjusted).toBeGreaterThanOrEqual(none[k]?.adjusted ?? NaN)
      expect(none[k]?.adjusted).toBe(pair.p)
    })
    const regression = linearRegression(design, sample.y, [{ name: 'a', column: sample.a }])
    expect(off(waldTest(regression, [1, 2]).F, termTest(regression, ['a']).F)).toBeLessThan(1e-14)
  })

  test('A regression on a constant gives the weighted mean, and one unit of the outcome more moves only that.', () => {
    const { values, names } = linearRegression(design, sample.y, [])
    const total = sample.weights.reduce((sum, weight) => sum + weight, 0)
    const mean = sample.weights.reduce((sum, weight, i) => sum + weight * (sample.y.values[i] ?? NaN), 0) / total
    expect(names).toEqual(['(Intercept)'])
    expect(off(values[0] ?? NaN, mean)).toBeLessThan(1e-13)
    const terms = [{ name: 'a', column: sample.a }, { name: 'b', column: sample.b }, { product: ['a', 'b'] as const }]
    const [before, after] = [sample.y, numeric(sample.y.values.map((value) => value + 1e6))].map((y) =>
      linearRegression(design, y, terms),
    )
    expect(before?.names[7]).toBe('aoften:b2')
    before?.standardErrors.forEach((error, k) => expect(off(after?.standardErrors[k] ?? NaN, error)).toBeLessThan(1e-8))
  })

  test('What does not vary, or has no groups to compare, is refused.', () => {
    const flat = numeric(new Float64Array(design.n).fill(0.1))
    const gone = numeric(new Float64Array(design.n).fill(NaN))
    const one = coded(new Uint8Array(design.n), ['all', 'none'])
    expect(() => tTest(design, flat, two)).toThrow('does not vary')
    expect(() => oneSampleTTest(design, flat)).toThrow('The mean does not vary')
    expect(() => rankTest(design, flat, two)).toThrow('does not vary')
    expect(() => tTest(design, gone, two)).toThrow('"the outcome" has no answer in 120 rows')
    expect(() => tTest(design, gone, two, { missing: 'leave-out' })).toThrow('No row has an answer')
    expect(() => tTest(design, sample.y, sample.a)).toThrow('compares two groups, and there are 3')
    expect(() => tTest(design, sample.y, one)).toThrow('there are 1')
    expect(() => rankTest(design, sample.y, one)).toThrow('there is one with answers')
    expect(() => compareGroups(design, sample.y, one)).toThrow('two estimates or more')
    expect(() => groupsAgainstRest(design, sample.y, one)).toThrow('no others to compare')
    expect(() => tTest(design, sample.y, two, { level: 95 })).toThrow('A level of 95')
    expect(() => tTest(design, sample.y, two, { degreesOfFreedom: 0 })).toThrow('leaves 0 degrees of freedom')
    const regression = linearRegression(design, sample.y, [{ name: 'a', column: sample.a }])
    expect(() => termTest(regression, ['b'])).toThrow('"b" is no term of the regression')
    expect(() => waldTest(regression, [])).toThrow('needs an estimate')
    expect(() => waldTest(regression, [1, 1])).toThrow('no inverse')
    expect(() => contrastTest(regression, [1, 0])).toThrow('2 rows where 3')
    expect(() => linearRegression(design, sample.y, [{ name: 'a', column: one }])).toThrow('"a" has one level only')
    expect(() => linearRegression(design, sample.y, [], { constant: false })).toThrow('needs a constant or a term')
    const zero = [{ name: 'zero', column: numeric(new Float64Array(design.n)) }]
    expect(() => linearRegression(design, sample.y, zero, { constant: false })).toThrow('zero: no row with any weight')
    expect(linearRegression(design, sample.y, zero).dropped).toEqual(['zero'])
    expect(() => linearRegression(design, sample.y, [{ product: ['a', 'b'] }])).toThrow('names "a", which is no term')
  })
})

describe('ranks', () => {
  const sample = sampleOf(12)
  const design = designOf(sample)

  test('Only the order of the outcome counts, and of two groups F is the square of t.', () => {
    const stretched = numeric(sample.y.values.map((value) => Math.exp(value)))
    const two = coded(
      sample.a.codes.map((code) => Math.min(code, 1)),
      ['never', 'ever'],
    )
    for (const score of ['wilcoxon', 'vanderWaerden', 'median', (share: number) => share ** 2] as const) {
      const [ours, theirs] = [rankTest(design, sample.y, two, { score }), rankTest(design, stretched, two, { score })]
      expect(ours).toEqual(theirs)
      expect(ours.F).toBe((ours.t ?? NaN) ** 2)
      expect(rankTest(design, sample.y, sample.a, { score }).numeratorDf).toBe(2)
    }
  })

  test('With ties at their middle the order of the rows does not count; with R’s it does a little.', () => {
    const last = design.n - 1
    const turned: Sample = {
      weights: sample.weights.toReversed(),
      class: sample.class.toReversed(),
      a: coded(
        sample.a.codes.map((_, i, all) => all[last - i] ?? 0),
        sample.a.levels,
      ),
      b: sample.b,
      y: numeric(sample.y.values.toReversed()),
    }
    const p = (one: Sample, ties: 'midpoint' | 'row-order') => rankTest(designOf(one), one.y, one.a, { ties }).p
    expect(off(p(sample, 'midpoint'), p(turned, 'midpoint'))).toBeLessThan(1e-10)
    expect(off(p(sample, 'row-order'), p(turned, 'row-order'))).toBeGreaterThan(1e-6)
    expect(off(p(sample, 'row-order'), p(sample, 'midpoint'))).toBeLessThan(0.1)
  })

  test('A score that is no number is refused.', () => {
    expect(() => rankTest(design, sample.y, sample.a, { score: (share) => Math.log(share - 1) })).toThrow(
      'which is no number',
    )
  })
})
