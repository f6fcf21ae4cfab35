import { expect, test } from 'vitest'
import { byGroup } from '../src/estimation/by-group.ts'
import { contrast, functionsOf } from '../src/estimation/contrast.ts'
import { crossTable } from '../src/estimation/cross-table.ts'
import { meanOf, ratioOf, together, totalOf } from '../src/estimation/estimand.ts'
import { estimate, means, proportions, ratios, totals, variances } from '../src/estimation/estimate.ts'
import { categorical, domainOf, numeric, summariseWeights, surveyDesign, withMissingAs } from '../src/index.ts'
import { coefficientsOfVariation, confidenceIntervals } from '../src/intervals/confidence.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'another error'
  }
  return 'no error'
}

// Four pupils of a school of forty, each standing for ten.
const design = surveyDesign({ weights: [10, 10, 10, 10], population: [[40, 40, 40, 40]] })
const hours = numeric([1, 2, 3, 6])
const likes = categorical(['yes', 'yes', 'no', 'yes'], ['no', 'yes'])

test('A mean, its standard error and its interval, worked out by hand.', () => {
  const found = means(design, { hours }, { designEffect: 'without-replacement' })
  expect(found.names).toEqual(['hours'])
  expect(found.values[0]).toBe(3)
  // s² = 14/3, and (1 − 4/40) s²/4 = 1.05.
  expect(found.standardErrors[0]).toBeCloseTo(Math.sqrt(1.05), 14)
  expect(found.designEffects?.[0]).toBeCloseTo(1, 13)
  expect(found.degreesOfFreedom).toBe(3)
  const { lower, upper } = confidenceIntervals(found)
  expect(upper[0]).toBeCloseTo(3 + 3.182446305283708 * Math.sqrt(1.05), 12)
  expect(lower[0]).toBeCloseTo(3 - 3.182446305283708 * Math.sqrt(1.05), 12)
  expect(coefficientsOfVariation(found)[0]).toBeCloseTo(Math.sqrt(1.05) / 3, 14)
  expect(coefficientsOfVariation({ values: Float64Array.of(0), standardErrors: Float64Array.of(1) })).toEqual([null])
})

test('Totals, shares and ratios of the same pupils.', () => {
  expect([...totals(design, { hours, likes }).values]).toEqual([120, 10, 30])
  expect(totals(design, { hours, likes }).names).toEqual(['hours', 'likes: no', 'likes: yes'])
  expect([...proportions(design, likes).values]).toEqual([0.25, 0.75])
  expect([...ratios(design, { hours }, { ones: numeric([1, 1, 1, 1]) }).values]).toEqual([3])
  expect(variances(design, { hours }).values[0]).toBeCloseTo(14 / 3, 13)
})

test('Weights twice as large give the same means and shares, totals twice as large, and the same relative errors.', () => {
  const [a, b] = [surveyDesign({ weights: [3, 1, 4, 2] }), surveyDesign({ weights: [6, 2, 8, 4] })]
  expect([...means(b, { hours, likes }).values]).toEqual([...means(a, { hours, likes }).values])
  means(a, { hours }).covariance.m.forEach((one, k) => expect(means(b, { hours }).covariance.m[k]).toBeCloseTo(one, 13))
  const [x, y] = [totals(a, { hours }), totals(b, { hours })]
  expect(y.values[0]).toBe(2 * (x.values[0] ?? NaN))
  expect(coefficientsOfVariation(y)[0]).toBeCloseTo(coefficientsOfVariation(x)[0] ?? NaN, 13)
})

test('The order of the rows does not matter, and a population as large as the sample leaves no doubt.', () => {
  const [a, b] = [surveyDesign({ weights: [3, 1, 4, 2] }), surveyDesign({ weights: [2, 4, 1, 3] })]
  const turned = numeric([...hours.values].toReversed())
  expect(means(b, { x: turned }).standardErrors[0]).toBeCloseTo(means(a, { x: hours }).standardErrors[0] ?? NaN, 14)
  const census = surveyDesign({ weights: [1, 1, 1, 1], population: [[4, 4, 4, 4]] })
  expect(means(census, { hours }).standardErrors[0]).toBe(0)
})

test('Shares of all levels add up to one, and so their covariances add up to nothing.', () => {
  const { values, covariance } = proportions(surveyDesign({ weights: [3, 1, 4, 2] }), likes)
  expect((values[0] ?? 0) + (values[1] ?? 0)).toBe(1)
  expect((covariance.m[0] ?? 0) + (covariance.m[1] ?? 0)).toBeCloseTo(0, 15)
})

test('A contrast of groups has the covariance between them in it, and equals the difference estimated at once.', () => {
  const clustered = surveyDesign({ weights: [3, 1, 4, 2, 5, 2], clusters: [[1, 1, 2, 2, 3, 3]] })
  const x = numeric([1, 2, 3, 6, 4, 9])
  const group = categorical(['a', 'b', 'a', 'b', 'a', 'b'])
  const found = byGroup(clustered, group, meanOf({ x }))
  const { values, standardErrors } = contrast(found, { gap: { 'b: x': 1, 'a: x': -1 } })
  expect(values[0]).toBeCloseTo((found.values[1] ?? 0) - (found.values[0] ?? 0), 14)
  const apart = Math.hypot(found.standardErrors[0] ?? 0, found.standardErrors[1] ?? 0)
  expect(standardErrors[0]).not.toBeCloseTo(apart, 3)
  expect(() => contrast(found, { gap: { 'c: x': 1 } })).toThrow('No estimate is named "c: x".')
})

test('A ratio is the function of two totals that it is.', () => {
  const sample = surveyDesign({ weights: [3, 1, 4, 2] })
  const pair = estimate(sample, together(totalOf({ hours }), totalOf({ likes })))
  const [top, bottom] = [pair.values[0] ?? 0, pair.values[2] ?? 0]
  const ours = functionsOf(
    pair,
    ['ratio'],
    () => [top / bottom],
    () => [[1 / bottom, 0, -top / bottom ** 2]],
  )
  const theirs = estimate(sample, ratioOf({ hours }, { yes: numeric([1, 1, 0, 1]) }))
  expect(ours.values[0]).toBeCloseTo(theirs.values[0] ?? NaN, 14)
  expect(ours.standardErrors[0]).toBeCloseTo(theirs.standardErrors[0] ?? NaN, 13)
  const broken = () =>
    functionsOf(
      pair,
      ['x'],
      () => [NaN],
      () => [[1, 0, 0]],
    )
  expect(codeOf(broken)).toBe('not-defined')
})

test('Missing answers are refused with how many there are, unless they are left out or have a level.', () => {
  const some = numeric([1, null, 3, null])
  expect(() => means(design, { some })).toThrow('"some" has no answer in 2 rows; leave them out')
  expect(means(design, { some }, { missing: 'leave-out' }).values[0]).toBe(2)
  const level = categorical(['yes', '', 'no', 'yes'], ['no', 'yes'])
  expect(codeOf(() => proportions(design, level))).toBe('missing-values')
  expect([...proportions(design, withMissingAs(level, 'none')).values]).toEqual([0.25, 0.5, 0.25])
  // Outside the domain a missing answer is no matter.
  expect(means(domainOf(design, [1, 0, 1, 0]), { some }).values[0]).toBe(2)
})

test('Nothing to estimate is said, and never a NaN.', () => {
  const nobody = domainOf(design, [0, 0, 0, 0])
  expect(codeOf(() => means(nobody, { hours }))).toBe('nothing-to-estimate')
  expect(codeOf(() => byGroup(nobody, likes, meanOf({ hours })))).toBe('nothing-to-estimate')
  expect(codeOf(() => crossTable(nobody, likes, likes, { of: 'share' }))).toBe('nothing-to-estimate')
  expect(codeOf(() => variances(domainOf(design, [1, 0, 0, 0]), { hours }))).toBe('nothing-to-estimate')
  expect(codeOf(() => means(surveyDesign({ weights: [] }), { hours: numeric([]) }))).toBe('nothing-to-estimate')
  expect(codeOf(() => means(surveyDesign({ weights: [1] }), { hours: numeric([1]) }))).toBe('lonely-unit')
  expect(codeOf(() => means(design, { hours: numeric([1]) }))).toBe('different-lengths')
  const none = numeric([null, null, null, null])
  expect(codeOf(() => means(design, { none }, { missing: 'leave-out' }))).toBe('nothing-to-estimate')
  expect(() => ratios(design, { hours }, { none: numeric([0, 0, 0, 0]) })).toThrow('The total of none is 0')
})

test('What does not vary has no error, and no design effect.', () => {
  const { values, standardErrors, designEffects } = means(
    design,
    { same: numeric([7, 7, 7, 7]), only: categorical(['a', 'a', 'a', 'a']) },
    { designEffect: 'with-replacement' },
  )
  expect([...values]).toEqual([7, 1])
  expect([...standardErrors]).toEqual([0, 0])
  expect(designEffects).toEqual([null, null])
  expect(codeOf(() => means(surveyDesign({ n: 4 }), { hours }, { designEffect: 'without-replacement' }))).toBe(
    'no error',
  )
  const light = surveyDesign({ weights: [0.1, 0.2, 0.1, 0.2] })
  expect(codeOf(() => means(light, { hours }, { designEffect: 'without-replacement' }))).toBe('not-defined')
})

test('A group without rows is named and left out.', () => {
  const group = categorical(['a', 'a', 'b', 'b'], ['a', 'b', 'c'])
  const { groups, empty, values, names } = byGroup(design, group, meanOf({ hours }))
  expect({ groups, empty, names, values: [...values] }).toEqual({
    groups: ['a', 'b'],
    empty: ['c'],
    names: ['a: hours', 'b: hours'],
    values: [1.5, 4.5],
  })
})

test('A table of counts, of shares of all, of rows and of columns.', () => {
  const sex = categorical(['f', 'm', 'f', 'm'])
  const of = (meaning: 'count' | 'share' | 'share-of-row' | 'share-of-column') => [
    ...crossTable(design, sex, likes, { of: meaning }).values,
  ]
  expect(of('count')).toEqual([10, 10, 0, 20])
  expect(of('share')).toEqual([0.25, 0.25, 0, 0.5])
  expect(of('share-of-row')).toEqual([0.5, 0.5, 0, 1])
  expect(of('share-of-column')).toEqual([1, 1 / 3, 0, 2 / 3])
  const rows = crossTable(design, sex, likes, { of: 'share-of-row' })
  const groups = byGroup(design, sex, meanOf({ likes }))
  rows.covariance.m.forEach((one, k) => expect(one).toBeCloseTo(groups.covariance.m[k] ?? NaN, 15))
  expect(codeOf(() => crossTable(design, sex, likes, { of: 'share', total: 5 }))).toBe('bad-argument')
})

test('Equal weights have a design effect of one; one heavy row leaves little of the others.', () => {
  const { designEffect, effectiveSize } = summariseWeights(Float64Array.of(3, 3, 3))
  expect([designEffect, effectiveSize]).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)])
  expect(summariseWeights(Float64Array.of(1, 1, 0, 8)).effectiveSize).toBeCloseTo(100 / 66, 14)
  expect(summariseWeights(Float64Array.of(0, 0)).effectiveSize).toBe(0)
})

test('An interval needs a level between 0 and 1 and degrees of freedom.', () => {
  const found = means(design, { hours })
  expect(codeOf(() => confidenceIntervals(found, { level: 1 }))).toBe('bad-argument')
  expect(codeOf(() => confidenceIntervals(found, { degreesOfFreedom: 0 }))).toBe('not-defined')
  const { upper } = confidenceIntervals(found, { degreesOfFreedom: Infinity })
  expect(upper[0]).toBeCloseTo(3 + 1.959963984540054 * Math.sqrt(1.05), 12)
})
