import type { Categorical, Numeric } from '../data/column.ts'
import { solveSymmetric, squareOf } from '../linear-algebra/symmetric.ts'

/**
 * What is left of each variable after a weighted regression on columns: one coefficient per level of a categorical column, one
 * per numeric column, which is centred and scaled first. Rows of which a column is missing keep their value.
 * @param variables one value per row each; overwritten with the residuals
 * @param columns the regressors; there is no constant but the one that the levels of a categorical column make
 * @param weights one per row; null counts each row once
 */
export const residualise = (
  variables: readonly Float64Array[],
  columns: readonly (Categorical | Numeric)[],
  weights: Float64Array | null,
): void => {
  const regressors = regressorsOf(columns, weights)
  // The second time takes out what rounding left of the first.
  for (let pass = 0; pass < 2; pass += 1) regressOnce(variables, regressors, weights)
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

const isWhole = (regressors: readonly Regressor[], i: number): boolean => {
  for (const { codes, levels, values } of regressors)
    if (codes === null ? Number.isNaN(values === null ? 0 : values[i]) : codes[i] >= levels) return false
  return true
}

const regressOnce = (
  variables: readonly Float64Array[],
  regressors: readonly Regressor[],
  weights: Float64Array | null,
): void => {
  const last = regressors.at(-1)
  const size = last === undefined ? 0 : last.at + last.levels
  const cross = squareOf(size)
  const rights = variables.map(() => new Float64Array(size))
  const [places, worths] = [new Int32Array(regressors.length), new Float64Array(regressors.length)]
  const read = (i: number): void => {
    for (let k = 0; k < regressors.length; k += 1) {
      const { at, codes, values } = regressors[k]
      places[k] = codes === null ? at : at + codes[i]
      worths[k] = values === null ? 1 : values[i]
    }
  }
  const n = variables[0]?.length ?? 0
  for (let i = 0; i < n; i += 1) {
    if (!isWhole(regressors, i)) continue
    read(i)
    const w = weights === null ? 1 : weights[i]
    for (let a = 0; a < places.length; a += 1) {
      const wa = w * worths[a]
      for (let b = 0; b <= a; b += 1)
        cross.m[Math.max(places[a], places[b]) * size + Math.min(places[a], places[b])] += wa * worths[b]
      for (let v = 0; v < variables.length; v += 1) rights[v][places[a]] += wa * variables[v][i]
    }
  }
  solveSymmetric(cross, rights)
  for (let i = 0; i < n; i += 1) {
    if (!isWhole(regressors, i)) continue
    read(i)
    for (let v = 0; v < variables.length; v += 1) {
      let fitted = 0
      for (let a = 0; a < places.length; a += 1) fitted += rights[v][places[a]] * worths[a]
      variables[v][i] -= fitted
    }
  }
}
