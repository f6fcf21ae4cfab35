import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { means } from '../src/estimation/estimate.ts'
import { categorical, domainOf, indicator, numeric, surveyDesign, type ReplicateDesign } from '../src/index.ts'
import { proportionInterval } from '../src/intervals/proportion.ts'
import { comparisons } from './estimation-oracles.ts'

// The data of golden/estimation.json as `d`; numbers of R 4.2.2, survey 4.1.1.
const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/estimation.json'), 'utf8')) as {
  readonly data: Readonly<Record<string, readonly (string | number | null)[]>>
}
const every = Array.from({ length: 72 }, (_, i) => i)
const amounts = (name: string, rows = every) => numeric(rows.map((row) => Number(golden.data[name]?.[row])))
const texts = (name: string, rows = every) => rows.map((row) => String(golden.data[name]?.[row]))

test('Three stages of sampling with a population each add up as in R, a lonely unit of the last stage centred at zero.', () => {
  // options(survey.lonely.psu = "adjust"); d$s2 <- rep(1:36, each = 2); d$N3 <- 4
  // vcov(svymean(~x + y, svydesign(~psu + s2 + ssu, ~st, fpc = ~N1 + N2 + N3, weights = ~w, data = d)))
  const design = surveyDesign({
    weights: amounts('w'),
    strata: [texts('st')],
    clusters: [texts('psu'), every.map((row) => Math.floor(row / 2)), texts('ssu')],
    population: [amounts('N1'), amounts('N2'), every.map(() => 4)],
    lonely: 'adjust',
  })
  const found = comparisons()
  const theirs = [2.2087849817007, 1.28680788046944, 1.28680788046944, 1.64612646724051]
  found.add('covariance', means(design, { x: amounts('x'), y: amounts('y') }).covariance.m, theirs, 1e-13)
  expect(found.tooFar).toEqual([])
})

test('A stratum and a unit with one unit inside count as R has it; where no mean of others can stand for them, that is said.', () => {
  // e <- d[!(d$psu == 2 & d$ssu > 5) & !(d$st == "c" & d$psu != 13), ]
  // vcov(svymean(~x, svydesign(~psu + ssu, ~st, fpc = ~N1 + N2, weights = ~w, data = e)))
  const rows = every.filter((row) => {
    const [psu, ssu] = [Number(golden.data['psu']?.[row]), Number(golden.data['ssu']?.[row])]
    return !(psu === 2 && ssu > 5) && !(golden.data['st']?.[row] === 'c' && psu !== 13)
  })
  const variance = (lonely: 'adjust' | 'average' | 'certainty' | 'remove') => {
    const design = surveyDesign({
      weights: amounts('w', rows),
      strata: [texts('st', rows)],
      clusters: [texts('psu', rows), texts('ssu', rows)],
      population: [amounts('N1', rows), amounts('N2', rows)],
      lonely,
    })
    return means(design, { x: amounts('x', rows) }).covariance.m
  }
  const found = comparisons()
  found.add('adjust', variance('adjust'), [4.56663610367618], 1e-13)
  found.add('certainty', variance('certainty'), [3.45075001853155], 1e-13)
  found.add('remove', variance('remove'), [3.45075001853155], 1e-13)
  expect(found.tooFar).toEqual([])
  // R gives NaN: the unit with one unit has no other beside it.
  expect(() => variance('average')).toThrow('No stratum has two sampling units')
})

test('Replicates give means, design effects and intervals of R, in a domain too.', () => {
  // r <- as.svrepdesign(svydesign(~psu, ~st, weights = ~w, data = d, nest = TRUE), type = "JKn")
  const [weights, psu] = [amounts('w').values, amounts('psu').values]
  const r: ReplicateDesign = {
    kind: 'replicate',
    n: 72,
    weights,
    type: 'JKn',
    count: 18,
    scale: 1,
    rscales: new Float64Array(18).fill(5 / 6),
    mse: false,
    degreesOfFreedom: 15,
    domain: null,
    weightsOf: (k, into) =>
      psu.forEach((unit, i) => {
        const isBeside = Math.floor((unit - 1) / 6) === Math.floor(k / 6)
        into[i] = unit === k + 1 ? 0 : (weights[i] ?? 0) * (isBeside ? 6 / 5 : 1)
      }),
  }
  const own = domainOf(r, indicator(categorical(texts('g')), 'q', 'r').values)
  const found = comparisons()
  const see = ({ values, standardErrors, designEffects }: ReturnType<typeof means>, theirs: readonly number[]): void =>
    found.add('mean', [values[0], standardErrors[0], designEffects?.[0]].map(Number), theirs, 1e-12)
  // svymean(~x, r, deff = TRUE); svymean(~x, subset(r, g != "p"), deff = "replace")
  see(
    means(r, { x: amounts('x') }, { designEffect: 'without-replacement' }),
    [50.3731638209118, 1.53261487508484, 1.49385723616061],
  )
  see(
    means(own, { x: amounts('x') }, { designEffect: 'with-replacement' }),
    [52.3734360556714, 2.40090248899704, 2.14214687293409],
  )
  // svyciprop(~b, r, method = "beta")
  const { lower, upper } = proportionInterval(r, amounts('b'), { method: 'beta' })
  found.add('beta', [lower, upper], [0.244735577276598, 0.538897893053788], 1e-12)
  expect(found.tooFar).toEqual([])
})
