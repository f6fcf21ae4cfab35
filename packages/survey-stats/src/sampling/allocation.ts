import { SurveyError } from '../survey-error.ts'

export type Stratum = {
  readonly name: string
  /** How many may be sampled: N of the stratum. */
  readonly population: number
  /** Standard deviation within the stratum, for Neyman's allocation. */
  readonly deviation?: number
  /** What asking one costs, for Neyman's allocation; 1 without it. */
  readonly cost?: number
  /** Fewest and most to take of it; never more than there are. */
  readonly least?: number
  readonly most?: number
}

/**
 * How many to take of each stratum, n in all, in whole numbers that add up exactly.
 * - `proportional`: nₕ ∝ Nₕ
 * - `neyman`: nₕ ∝ Nₕ·Sₕ / √cₕ, the least variance of a mean for the money (Neyman 1934; Cochran, Sampling Techniques, 1977, 5.5)
 * - `equal`: as many of each
 *
 * Strata that reach a bound stay there and the others share what is left in proportion; fractions go to the largest remainders
 * (Hamilton), the first of equal ones.
 * @param n how many to take, a whole number
 * @returns one number per stratum, in their order
 * @throws {SurveyError} `bad-argument` (a size, deviation, cost or bound that cannot be), `bounds-impossible` (more than there are,
 * or fewer than the least), `nothing-to-estimate` (Neyman where no stratum varies)
 */
export const allocated = (
  strata: readonly Stratum[],
  n: number,
  method: 'proportional' | 'neyman' | 'equal' = 'proportional',
): number[] => {
  if (!isCount(n)) throw new SurveyError('bad-argument', `A sample of ${n} cannot be taken.`, { n })
  for (const stratum of strata) checkStratum(stratum, method)
  const least = strata.map(({ least: own = 0, population }) => Math.min(own, population))
  const most = strata.map(({ most: own = Infinity, population }) => Math.min(own, population))
  mustFit(n, sum(least), sum(most))
  const sizes = strata.map((stratum) => sizeFor(stratum, method))
  if (strata.length > 0 && n > sum(least) && sum(sizes) === 0)
    throw new SurveyError('nothing-to-estimate', `No stratum varies: ${method} allocation has nothing to go by.`)
  const reach = sum(strata.map((_, h) => (sizes[h] > 0 ? most[h] : least[h])))
  // Strata that do not vary get their least, unless the others cannot take all.
  const [first, lower] =
    reach >= n
      ? [sizes, least]
      : [
          strata.map(({ population }, h) => (sizes[h] > 0 ? 0 : population)),
          most.map((u, h) => (sizes[h] > 0 ? u : least[h])),
        ]
  return rounded(shared(first, n, lower, most), n, lower, most)
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const checkStratum = (
  { name, population, deviation, cost = 1, least = 0, most = Infinity }: Stratum,
  method: string,
) => {
  const bad =
    !isCount(population) ||
    !isCount(least) ||
    !(isCount(most) || most === Infinity) ||
    least > most ||
    !(cost > 0 && cost < Infinity)
  if (bad)
    throw new SurveyError(
      'bad-argument',
      `Stratum “${name}” has ${population} people, from ${least} to ${most} to take, at a cost of ${cost}.`,
      { stratum: name, population, least, most, cost },
    )
  if (method === 'neyman' && !(deviation !== undefined && deviation >= 0 && deviation < Infinity))
    throw new SurveyError('bad-argument', `Stratum “${name}” needs a standard deviation of 0 or more.`, {
      stratum: name,
    })
}

const mustFit = (n: number, least: number, most: number): void => {
  if (n > most)
    throw new SurveyError('bounds-impossible', `A sample of ${n} was asked where at most ${most} may be taken.`, {
      n,
      most,
    })
  if (n < least)
    throw new SurveyError('bounds-impossible', `A sample of ${n} was asked where at least ${least} must be taken.`, {
      n,
      least,
    })
}

const sizeFor = (
  { population, deviation = 0, cost = 1 }: Stratum,
  method: 'proportional' | 'neyman' | 'equal',
): number => {
  if (method === 'equal') return population > 0 ? 1 : 0
  return method === 'proportional' ? population : (population * deviation) / Math.sqrt(cost)
}

/** λ·size within the bounds, with the λ that makes them add up to n. */
const shared = (sizes: readonly number[], n: number, least: readonly number[], most: readonly number[]): number[] => {
  const at = (lambda: number): number[] =>
    sizes.map((size, h) => Math.min(most[h], Math.max(least[h], size === 0 ? 0 : lambda * size)))
  let [low, high] = [0, 1]
  const largest = Math.max(0, ...sizes.map((size, h) => (size > 0 ? most[h] / size : 0)))
  high = largest * 2 + 1
  for (let times = 0; times < 200; times += 1) {
    const middle = (low + high) / 2
    if (sum(at(middle)) < n) low = middle
    else high = middle
  }
  // Which strata are at a bound is known now; what the others get is computed anew, without the error of halving.
  const near = at(high)
  const isFree = sizes.map((size, h) => size > 0 && near[h] > least[h] && near[h] < most[h])
  const left = n - sum(near.filter((_, h) => !isFree[h]))
  const free = sum(sizes.filter((_, h) => isFree[h]))
  return near.map((value, h) => (isFree[h] ? (left * sizes[h]) / free : value))
}

const rounded = (shares: readonly number[], n: number, least: readonly number[], most: readonly number[]): number[] => {
  const whole = shares.map((share, h) => Math.min(most[h], Math.max(least[h], Math.floor(share + 1e-9))))
  const order = shares.map((_, h) => h).sort((a, b) => shares[b] - whole[b] - (shares[a] - whole[a]) || a - b)
  let left = n - sum(whole)
  while (left > 0)
    for (const h of order) {
      if (left === 0) break
      if (whole[h] >= most[h]) continue
      whole[h] += 1
      left -= 1
    }
  return whole
}
