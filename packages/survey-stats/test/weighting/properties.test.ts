import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { categorical, coded, crossed, numeric, type Categorical } from '../../src/data/column.ts'
import { surveyDesign } from '../../src/design/design.ts'
import { sha256 } from '../../src/hash/sha-256.ts'
import { seeded, type Seeded } from '../../src/random/seeded.ts'
import { SurveyError } from '../../src/survey-error.ts'
import { calibrate } from '../../src/weighting/calibrate.ts'
import { postStratify } from '../../src/weighting/post-stratify.ts'
import { rake } from '../../src/weighting/rake.ts'
import { replicatesOf } from '../../src/design/replicates.ts'
import { estimateOf } from '../../src/estimation/statistic.ts'
import { a, b, columns, designs, four, fourOf, golden } from './golden.ts'
import { furthestApart } from './oracles.ts'

const columnOf = (random: Seeded, n: number, levels: number, missing = 0): Categorical =>
  categorical(
    Array.from({ length: n }, () => (random.uniform() < missing ? null : `l${random.below(levels)}`)),
    Array.from({ length: levels }, (_, level) => `l${level}`),
  )

const startOf = (random: Seeded, n: number): Float64Array =>
  Float64Array.from({ length: n }, () => Math.exp(2 * random.uniform() - 1))

/** Totals that some weights above 0 reach for sure: those of weights drawn at random. */
const reachable = (columns: readonly Categorical[], weights: Float64Array) =>
  columns.map((column, m) => {
    const totals: Record<string, number> = {}
    weights.forEach((weight, i) => {
      const level = column.levels[column.codes[i] ?? 0] ?? ''
      totals[level] = (totals[level] ?? 0) + weight
    })
    return { name: `margin ${m}`, column, totals }
  })

test('Cells and rows give the same weights to twelve digits, from whatever start weights and margins.', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const random = seeded(String(seed))
    const n = 20 + random.below(400)
    const columns = [2, 3, 5].map((levels) => columnOf(random, n, levels))
    const design = surveyDesign({ weights: startOf(random, n) })
    const margins = reachable(columns, startOf(random, n))
    const [cells, rows] = (['cells', 'rows'] as const).map((path) => rake(design, margins, { path }))
    expect(furthestApart(cells?.weights ?? [], rows?.weights ?? [])).toBeLessThan(1e-12)
    expect(cells?.report.furthest?.off).toBeLessThan(1e-12)
    expect(cells?.report.hash).toBe(rows?.report.hash)
    const bounded = (['cells', 'rows'] as const).map((path) =>
      calibrate(design, { margins }, { method: 'logit', bounds: { lower: 0.01, upper: 100 }, path }),
    )
    expect(furthestApart(bounded[0]?.weights ?? [], bounded[1]?.weights ?? [])).toBeLessThan(1e-11)
  }
})

test('Raking and calibration with the raking distance are the same weights.', () => {
  for (let seed = 100; seed < 130; seed += 1) {
    const random = seeded(String(seed))
    const n = 50 + random.below(300)
    const columns = [2, 4, 6].map((levels) => columnOf(random, n, levels))
    const design = surveyDesign({ weights: startOf(random, n) })
    const margins = reachable(columns, startOf(random, n))
    expect(
      furthestApart(rake(design, margins).weights, calibrate(design, { margins }, { method: 'raking' }).weights),
    ).toBeLessThan(1e-11)
  }
})

test('What can be reached is reached, and never called impossible, however many cells are empty.', () => {
  for (let seed = 200; seed < 400; seed += 1) {
    const random = seeded(String(seed))
    const n = 12 + random.below(20)
    const columns = [4, 5, 6].map((levels) => columnOf(random, n, levels))
    const truth = Float64Array.from({ length: n }, () => Math.exp(6 * random.uniform()))
    const { weights, report } = rake(surveyDesign({ n }), reachable(columns, truth))
    expect(report.furthest?.off).toBeLessThan(1e-8)
    expect(Math.min(...weights)).toBeGreaterThan(0)
  }
})

test('What cannot be reached is refused as such, with hardly a case undecided.', () => {
  const counts: Record<string, number> = {}
  for (let seed = 400; seed < 600; seed += 1) {
    const random = seeded(String(seed))
    const n = 10 + random.below(15)
    const columns = [3, 4, 5].map((levels) => columnOf(random, n, levels))
    const margins = columns.map((column, m) => {
      const levels = column.levels.filter((_, code) => column.codes.includes(code))
      const cuts = levels.map(() => 0.05 + random.uniform())
      const sum = cuts.reduce((total, cut) => total + cut, 0)
      return {
        name: `m${m}`,
        column,
        shares: Object.fromEntries(levels.map((level, k) => [level, (cuts[k] ?? 0) / sum])),
      }
    })
    try {
      const { report } = rake(surveyDesign({ n }), margins, { population: 1000 })
      expect(report.furthest?.off).toBeLessThan(1e-8)
      counts['reached'] = (counts['reached'] ?? 0) + 1
    } catch (error) {
      const code = error instanceof SurveyError ? error.code : 'other'
      counts[code] = (counts[code] ?? 0) + 1
    }
  }
  expect(counts['other']).toBeUndefined()
  expect(counts['reached']).toBeGreaterThan(20)
  expect(counts['margins-impossible']).toBeGreaterThan(20)
  expect(counts['not-converged'] ?? 0).toBeLessThan(3)
})

test('Bounds are kept by every method, and the totals hold.', () => {
  for (let seed = 600; seed < 640; seed += 1) {
    const random = seeded(String(seed))
    const n = 60 + random.below(200)
    const columns = [2, 3, 4].map((levels) => columnOf(random, n, levels))
    const weights = startOf(random, n)
    const design = surveyDesign({ weights })
    const margins = reachable(
      columns,
      weights.map((weight) => weight * (0.7 + 0.8 * random.uniform())),
    )
    const x = numeric(Float64Array.from({ length: n }, () => 1000 + 10 * random.uniform()))
    const sum = margins[0] === undefined ? 0 : Object.values(margins[0].totals).reduce((all, total) => all + total, 0)
    for (const method of ['linear', 'raking', 'logit'] as const) {
      const { report } = calibrate(
        design,
        { margins, amounts: [{ name: 'x', column: x, total: sum * 1005 }] },
        { method, bounds: { lower: 0.6, upper: 1.9 } },
      )
      expect(report.lowestFactor).toBeGreaterThanOrEqual(0.6 - 1e-12)
      expect(report.highestFactor).toBeLessThanOrEqual(1.9 + 1e-12)
      expect(report.furthest?.off).toBeLessThan(1e-9)
      expect(Math.abs(report.amounts[0]?.difference ?? NaN)).toBeLessThan(1e-6 * sum)
    }
  }
})

test('Limits of the weights are bounds on the multiples where all start weights are the same.', () => {
  const design = surveyDesign({ n: 96, weights: new Float64Array(96).fill(20) })
  const bounded = calibrate(design, { margins: [a, b] }, { method: 'raking', bounds: { lower: 0.85, upper: 1.5 } })
  for (const path of ['cells', 'rows'] as const) {
    const limits = { lower: 17, upper: 30 }
    const { weights, report } = calibrate(design, { margins: [a, b] }, { method: 'raking', limits, path })
    expect(report.path).toBe(path)
    expect(furthestApart(weights, bounded.weights)).toBeLessThan(1e-12)
    expect(Math.max(...weights)).toBeLessThanOrEqual(30)
  }
})

test('The order of margins, rows and levels, and the scale of the start weights, change no weight.', () => {
  const design = designs.rows
  const { weights } = rake(design, [a, b])
  expect(furthestApart(rake(design, [b, a]).weights, weights)).toBeLessThan(1e-12)
  const tenfold = surveyDesign({ weights: design.weights.map((weight) => weight * 1e4) })
  expect(furthestApart(rake(tenfold, [a, b]).weights, weights)).toBeLessThan(1e-12)
  const turned = {
    ...a,
    column: coded(
      a.column.codes.map((code) => 2 - code),
      a.column.levels.toReversed(),
    ),
  }
  expect(furthestApart(rake(design, [turned, b]).weights, weights)).toBeLessThan(1e-12)
})

test('Raking to a joint margin is post-stratification, and raking again changes nothing.', () => {
  const joint = {
    name: 'joint',
    column: crossed(a.column, b.column),
    shares: Object.fromEntries(crossed(a.column, b.column).levels.map((level) => [level, 1 / 6])),
  }
  const raked = rake(designs.rows, [joint], { population: 600 })
  expect(furthestApart(postStratify(designs.rows, joint, { population: 600 }).weights, raked.weights)).toBe(0)
  const once = rake(designs.rows, [a, b])
  expect(furthestApart(rake(once.design, [a, b]).weights, once.weights)).toBeLessThan(1e-13)
})

test('What is done after rows dropped out is as if they had never been there.', () => {
  const { am, stratum, unit, w, x, y } = golden.data
  const stays = am.map((answer) => answer !== null)
  const only = <Value>(values: readonly Value[]): Value[] => values.filter((_, i) => stays[i])
  const part = (column: Categorical): Categorical =>
    coded(
      column.codes.filter((_, i) => stays[i]),
      column.levels,
    )
  const small = surveyDesign({ weights: only(w), clusters: [only(unit)], strata: [only(stratum)] })
  const answered = { ...a, column: columns.am }
  const dropped = rake(designs.units, [{ ...answered, missing: 'drop' }, b]).design
  const left = rake(small, [
    { ...a, column: part(columns.am) },
    { ...b, column: part(b.column) },
  ]).design
  const one = estimateOf(postStratify(rake(dropped, [b]).design, b).design, four)
  const again = rake(left, [{ ...b, column: part(b.column) }]).design
  const other = estimateOf(
    postStratify(again, { ...b, column: part(b.column) }).design,
    fourOf(Float64Array.from(only(y)), Float64Array.from(only(x))),
  )
  expect(furthestApart(one.values, other.values)).toBeLessThan(1e-12)
  expect(furthestApart(one.standardErrors, other.standardErrors)).toBeLessThan(1e-10)
  expect(one.degreesOfFreedom).toBe(other.degreesOfFreedom)
  const [mine, theirs] = [dropped, left].map((design) => replicatesOf(design, { type: 'JKn' }))
  if (mine === undefined || theirs === undefined) throw new Error('two designs')
  const smallFour = fourOf(Float64Array.from(only(y)), Float64Array.from(only(x)))
  expect(
    furthestApart(estimateOf(mine, four).standardErrors, estimateOf(theirs, smallFour).standardErrors),
  ).toBeLessThan(1e-10)
})

test('Where missing answers are spread, those who answered have the shares of the margin.', () => {
  const random = seeded('spread')
  const n = 300
  const column = columnOf(random, n, 3, 0.2)
  const margins = [
    { name: 'spread', column, totals: { l0: 50, l1: 30, l2: 20 }, missing: 'impute-share' },
    { name: 'other', column: columnOf(random, n, 2), totals: { l0: 35, l1: 65 } },
  ] as const
  const { weights } = rake(surveyDesign({ weights: startOf(random, n) }), margins)
  const sums = [0, 0, 0, 0]
  weights.forEach((weight, i) => (sums[column.codes[i] ?? 3] = (sums[column.codes[i] ?? 3] ?? 0) + weight))
  const answered = 100 - (sums[3] ?? 0)
  expect(
    furthestApart(
      sums.slice(0, 3).map((sum) => sum / answered),
      [0.5, 0.3, 0.2],
    ),
  ).toBeLessThan(1e-10)
})

test('The hash is the same for the same inputs, another for any other, and what SHA-256 says it is.', () => {
  const hash = rake(designs.rows, [a, b]).report.hash
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(rake(designs.rows, [a, b]).report.hash).toBe(hash)
  const others = [
    rake(designs.rows, [b, a]),
    rake(designs.rows, [a, { ...b, totals: { b1: 1001, b2: 1199 } }]),
    rake(designs.rows, [{ ...a, missing: 'drop' }, b]),
    rake(surveyDesign({ n: 96 }), [a, b]),
    calibrate(designs.rows, { margins: [a, b] }, { method: 'raking' }),
  ].map(({ report }) => report.hash)
  expect(new Set([hash, ...others]).size).toBe(6)
  for (const text of ['', 'abc', 'é€\u{1d11e}', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(1000)])
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
})

test('The report says what was asked, what there was, what there is and what it cost.', () => {
  const { report, weights } = rake(surveyDesign({ n: 96 }), [a, b])
  expect(JSON.parse(JSON.stringify(report))).toMatchObject({
    method: 'rake',
    rows: 96,
    weightedRows: 96,
    path: 'cells',
  })
  const [level] = report.margins[0]?.levels ?? []
  expect(level).toMatchObject({ level: 'a1', asked: 1100 })
  expect(level?.before).toBe(a.column.codes.filter((code) => code === 0).length)
  const [sum, squares] = [weights.reduce((all, w) => all + w, 0), weights.reduce((all, w) => all + w * w, 0)]
  expect(report.population).toBeCloseTo(2200, 8)
  expect(report.effectiveSize).toBeCloseTo(sum ** 2 / squares, 10)
  expect(report.designEffect).toBeCloseTo((96 * squares) / sum ** 2, 12)
  expect(report.lowestFactor).toBe(report.lowestWeight)
})
