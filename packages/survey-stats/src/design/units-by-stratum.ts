import type { LinearDesign } from './design.ts'

/** The first-stage units of each stratum, in the order of the data, and how many the population has (Infinity when endless). */
export type StratumUnits = { readonly units: Int32Array; readonly population: number }

export const unitsByStratum = ({ stages: [stage] }: LinearDesign): StratumUnits[] => {
  const { units, unitCount, strata, stratumCount, population } = stage
  const seen = new Uint8Array(unitCount)
  const lists = Array.from({ length: stratumCount }, (): number[] => [])
  const sizes = new Float64Array(stratumCount).fill(Infinity)
  for (let i = 0; i < units.length; i += 1) {
    if (seen[units[i]] === 1) continue
    seen[units[i]] = 1
    const stratum = strata === null ? 0 : strata[i]
    lists[stratum].push(units[i])
    if (population !== null) sizes[stratum] = population[i]
  }
  return lists.map((list, stratum) => ({ units: Int32Array.from(list), population: sizes[stratum] }))
}

/** What is left of the population, 1 − n/N; 1 when it is endless. */
export const leftOf = ({ units, population }: StratumUnits): number =>
  population === Infinity ? 1 : Math.max(0, (population - units.length) / population)
