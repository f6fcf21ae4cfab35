import type { Seeded } from '../random/seeded.ts'
import { SurveyError } from '../survey-error.ts'
import type { LinearDesign } from './design.ts'
import type { UnitFactors } from './replicates.ts'
import { unitsByStratum, type StratumUnits } from './units-by-stratum.ts'

type Chance = (of: string | number) => Seeded

/**
 * As many units drawn within each stratum as it has: with replacement, or without from a population made of copies of the units.
 * @throws {SurveyError} `lonely-unit`
 */
export const bootstrapFactors = (design: LinearDesign, count: number, chance: Chance): UnitFactors => {
  const strata = unitsByStratum(design)
  mustHaveTwo(strata, design)
  // Which units get a copy more, where the population is no multiple of the sample, is decided once.
  const order = chance('order')
  const shuffled = strata.map(({ units }) => shuffle(units, order))
  const counts = roomFor(strata)
  const perStratum = 1 / (strata.reduce((sum, { units }) => sum + 1 / units.length, 0) / strata.length)
  return {
    count,
    scale: perStratum / ((perStratum - 1) * (count - 1)),
    rscales: new Float64Array(count).fill(1),
    degreesOfFreedom: degreesOf(strata, count),
    factorsOf: (r, into) => {
      const random = chance(r)
      into.fill(0)
      strata.forEach(({ units, population }, h) => {
        if (population === Infinity) drawAgain(units, units.length, 1, random, { into, counts })
        else drawCopies(shuffled[h], Math.round(population), random, into)
      })
    },
  }
}

/**
 * One unit fewer drawn than each stratum has, with replacement, each raised by n/(n − 1). The population's size is not used.
 * @throws {SurveyError} `lonely-unit`
 */
export const rescaledFactors = (design: LinearDesign, count: number, chance: Chance): UnitFactors => {
  const strata = unitsByStratum(design)
  mustHaveTwo(strata, design)
  const counts = roomFor(strata)
  return {
    count,
    scale: 1 / (count - 1),
    rscales: new Float64Array(count).fill(1),
    degreesOfFreedom: degreesOf(strata, count),
    factorsOf: (r, into) => {
      const random = chance(r)
      into.fill(0)
      for (const { units } of strata)
        if (units.length === 1) into[units[0]] = 1
        else drawAgain(units, units.length - 1, units.length / (units.length - 1), random, { into, counts })
    },
  }
}

/** A lonely unit is the same in every replicate and adds nothing, which is right only when that was chosen. */
const mustHaveTwo = (strata: readonly StratumUnits[], { lonely }: LinearDesign): void => {
  const at = strata.findIndex(({ units, population }) => units.length === 1 && population > 1)
  if (at !== -1 && lonely !== 'certainty' && lonely !== 'remove')
    throw new SurveyError(
      'lonely-unit',
      `Stratum ${at + 1} has one sampling unit, so that its variance cannot be told; count it as certain or remove it.`,
      { stratum: at + 1 },
    )
  if (strata.every(({ units }) => units.length === 1))
    throw new SurveyError('lonely-unit', 'No stratum has two sampling units, so that no variance can be told.')
}

const degreesOf = (strata: readonly StratumUnits[], count: number): number => {
  const units = strata.reduce((sum, stratum) => sum + stratum.units.length, 0)
  return Math.min(count - 1, units - strata.length)
}

const shuffle = (units: Int32Array, random: Seeded): Int32Array => {
  const own = units.slice()
  for (let i = own.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1)
    const swap = own[i]
    own[i] = own[j]
    own[j] = swap
  }
  return own
}

const drawAgain = (
  units: Int32Array,
  draws: number,
  worth: number,
  random: Seeded,
  { into, counts }: { readonly into: Float64Array; readonly counts: Uint16Array },
): void => {
  const own = counts.subarray(0, units.length)
  own.fill(0)
  random.tally(draws, own)
  for (let u = 0; u < own.length; u += 1) into[units[u]] = own[u] * worth
}

/** Room to count in how often each unit of a stratum is drawn. That one comes 65 536 times does not happen. */
const roomFor = (strata: readonly StratumUnits[]): Uint16Array =>
  new Uint16Array(strata.reduce((most, { units }) => Math.max(most, units.length), 0))

/** Draws without replacement from the units repeated up to the population's size (Floyd's method, which keeps only what was drawn). */
const drawCopies = (units: Int32Array, population: number, random: Seeded, into: Float64Array): void => {
  const drawn = new Set<number>()
  for (let last = population - units.length; last < population; last += 1) {
    const place = random.below(last + 1)
    const own = drawn.has(place) ? last : place
    drawn.add(own)
    into[units[own % units.length]] += 1
  }
}
