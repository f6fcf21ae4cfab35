import type { Categorical, Numeric } from '../data/column.ts'
import { solveSymmetric, squareOf, type Square } from '../linear-algebra/symmetric.ts'

/**
 * What is left of each variable after a weighted regression on columns: one coefficient per level of a categorical column, one
 * per numeric column, which is centred and scaled first. Rows of which a column is missing keep their value.
 * @param variables one value per row each; overwritten with the residuals
 * @param columns the regressors; there is no constant but the one that the levels of a categorical column make
 * @param weights one per row; null counts each row once
 * @param sweeps where given, and all columns are categorical: not the regression itself, but so many rounds in which the mean per
 * level of each column in its turn is taken out, which comes to the same when it goes on
 */
export const residualise = (
  variables: readonly Float64Array[],
  columns: readonly (Categorical | Numeric)[],
  weights: Float64Array | null,
  sweeps?: number,
): void => {
  if (sweeps !== undefined) {
    const factors = columns.filter((column) => column.kind === 'categorical')
    if (factors.length === columns.length) return sweepOut(variables, factors, weights, sweeps)
  }
  const regressors = regressorsOf(columns, weights)
  const last = regressors.at(-1)
  const size = last === undefined ? 0 : last.at + last.levels
  const n = variables[0]?.length ?? 0
  const whole = wholeRows(regressors, n)
  const own = effectiveWeights(weights, whole, n)
  const cross = crossProducts(regressors, own, size)
  // The second time takes out what rounding left of the first.
  for (let pass = 0; pass < 2; pass += 1) {
    const rights = variables.map((variable) => rightSide(variable, regressors, own, size))
    solveSymmetric({ size, m: cross.m.slice() }, rights)
    variables.forEach((variable, v) => subtractFit(variable, regressors, rights[v], whole))
  }
}

/**
 * What a round takes out changes the sums per level of the other columns by as much as they share rows: all rounds are done on sums,
 * and the rows are passed for the first sums and at the end only.
 */
const sweepOut = (
  variables: readonly Float64Array[],
  columns: readonly Categorical[],
  weights: Float64Array | null,
  sweeps: number,
): void => {
  const regressors = regressorsOf(columns, weights)
  const last = regressors.at(-1)
  const size = last === undefined ? 0 : last.at + last.levels
  const n = variables[0]?.length ?? 0
  const whole = wholeRows(regressors, n)
  const own = effectiveWeights(weights, whole, n)
  const cross = crossProducts(regressors, own, size).m
  for (let a = 0; a < size; a += 1) for (let b = a + 1; b < size; b += 1) cross[a * size + b] = cross[b * size + a]
  for (const variable of variables) {
    const sums = rightSide(variable, regressors, own, size)
    const taken = new Float64Array(size)
    for (let round = 0; round < sweeps; round += 1)
      for (const { at, levels } of regressors) takeOut(sums, taken, cross, at, at + levels)
    subtractFit(variable, regressors, taken, whole)
  }
}

/** Takes the mean of each level of one column out of the sums of all. */
const takeOut = (sums: Float64Array, taken: Float64Array, cross: Float64Array, start: number, end: number): void => {
  const size = sums.length
  for (let a = start; a < end; a += 1) {
    const weight = cross[a * size + a]
    if (weight === 0) continue
    const mean = sums[a] / weight
    taken[a] += mean
    for (let b = 0; b < start; b += 1) sums[b] -= cross[a * size + b] * mean
    sums[a] = 0
    for (let b = end; b < size; b += 1) sums[b] -= cross[a * size + b] * mean
  }
}

type Regressor = {
  readonly at: number
  readonly codes: Categorical['codes'] | null
  readonly levels: number
  readonly values: Float64Array | null
}

const regressorsOf = (columns: readonly (Categorical | Numeric)[], weights: Float64Array | null): Regressor[] => {
  let at = 0
  return columns.map((column) => {
    const regressor =
      column.kind === 'categorical'
        ? { at, codes: column.codes, levels: column.levels.length, values: null }
        : {
            at,
            codes: null,
            levels: 1,
            values: scaled(
              column.values,
              weights,
              columns.some(({ kind }) => kind === 'categorical'),
            ),
          }
    at += regressor.levels
    return regressor
  })
}

/** With a constant among the columns a numeric one may be moved to its mean, which keeps the equations well apart. */
const scaled = (values: Float64Array, weights: Float64Array | null, isCentred: boolean): Float64Array => {
  let [sum, total, squares] = [0, 0, 0]
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i])) continue
    const w = weights === null ? 1 : weights[i]
    total += w
    sum += w * values[i]
  }
  const mean = isCentred && total > 0 ? sum / total : 0
  for (let i = 0; i < values.length; i += 1)
    if (!Number.isNaN(values[i])) squares += (weights === null ? 1 : weights[i]) * (values[i] - mean) ** 2
  const spread = squares > 0 ? Math.sqrt(squares / total) : 1
  return values.map((value) => (value - mean) / spread)
}

/** 1 for the rows that have all columns; null when all rows have. */
const wholeRows = (regressors: readonly Regressor[], n: number): Uint8Array | null => {
  let whole: Uint8Array | null = null
  for (const { codes, levels, values } of regressors)
    for (let i = 0; i < n; i += 1) {
      if (codes === null ? !Number.isNaN(values === null ? 0 : values[i]) : codes[i] < levels) continue
      whole ??= new Uint8Array(n).fill(1)
      whole[i] = 0
    }
  return whole
}

const effectiveWeights = (weights: Float64Array | null, whole: Uint8Array | null, n: number): Float64Array => {
  const own = weights === null ? new Float64Array(n).fill(1) : weights
  return whole === null ? own : own.map((weight, i) => weight * whole[i])
}

/** Σ w x xᵀ, below the diagonal and on it. Rows that weigh nothing may lack a column. */
const crossProducts = (regressors: readonly Regressor[], weights: Float64Array, size: number): Square => {
  const cross = squareOf(size)
  for (let a = 0; a < regressors.length; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const [one, other] = [regressors[a], regressors[b]]
      for (let i = 0; i < weights.length; i += 1) {
        if (weights[i] === 0) continue
        const row = one.codes === null ? one.at : one.at + one.codes[i]
        const column = other.codes === null ? other.at : other.at + other.codes[i]
        const worth = (one.values === null ? 1 : one.values[i]) * (other.values === null ? 1 : other.values[i])
        cross.m[row * size + column] += weights[i] * worth
      }
    }
  return cross
}

const rightSide = (
  variable: Float64Array,
  regressors: readonly Regressor[],
  weights: Float64Array,
  size: number,
): Float64Array => {
  // One place more, for codes of missing answers, whose rows weigh nothing.
  const right = new Float64Array(size + 1)
  for (const { at, codes, values } of regressors)
    if (codes !== null) for (let i = 0; i < variable.length; i += 1) right[at + codes[i]] += weights[i] * variable[i]
    else if (values !== null)
      for (let i = 0; i < variable.length; i += 1)
        if (weights[i] !== 0) right[at] += weights[i] * values[i] * variable[i]
  return right.subarray(0, size)
}

const subtractFit = (
  variable: Float64Array,
  regressors: readonly Regressor[],
  coefficients: Float64Array,
  whole: Uint8Array | null,
): void => {
  for (const { at, codes, levels, values } of regressors)
    if (codes !== null) {
      const own = coefficients.slice(at, at + levels)
      for (let i = 0; i < variable.length; i += 1) if (whole === null || whole[i] === 1) variable[i] -= own[codes[i]]
    } else if (values !== null) {
      const own = coefficients[at]
      for (let i = 0; i < variable.length; i += 1) if (whole === null || whole[i] === 1) variable[i] -= own * values[i]
    }
}
