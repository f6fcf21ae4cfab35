import { SurveyError } from '../survey-error.ts'
import type { LinearDesign } from './design.ts'
import { hadamardOf } from './hadamard.ts'
import type { UnitFactors } from './replicates.ts'
import { unitsByStratum } from './units-by-stratum.ts'

/**
 * Balanced half samples: of each pair of units one is raised to 2 − rho and the other lowered to rho, by the sign of the pair's row in
 * a Hadamard matrix: +1 raises the first. Pairs of strata that are split come first, as in R, and strata stand in the order of the data
 * (R: of their names, which matters where an estimate is no sum). The population's size is not used, as this method has no way to.
 * @throws {SurveyError} `lonely-unit` for a stratum of one unit, `bad-argument` for an odd number of them
 */
export const balancedFactors = (design: LinearDesign, rho: number): UnitFactors => {
  const pairsOf = unitsByStratum(design).map(({ units }, h) => {
    if (units.length === 1)
      throw new SurveyError('lonely-unit', `Stratum ${h + 1} has one sampling unit, and half samples need pairs.`, {
        stratum: h + 1,
      })
    if (units.length % 2 === 1)
      throw new SurveyError(
        'bad-argument',
        `Stratum ${h + 1} has ${units.length} sampling units, which make no pairs.`,
        {
          stratum: h + 1,
        },
      )
    return Array.from({ length: units.length / 2 }, (_, p) => [units[2 * p], units[2 * p + 1]] as const)
  })
  const isSplit = (pair: readonly unknown[]): boolean => pair.length > 1
  const pairs = [...pairsOf.filter(isSplit), ...pairsOf.filter((pair) => !isSplit(pair))].flat()
  const signs = hadamardOf(pairs.length + 1)
  const count = signs.length
  return {
    count,
    scale: 1 / (count * (1 - rho) ** 2),
    rscales: new Float64Array(count).fill(1),
    degreesOfFreedom: pairs.length,
    factorsOf: (r, into) =>
      pairs.forEach(([one, other], p) => {
        // The first row is all ones and would take the same half everywhere.
        const isFirst = signs[p + 1][r] === 1
        into[one] = isFirst ? 2 - rho : rho
        into[other] = isFirst ? rho : 2 - rho
      }),
  }
}
