import { SurveyError } from '../survey-error.ts'
import type { LinearDesign } from './design.ts'
import type { UnitFactors } from './replicates.ts'
import { leftOf, unitsByStratum } from './units-by-stratum.ts'

/** @throws {SurveyError} `bad-argument` for a design with strata, `lonely-unit` for one with one unit */
export const jackknifeFactors = (design: LinearDesign): UnitFactors => {
  const [stratum, ...more] = unitsByStratum(design)
  if (more.length > 0)
    throw new SurveyError('bad-argument', `JK1 takes no strata, and there are ${more.length + 1}; take JKn.`)
  const count = stratum.units.length
  if (count < 2) throw new SurveyError('lonely-unit', 'JK1 needs two sampling units at least.')
  return {
    count,
    scale: (leftOf(stratum) * (count - 1)) / count,
    rscales: new Float64Array(count).fill(1),
    degreesOfFreedom: count - 1,
    factorsOf: (r, into) => {
      into.fill(count / (count - 1))
      into[stratum.units[r]] = 0
    },
  }
}

/**
 * A lonely unit makes no replicate (`remove`, `certainty`), none but a larger scale for the others (`average`), or one in which it is
 * left out and all others are raised (`adjust`), as R has it.
 * @throws {SurveyError} `lonely-unit`
 */
export const stratifiedJackknifeFactors = (design: LinearDesign): UnitFactors => {
  const strata = unitsByStratum(design)
  const [stratumOf, unitOf, rscales]: [number[], number[], number[]] = [[], [], []]
  let [all, adjusted] = [0, 0]
  strata.forEach((stratum, h) => {
    const { units } = stratum
    all += units.length
    const isLonely = units.length === 1 && leftOf(stratum) > 0
    if (isLonely && design.lonely === 'fail')
      throw new SurveyError(
        'lonely-unit',
        `Stratum ${h + 1} has one sampling unit, so that its variance cannot be told; choose what to do with it.`,
        { stratum: h + 1 },
      )
    if (units.length === 1 && !(isLonely && design.lonely === 'adjust')) return
    if (isLonely) adjusted += 1
    for (const unit of units) {
      stratumOf.push(h)
      unitOf.push(unit)
      rscales.push(
        isLonely ? (strata.length - 1) / strata.length : (leftOf(stratum) * (units.length - 1)) / units.length,
      )
    }
  })
  if (unitOf.length === 0)
    throw new SurveyError('lonely-unit', 'No stratum has two sampling units, so that no variance can be told.')
  return {
    count: unitOf.length,
    scale: design.lonely === 'average' ? all / unitOf.length : 1,
    rscales: Float64Array.from(rscales),
    degreesOfFreedom: all - strata.length + adjusted,
    factorsOf: (r, into) => {
      const { units } = strata[stratumOf[r]]
      into.fill(units.length === 1 ? strata.length / (strata.length - 1) : 1)
      if (units.length > 1) for (const unit of units) into[unit] = units.length / (units.length - 1)
      into[unitOf[r]] = 0
    },
  }
}
