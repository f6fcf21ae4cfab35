import type { Design } from '#stats'
import type { Wish, Weighing } from './weighting.ts'

/** The report as it is written: every figure by name, in one order. */
export const weightReport = <D extends Design>(
  { report, trim }: Weighing<D>,
  { method, distance, bounds, trim: wanted }: Pick<Wish, 'method' | 'distance' | 'bounds' | 'trim'>,
  base: string | null,
) => ({
  method,
  distance: method === 'calibrate' ? (distance ?? 'linear') : null,
  base,
  bounds: bounds === null ? null : { lower: bounds.lower ?? null, upper: bounds.upper ?? null },
  trim:
    trim === null
      ? null
      : {
          multiplesOfMean: { lower: wanted?.lower ?? null, upper: wanted?.upper ?? null },
          meanWeight: trim.meanWeight,
          lowestAllowed: trim.lower,
          highestAllowed: trim.upper,
          outsideBefore: trim.outside,
        },
  rows: report.rows,
  weightedRows: report.weightedRows,
  droppedRows: report.rows - report.weightedRows,
  population: report.population,
  designEffect: report.designEffect,
  effectiveSize: report.effectiveSize,
  lowestWeight: report.lowestWeight,
  highestWeight: report.highestWeight,
  lowestFactor: report.lowestFactor,
  highestFactor: report.highestFactor,
  startScale: report.startScale,
  negativeWeights: report.negativeWeights,
  iterations: report.iterations,
  margins: report.margins,
  amounts: report.amounts.map(({ level, ...figures }) => ({ name: level, ...figures })),
  furthest: report.furthest,
  hash: report.hash,
})
