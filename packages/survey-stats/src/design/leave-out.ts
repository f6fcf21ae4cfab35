import type { Stage } from './design.ts'

/**
 * The stages of a design without some of its rows, which keep their place in the data. A row that is left out has weight 0, so
 * that it adds nothing to the sum of any unit; it is counted with the unit of the first row that stays, so that no unit or stratum
 * is there for its sake. The variance is that of a design made from the rows that stay.
 * @param stays 1 for the rows that stay
 */
export const stagesWithout = (
  stages: readonly [Stage, ...Stage[]],
  stays: Uint8Array,
): readonly [Stage, ...Stage[]] => {
  const host = stays.indexOf(1)
  const rowOf = Int32Array.from(stays, (one, i) => (one === 1 || host === -1 ? i : host))
  const [first, ...later] = stages.map((stage) => stageWithout(stage, rowOf))
  return [first, ...later]
}

const stageWithout = ({ units, strata, population }: Stage, rowOf: Int32Array): Stage => {
  const ownUnits = renumbered(units, rowOf)
  const ownStrata = strata === null ? null : renumbered(strata, rowOf)
  return {
    units: ownUnits.ids,
    unitCount: ownUnits.count,
    strata: ownStrata === null ? null : ownStrata.ids,
    stratumCount: ownStrata === null ? 1 : ownStrata.count,
    population: population === null ? null : Float64Array.from(rowOf, (row) => population[row]),
  }
}

const renumbered = (ids: Int32Array, rowOf: Int32Array): { ids: Int32Array; count: number } => {
  const numbers = new Map<number, number>()
  const own = new Int32Array(ids.length)
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[rowOf[i]]
    let number = numbers.get(id)
    if (number === undefined) numbers.set(id, (number = numbers.size))
    own[i] = number
  }
  return { ids: own, count: numbers.size }
}
