import { expect, test } from 'vitest'
import { categorical, crossed, numeric } from '../../src/data/column.ts'
import { domainOf, surveyDesign } from '../../src/design/design.ts'
import { SurveyError } from '../../src/survey-error.ts'
import { calibrate } from '../../src/weighting/calibrate.ts'
import { postStratify } from '../../src/weighting/post-stratify.ts'
import { rake } from '../../src/weighting/rake.ts'
import { hasOracles, panelMargins, readTable } from './oracles.ts'

const codeOf = (deed: () => unknown): string => {
  try {
    deed()
  } catch (error) {
    if (error instanceof SurveyError) return error.code
    throw error
  }
  return 'none'
}

const one = categorical('aabbbbbbbb'.split(''))
const other = categorical('xyxyxyxyyy'.split(''))
const design = surveyDesign({ n: 10 })
const first = { name: 'one', column: one, totals: { a: 30, b: 70 } }
const second = { name: 'other', column: other, totals: { x: 45, y: 55 } }

test('Margins that differ in total are refused with the difference.', () => {
  const deed = () => rake(design, [first, { ...second, totals: { x: 45, y: 56 } }])
  expect(deed).toThrow('"other" adds up to 101 and "one" to 100: a difference of 1.')
  expect(codeOf(deed)).toBe('margins-contradict')
  expect(() => rake(design, [first, second], { population: 99 })).toThrow(
    'and the population to 99: a difference of 1.',
  )
  // A thousandth of a person in a hundred is a contradiction; what the last digits do is not.
  expect(codeOf(() => rake(design, [first, { ...second, totals: { x: 45, y: 55.001 } }]))).toBe('margins-contradict')
  expect(codeOf(() => rake(design, [first, { ...second, totals: { x: 45, y: 55 + 1e-9 } }]))).toBe('none')
})

test('Shares that do not add up to 1, or are of nothing, are refused.', () => {
  const shares = { name: 'one', column: one, shares: { a: 0.3, b: 0.6 } }
  expect(() => rake(design, [shares], { population: 100 })).toThrow('add up to 0.9 and not to 1: a difference of -0.1.')
  expect(() => rake(design, [{ ...shares, shares: { a: 0.3, b: 0.7 } }])).toThrow('say of which population')
  const { weights } = rake(design, [{ ...shares, shares: { a: 0.3, b: 0.7 } }, second])
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 10)
})

test('A level with people and no sample is refused, and so is a sample without people, or of which nothing is said.', () => {
  const levels = { ...first, column: categorical('aabbbbbbbb'.split(''), ['a', 'b', 'c']) }
  expect(() => rake(design, [{ ...levels, totals: { a: 30, b: 60, c: 10 } }])).toThrow(
    '"one" has 10 people of level "c" in the population and nobody in the sample.',
  )
  expect(() => rake(design, [{ ...first, totals: { a: 30, b: 60, z: 10 } }])).toThrow('10 people of level "z"')
  expect(() => rake(design, [{ ...first, totals: { a: 0, b: 100 } }])).toThrow(
    '"a" in the sample and nobody in the population',
  )
  expect(() => rake(design, [{ ...first, totals: { b: 100 } }])).toThrow('"one" says nothing of level "a"')
  expect(() => postStratify(design, { ...first, totals: { b: 100 } })).toThrow('says nothing')
  // A level that neither has says nothing.
  expect(codeOf(() => rake(design, [{ ...levels, totals: { a: 30, b: 70, c: 0 } }]))).toBe('none')
  expect(codeOf(() => rake(design, [{ ...levels, totals: { a: 30, b: 70 } }]))).toBe('none')
})

test('A pattern of empty cells that cannot reach a margin is refused with the margin and how far off, not left to stand still.', () => {
  // All of a are x, so that x has at least 60.
  const a = categorical('aaabbbbbbb'.split(''))
  const b = categorical('xxxyyyyyyx'.split(''))
  const margins = [
    { name: 'a', column: a, totals: { a: 60, b: 40 } },
    { name: 'b', column: b, totals: { x: 30, y: 70 } },
  ]
  for (const path of ['cells', 'rows'] as const) {
    const deed = () => rake(design, margins, { path })
    expect(deed).toThrow(/^No weights reach these margins together.*: "a" level "b" has 70[.]0\d+ where 40 is asked/)
    expect(codeOf(deed)).toBe('margins-impossible')
  }
  expect(codeOf(() => calibrate(design, { margins }, { method: 'raking' }))).toBe('margins-impossible')
  expect(codeOf(() => calibrate(design, { margins }, { bounds: { lower: 0 } }))).toBe('margins-impossible')
  expect(codeOf(() => calibrate(design, { margins }))).toBe('negative-weights')
})

test('A joint margin and a margin that say different things are refused, though their totals are the same.', () => {
  const joint = crossed(one, other)
  const margins = [
    { name: 'joint', column: joint, totals: { 'a × x': 20, 'a × y': 20, 'b × x': 30, 'b × y': 30 } },
    { name: 'one', column: one, totals: { a: 41, b: 59 } },
  ]
  expect(() => rake(design, margins)).toThrow(/contradict each other/)
  for (const method of ['raking', 'linear'] as const)
    expect(() => calibrate(design, { margins }, { method })).toThrow('"one" level "a" has 40 where 41 is asked')
})

test('Margins that are reached only with weights of 0 are refused.', () => {
  const a = categorical('aaabbbbbbb'.split(''))
  const b = categorical('xxxyyyyyyx'.split(''))
  const margins = [
    { name: 'a', column: a, totals: { a: 30, b: 70 } },
    { name: 'b', column: b, totals: { x: 30, y: 70 } },
  ]
  expect(codeOf(() => rake(design, margins))).toBe('margins-impossible')
  expect(() => rake(design, margins)).toThrow(
    'only when rows get a weight of 0, such as those of "a" level "b" and "b" level "x", which have 1 before weighting',
  )
})

test('Three margins of which each two go together, and not all three, are refused.', () => {
  const patterns = ['ace', 'adf', 'bcf', 'bde']
  const [p, q, r] = [0, 1, 2].map((at) => categorical(patterns.map((pattern) => pattern.charAt(at))))
  if (p === undefined || q === undefined || r === undefined) throw new Error('three columns')
  // Weights would have to be 1/2(…) with one below 0.
  const margins = [
    { name: 'p', column: p, totals: { a: 20, b: 80 } },
    { name: 'q', column: q, totals: { c: 80, d: 20 } },
    { name: 'r', column: r, totals: { e: 80, f: 20 } },
  ]
  expect(codeOf(() => rake(surveyDesign({ n: 4 }), margins))).toBe('margins-impossible')
})

test('Bounds that cannot hold are refused with the level that shows it, or with all totals together.', () => {
  expect(() =>
    calibrate(design, { margins: [first] }, { population: 100, bounds: { lower: 0.5, upper: 1.4 } }),
  ).toThrow('The upper bound 1.4 cannot hold: "one" level "a" needs 15 times its start weights.')
  const scaled = surveyDesign({ n: 10, weights: new Float64Array(10).fill(10) })
  const tight = { lower: 0.6, upper: 1.51 }
  for (const method of ['linear', 'raking', 'logit'] as const) {
    const margins = [
      { name: 'one', column: categorical('aaaaabbbbb'.split('')), totals: { a: 70, b: 30 } },
      { name: 'other', column: categorical('xxxxyxyyyy'.split('')), totals: { x: 30, y: 70 } },
    ]
    const deed = () => calibrate(scaled, { margins }, { method, bounds: tight })
    expect(codeOf(deed), method).toBe('bounds-impossible')
    expect(deed).toThrow(/The bounds 0.6 and 1.51 cannot hold with these totals together: at best/)
  }
  expect(codeOf(() => calibrate(scaled, { margins: [first] }, { bounds: { lower: 2, upper: 1 } }))).toBe('bad-argument')
  expect(codeOf(() => calibrate(scaled, { margins: [first] }, { method: 'logit' }))).toBe('bad-argument')
})

test('Weights below 0 are refused unless they are asked for.', () => {
  const amounts = [{ name: 'x', column: numeric([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]), total: 100 }]
  expect(() => calibrate(design, { amounts }, { population: 100 })).toThrow(
    /^1 rows would get a weight below 0, the lowest -/,
  )
  const { report } = calibrate(design, { amounts }, { population: 100, allowNegative: true })
  expect(report.negativeWeights).toBe(1)
})

test('Totals of columns that say the same must agree.', () => {
  const [x, twice] = [numeric([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), numeric([2, 4, 6, 8, 10, 12, 14, 16, 18, 20])]
  const amounts = (total: number) => [
    { name: 'x', column: x, total: 60 },
    { name: 'twice', column: twice, total },
  ]
  expect(codeOf(() => calibrate(design, { amounts: amounts(120) }))).toBe('none')
  const deed = () => calibrate(design, { amounts: amounts(130) })
  expect(codeOf(deed)).toBe('margins-impossible')
  expect(deed).toThrow('"twice" level "(total)" has 120 where 130 is asked')
})

test('Degenerate samples: nobody, one row, one level, weights that are all the same already.', () => {
  const nobody = { name: 'a', column: categorical([], ['a']), totals: { a: 5 } }
  expect(codeOf(() => rake(surveyDesign({ n: 0 }), [nobody]))).toBe('nothing-to-estimate')
  const single = { name: 'a', column: categorical(['a']), totals: { a: 5 } }
  expect([...rake(surveyDesign({ n: 1 }), [single]).weights]).toEqual([5])
  const missing = { name: 'a', column: categorical(['', ''], ['a']), totals: { a: 5 }, missing: 'drop' } as const
  expect(codeOf(() => rake(surveyDesign({ n: 2 }), [missing]))).toBe('nothing-to-estimate')
  const { report } = rake(surveyDesign({ n: 10, weights: new Float64Array(10).fill(10) }), [
    { name: 'one', column: one, totals: { a: 20, b: 80 } },
  ])
  expect(report).toMatchObject({ designEffect: 1, effectiveSize: 10, lowestFactor: 1, highestFactor: 1 })
  expect(codeOf(() => rake(design, []))).toBe('bad-argument')
  expect(codeOf(() => calibrate(design, {}))).toBe('bad-argument')
  expect(codeOf(() => rake(design, [first, first]))).toBe('bad-argument')
  expect(codeOf(() => rake(design, [{ ...first, totals: { a: -1, b: 2 } }]))).toBe('bad-argument')
  expect(codeOf(() => rake(design, [{ ...first, totals: { a: NaN, b: 2 } }]))).toBe('bad-argument')
  expect(codeOf(() => rake(surveyDesign({ n: 9 }), [first]))).toBe('different-lengths')
})

test('A level may be called whatever an object knows already.', () => {
  const odd = categorical(['constructor', '__proto__', 'toString', '10'])
  const totals = JSON.parse('{"constructor": 1, "__proto__": 2, "toString": 3, "10": 4}') as Record<string, number>
  expect([...rake(surveyDesign({ n: 4 }), [{ name: 'odd', column: odd, totals }]).weights]).toEqual([1, 2, 3, 4])
})

test('A part of a sample is not weighted by mistake.', () => {
  const part = domainOf(design, Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]))
  expect(() => rake(part, [first])).toThrow('weight all of them first')
})

test('An app can stop it between two rounds.', () => {
  const deed = () => rake(design, [first, second], { onStep: ({ iteration }) => iteration < 2 })
  expect(codeOf(deed)).toBe('aborted')
  expect(codeOf(() => calibrate(design, { margins: [first] }, { onStep: () => false }))).toBe('aborted')
})

test('Rounds that are too few are refused with the level that is off.', () => {
  const deed = () => calibrate(design, { margins: [first, second] }, { method: 'raking', maxIterations: 1 })
  expect(deed).toThrow(/^Calibration has not converged after 1 steps: "\w+" level "\w" has/)
})

test.skipIf(!hasOracles)('What R lets pass or answers in riddles is refused in a sentence.', () => {
  const panel = readTable('data/panel1000.csv')
  const [gender, edu, mig, region] = panelMargins(panel)
  if (gender === undefined || edu === undefined || mig === undefined || region === undefined) throw new Error('margins')
  const sample = surveyDesign({ n: 1000, weights: new Float64Array(1000).fill(2400) })
  const without = { ...mig, totals: { nl: 2_160_000, west: 240_000 } }
  expect(() => rake(sample, [gender, edu, without, region])).toThrow('"mig" says nothing of level "nonwest"')
  const more = { ...edu, totals: { ...edu.totals, wo: 400_000 } }
  expect(() => rake(sample, [gender, more, mig, region])).toThrow(
    '"edu" adds up to 2440000 and "gender" to 2400000: a difference of 40000.',
  )
  expect(() => calibrate(sample, { margins: [gender, edu, mig, region] })).toThrow('rows would get a weight below 0')
})

test('Margins of one column that differ are told to contradict each other, however they are calibrated.', () => {
  const again = { name: 'again', column: one, totals: { a: 40, b: 60 } }
  for (const method of ['linear', 'raking'] as const) {
    const deed = () => calibrate(design, { margins: [first, again] }, { method, allowNegative: true })
    expect(codeOf(deed)).toBe('margins-impossible')
    expect(deed).toThrow(/contradict each other.*: "\w+" level "[ab]" has [\d.]+ where \d+ is asked\.$/)
  }
  const constant = { name: 'constant', column: numeric(new Float64Array(10).fill(2)), total: 201 }
  expect(() => calibrate(design, { margins: [first], amounts: [constant] })).toThrow(
    'contradict each other: "constant" level "(total)" has 200 where 201 is asked.',
  )
})

test('Amounts as large or small as numbers can be are reached, and not taken for reached.', () => {
  for (const size of [1e200, 1e-200, 1e-300]) {
    const values = Float64Array.from({ length: 10 }, (_, i) => (i + 1) * size)
    for (const margins of [[], [first]]) {
      const total = (margins.length > 0 ? 520 : 60) * size
      const { weights } = calibrate(design, { margins, amounts: [{ name: 'x', column: numeric(values), total }] })
      const reached = weights.reduce((sum, weight, i) => sum + weight * (i + 1), 0)
      expect(Math.abs((reached * size) / total - 1)).toBeLessThan(1e-12)
    }
  }
})

test('Totals and start weights that numbers cannot hold are refused, and no weight is NaN.', () => {
  expect(() => rake(design, [{ ...first, totals: { a: 1e308, b: 1e308 } }])).toThrow('more than a number can be')
  expect(() => rake(design, [{ ...first, totals: { a: 5e-324, b: 5e-324 } }])).toThrow(
    '"a" has 0 where 5e-324 is asked',
  )
  const heavy = surveyDesign({ weights: new Float64Array(10).fill(1e308) })
  expect(codeOf(() => rake(heavy, [first, second]))).toBe('bad-weights')
  const tiny = { ...first, totals: { a: 3e-300, b: 7e-300 } }
  expect((calibrate(design, { margins: [tiny] }, { method: 'raking' }).weights[0] ?? 0) * 1e300).toBeCloseTo(1.5, 12)
  // Rounding is no contradiction.
  expect(codeOf(() => calibrate(design, { margins: [tiny] }))).toBe('not-converged')
  expect(codeOf(() => rake(design, [first], { tolerance: NaN }))).toBe('bad-argument')
  expect(codeOf(() => rake(design, [first], { maxIterations: NaN }))).toBe('bad-argument')
})
