import type { Column, Numeric } from '../data/column.ts'
import { SurveyError } from '../survey-error.ts'
import type { CalledColumns } from './answered.ts'
import type { Statistic } from './statistic.ts'
import { deviations, rowsWeighed, sumOf, weightedSums } from './weighted-sums.ts'

/** Columns with the names that their estimates will have. */
export type NamedColumns = Readonly<Record<string, Column>>
export type NamedAmounts = Readonly<Record<string, Numeric>>

/** What is to be estimated of which columns, whatever the design. */
export type Estimand = {
  /** Of each number that will come out. */
  readonly names: readonly string[]
  readonly columns: CalledColumns
  /** @param weights those of the design, 0 for the rows that are not spoken of */
  readonly statistic: (weights: Float64Array) => Statistic
}

/** Names as `income`, or `school: havo` for a level. */
const namesOf = (columns: NamedColumns): string[] =>
  Object.entries(columns).flatMap(([name, column]) =>
    column.kind === 'numeric' ? [name] : column.levels.map((level) => `${name}: ${level}`),
  )

/** Σ wᵢ xᵢ of each amount, Σ wᵢ of the rows in each level. Linearised: zᵢ = xᵢ. Source: Särndal et al. (1992), ch. 2; R `svytotal`. */
export const totalOf = (columns: NamedColumns): Estimand => {
  const own = Object.values(columns)
  return {
    names: namesOf(columns),
    columns: Object.entries(columns),
    statistic: () => ({
      estimate: (weights) => weightedSums(own, weights),
      linearise: (weights, totals) => deviations(own, weights, new Float64Array(totals.length), 1),
    }),
  }
}

/**
 * Σ wᵢ xᵢ / Σ wᵢ of each amount, the share of each level. Linearised: zᵢ = (xᵢ − x̄) / Σ w.
 * Source: Särndal et al. (1992), 5.7; R `svymean`.
 */
export const meanOf = (columns: NamedColumns): Estimand => {
  const own = Object.values(columns)
  return {
    names: namesOf(columns),
    columns: Object.entries(columns),
    statistic: () => ({
      estimate: (weights) => {
        const total = totalWeight(weights)
        return weightedSums(own, weights).map((sum) => sum / total)
      },
      linearise: (weights, means) => deviations(own, weights, means, 1 / totalWeight(weights)),
    }),
  }
}

/**
 * Σ wᵢ yᵢ / Σ wᵢ xᵢ of each numerator and denominator, the numerators running fastest, named `y / x`.
 * Linearised: zᵢ = (yᵢ − R xᵢ) / Σ w x. Source: Särndal et al. (1992), 5.6; R `svyratio`.
 */
export const ratioOf = (numerators: NamedAmounts, denominators: NamedAmounts): Estimand => {
  const [above, below] = [Object.entries(numerators), Object.entries(denominators)]
  const columns = [...above, ...below]
  const names = below.flatMap(([x]) => above.map(([y]) => `${y} / ${x}`))
  const belowSums = (weights: Float64Array): Float64Array => {
    const sums = weightedSums(Object.values(denominators), weights)
    sums.forEach((sum, k) => {
      if (sum === 0)
        throw new SurveyError('nothing-to-estimate', `The total of ${below[k][0]} is 0; nothing can be divided by it.`)
    })
    return sums
  }
  return {
    names,
    columns,
    statistic: () => ({
      estimate: (weights) => {
        const [tops, bottoms] = [weightedSums(Object.values(numerators), weights), belowSums(weights)]
        return Float64Array.from(names, (_, k) => tops[k % above.length] / bottoms[Math.floor(k / above.length)])
      },
      linearise: (weights, ratios) => {
        const bottoms = belowSums(weights)
        return names.map((_, k) => {
          const at = Math.floor(k / above.length)
          const [y, x] = [above[k % above.length][1].values, below[at][1].values]
          const own = new Float64Array(weights.length)
          for (let i = 0; i < own.length; i += 1) if (weights[i] !== 0) own[i] = (y[i] - ratios[k] * x[i]) / bottoms[at]
          return own
        })
      },
    }),
  }
}

/**
 * The variance of each amount in the population and the covariance of each pair, in the order a, a × b, a × c, b, b × c, c:
 * n/(n − 1) × Σ wᵢ (aᵢ − ā)(bᵢ − b̄) / Σ wᵢ, n being the rows that weigh something. Linearised with the means held: they add
 * nothing of first order. Source: R `svyvar`, of which `na.rm = TRUE` counts the rows without an answer in n for linear designs, though
 * not for replicates; here n is of the rows with an answer, for both.
 * @throws {SurveyError} `nothing-to-estimate` with fewer than two rows, when it is estimated
 */
export const varianceOf = (columns: NamedAmounts): Estimand => {
  const [own, titles] = [Object.values(columns), Object.keys(columns)]
  const pairs = own.flatMap((_, a) => own.slice(a).map((__, b): readonly [number, number] => [a, a + b]))
  const products = (weights: Float64Array): Numeric[] => {
    const total = totalWeight(weights)
    const means = weightedSums(own, weights).map((sum) => sum / total)
    return pairs.map(([a, b]) => {
      const values = new Float64Array(weights.length)
      for (let i = 0; i < values.length; i += 1)
        values[i] = weights[i] === 0 ? 0 : (own[a].values[i] - means[a]) * (own[b].values[i] - means[b])
      return { kind: 'numeric', values }
    })
  }
  return {
    names: pairs.map(([a, b]) => (a === b ? titles[a] : `${titles[a]} × ${titles[b]}`)),
    columns: Object.entries(columns),
    statistic: (all) => {
      const n = rowsWeighed(all)
      if (n < 2) throw new SurveyError('nothing-to-estimate', `A variance needs two rows, and there are ${n}.`, { n })
      const factor = n / (n - 1)
      return {
        estimate: (weights) => {
          const total = totalWeight(weights)
          return weightedSums(products(weights), weights).map((sum) => (factor * sum) / total)
        },
        linearise: (weights, variances) =>
          deviations(
            products(weights),
            weights,
            variances.map((variance) => variance / factor),
            factor / totalWeight(weights),
          ),
      }
    },
  }
}

/** Several estimands of the same sample as one, so that how they vary together comes out too. */
export const together = (...estimands: readonly Estimand[]): Estimand => ({
  names: estimands.flatMap(({ names }) => names),
  columns: estimands.flatMap(({ columns }) => columns),
  statistic: (all) => {
    const own = estimands.map(({ statistic }) => statistic(all))
    return {
      estimate: (weights) => Float64Array.from(own.flatMap((one) => [...one.estimate(weights)])),
      linearise: (weights, estimates) => {
        let at = 0
        return own.flatMap((one, k) => {
          const from = at
          at += estimands[k].names.length
          return one.linearise(weights, estimates.subarray(from, at))
        })
      },
    }
  },
})

/** @throws {SurveyError} `nothing-to-estimate` when the weights add up to 0 */
export const totalWeight = (weights: Float64Array): number => {
  const total = sumOf(weights)
  if (total === 0)
    throw new SurveyError('nothing-to-estimate', 'No row weighs anything here, so that there is nothing to estimate.')
  return total
}
