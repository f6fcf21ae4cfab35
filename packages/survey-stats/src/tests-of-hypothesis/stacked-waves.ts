import { coded, rowsOf, type Categorical, type Numeric } from '../data/column.ts'
import type { Calibration, Label, LinearDesign, Stage } from '../design/design.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'

/**
 * One wave of a survey that is held again: its design, and who its first-stage units are, by a name that both waves
 * know.
 */
export type Wave = {
  readonly name: string
  readonly design: LinearDesign
  /**
   * One per row: the respondent, or the class or school that was sampled; the same label in another wave is the same
   * unit.
   */
  readonly units: Label
  /** Of a design with strata: in which each row is, by a name that all waves know. */
  readonly strata?: Label
}

export type StackedWaves = {
  /** All rows, wave after wave. A unit that is in more waves is one sampling unit, so that what repeats is seen. */
  readonly design: LinearDesign
  readonly wave: Categorical
  /** How many units are in more than one wave. */
  readonly shared: number
  /** Whether population sizes had to be left out, which makes standard errors a little too large. */
  readonly populationLeftOut: boolean
}

/**
 * One design of several waves, for whatever is asked of them together. A unit must be in the same stratum in each
 * wave. Each wave keeps the calibration that was its own. Population sizes are kept only when every wave has the same
 * units and one stage: with others their part is not simple, and without them the variance errs on the safe side.
 * Later stages of sampling are left out, as they add nothing without population sizes.
 * Source: Kish (1965), Survey Sampling, ch. 12; Tam (1984), The American Statistician 38; R, `svydesign` on stacked
 * data.
 * @throws {SurveyError} `bad-argument` when a unit has two strata, or two first-stage units have one label;
 * `missing-values` for no label; `different-lengths`
 */
export const stackWaves = (waves: readonly [Wave, Wave, ...Wave[]]): StackedWaves => {
  const n = waves.reduce((sum, { design }) => sum + design.n, 0)
  const [weights, units, wave] = [new Float64Array(n), new Int32Array(n), new Uint8Array(n)]
  const numbering = new Map<string, number>()
  const seenIn: number[] = []
  let at = 0
  waves.forEach(({ design, units: labels, name }, order) => {
    const own = namesOf(labels, design.n, name, 'unit')
    mustBeOneEach(own, design.stages[0].units, name)
    const before = new Set<string>()
    own.forEach((label, i) => {
      const unit = numbering.get(label) ?? numbering.size
      numbering.set(label, unit)
      if (!before.has(label)) seenIn[unit] = (seenIn[unit] ?? 0) + 1
      before.add(label)
      units[at + i] = unit
      weights[at + i] = design.weights[i]
      wave[at + i] = order
    })
    at += design.n
  })
  const isSame = seenIn.every((times) => times === waves.length)
  const stage = stageOf(waves, units, numbering.size, isSame)
  const domains = waves.map(({ design }) => design.domain)
  const domain = domains.every((one) => one === null) ? null : new Uint8Array(n).fill(1)
  if (domain !== null) for (const [start, own] of starts(waves, domains)) if (own !== null) domain.set(own, start)
  const design: LinearDesign = {
    kind: 'linear',
    n,
    weights,
    stages: [stage],
    lonely: waves[0].design.lonely,
    calibrations: calibrationsOf(waves, n),
    domain,
  }
  return {
    design,
    wave: coded(
      wave,
      waves.map(({ name }) => name),
    ),
    shared: seenIn.filter((times) => times > 1).length,
    populationLeftOut: stage.population === null && waves.some(({ design: one }) => one.stages[0].population !== null),
  }
}

/** One column of the stacked rows from a numeric column per wave. @throws {SurveyError} `different-lengths` */
export const stackColumns = (waves: readonly Wave[], columns: readonly Numeric[]): Numeric => {
  mustBeLong('The list of columns', columns.length, waves.length)
  const values = new Float64Array(waves.reduce((sum, { design }) => sum + design.n, 0))
  for (const [start, column, order] of starts(waves, columns)) {
    mustBeLong(`The column of "${waves[order].name}"`, rowsOf(column), waves[order].design.n)
    values.set(column.values, start)
  }
  return { kind: 'numeric', values }
}

/** Where each wave begins, with what belongs to it. */
const starts = <T>(waves: readonly Wave[], own: readonly T[]): [number, T, number][] => {
  let start = 0
  return waves.map(({ design }, order) => {
    const here = start
    start += design.n
    return [here, own[order], order]
  })
}

const namesOf = (labels: Label, n: number, wave: string, what: 'unit' | 'stratum'): string[] => {
  mustBeLong(`The ${what} column of "${wave}"`, 'kind' in labels ? rowsOf(labels) : labels.length, n)
  return Array.from({ length: n }, (_, i) => {
    const value =
      'kind' in labels ? (labels.kind === 'numeric' ? labels.values[i] : labels.levels[labels.codes[i]]) : labels[i]
    if (value === undefined || value === '' || value !== value)
      throw new SurveyError('missing-values', `Row ${i + 1} of "${wave}" has no ${what}.`, { row: i + 1 })
    return String(value)
  })
}

const mustBeOneEach = (names: readonly string[], units: Int32Array, wave: string): void => {
  const [unitOf, nameOf] = [new Map<string, number>(), new Map<number, string>()]
  names.forEach((name, i) => {
    if ((unitOf.get(name) ?? units[i]) !== units[i] || (nameOf.get(units[i]) ?? name) !== name)
      throw new SurveyError('bad-argument', `In "${wave}" the unit "${name}" is not one sampling unit of the design.`, {
        row: i + 1,
      })
    unitOf.set(name, units[i])
    nameOf.set(units[i], name)
  })
}

const stageOf = (waves: readonly Wave[], units: Int32Array, unitCount: number, isSame: boolean): Stage => {
  const populations = waves.map(({ design }) => design.stages[0].population)
  // Kept without the stages under it, a population would take their variance away.
  const hasOneStage = waves.every(({ design }) => design.stages.length === 1)
  const population =
    isSame && hasOneStage && populations.every((one) => one !== null) ? new Float64Array(units.length) : null
  if (population !== null)
    for (const [start, own] of starts(waves, populations)) if (own !== null) population.set(own, start)
  if (waves.every(({ design, strata }) => design.stages[0].strata === null && strata === undefined))
    return { units, unitCount, strata: null, stratumCount: 1, population }
  const [strata, ofUnit] = [new Int32Array(units.length), new Int32Array(unitCount).fill(-1)]
  const numbering = new Map<string, number>()
  for (const [start, { design, name, strata: own }] of starts(waves, waves)) {
    if (own === undefined)
      throw new SurveyError(
        'bad-argument',
        `Say which stratum each row of "${name}" is in, by names that all waves know.`,
      )
    namesOf(own, design.n, name, 'stratum').forEach((label, i) => {
      const stratum = numbering.get(label) ?? numbering.size
      numbering.set(label, stratum)
      const unit = units[start + i]
      if (ofUnit[unit] !== -1 && ofUnit[unit] !== stratum)
        throw new SurveyError(
          'bad-argument',
          `Row ${i + 1} of "${name}" is of a unit that is in another stratum elsewhere.`,
          {
            row: i + 1,
          },
        )
      ofUnit[unit] = strata[start + i] = stratum
    })
  }
  return { units, unitCount, strata, stratumCount: numbering.size, population }
}

/** Each calibration as of its own rows only: rows of which a column is missing are no part of a regression. */
const calibrationsOf = (waves: readonly Wave[], n: number): Calibration[] =>
  starts(waves, waves).flatMap(([start, { design }]) =>
    design.calibrations.map(({ columns, regressionWeights, weights, sweeps }) => {
      const over = (own: Float64Array): Float64Array => {
        const whole = new Float64Array(n).fill(1)
        whole.set(own, start)
        return whole
      }
      return {
        ...(sweeps !== undefined && { sweeps }),
        columns: columns.map((column) => spread(column, start, n)),
        regressionWeights: regressionWeights === null ? null : over(regressionWeights),
        weights: over(weights),
      }
    }),
  )

const spread = (column: Categorical | Numeric, start: number, n: number): Categorical | Numeric => {
  if (column.kind === 'numeric') {
    const values = new Float64Array(n).fill(NaN)
    values.set(column.values, start)
    return { kind: 'numeric', values }
  }
  const codes = new Uint32Array(n).fill(column.levels.length)
  codes.set(column.codes, start)
  return { kind: 'categorical', codes, levels: column.levels }
}
