import type { Design } from '../design/design.ts'
import type { Margin } from './margin.ts'
import { solveMargins } from './rake.ts'
import { weigh, type Weighted, type WeightingOptions } from './weigh.ts'

/**
 * Post-stratification: in each cell the start weights are multiplied with what the population has over what the sample has,
 * w = d × N_cell / Σ d. Cells of several variables are the levels of their `crossed` columns.
 *
 * The variance regresses the linearised variable on the cells with the start weights, as R 4.1 does.
 * @param cells one margin, whose levels are the cells
 * @returns weights in units of persons, design, report
 * @throws {SurveyError} `margin-empty` (a cell with people and no sample, or the other way round), `margin-missing`, `missing-values`,
 * `margins-contradict` (shares that do not add up to 1), `different-lengths`, `bad-argument`, `bad-weights`
 * Source: Holt & Smith (1979), Journal of the Royal Statistical Society A 142; R survey 4.1, `postStratify`.
 */
export const postStratify = <D extends Design>(design: D, cells: Margin, options: WeightingOptions = {}): Weighted<D> =>
  weigh(
    design,
    {
      method: 'postStratify',
      settings: {},
      margins: [cells],
      amounts: [],
      variance: null,
      needsRows: false,
      limits: null,
      solve: solveMargins,
      regression: 'start',
      allowNegative: false,
      isWarm: true,
      scaleFrom: Infinity,
    },
    options,
  )
