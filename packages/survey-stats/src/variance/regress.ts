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
  const factors = columns.filter((column) => column.kind === 'categorical')
  if (factors.length === columns.length) return takeOutLevels(variables, factors, weights, sweeps)
  const regressors = regressorsOf([...factors, ...columns.filter(({ kind }) => kind === 'numeric')], weights)
  const size = regressors.reduce((sum, { levels }) => sum + levels, 0)
  const amounts = regressors.slice(factors.length)
  const n = variables[0]?.length ?? 0
  const whole = wholeRows(regressors, n)
  const own = effectiveWeights(weights, whole, n)
  const cross = crossProducts(regressors, own, size)
  // The second time takes out what rounding left of the first.
  for (let pass = 0; pass < 2; pass += 1) {
    const rights = sumsPerLevel(variables, factors, own, size)
    rights.forEach((right, v) => sumAmounts(variables[v], amounts, own, right))
    solveSymmetric({ size, m: cross.m.slice() }, rights)
    subtractLevels(variables, factors, rights, whole)
    rights.forEach((right, v) => subtractAmounts(variables[v], amounts, right, whole))
  }
}

/**
 * Levels only: all that is asked of the rows are the sums per level, and all is done on these. The rows are passed for the first sums
 * and at the end only.
 */
const takeOutLevels = (
  variables: readonly Float64Array[],
  columns: readonly Categorical[],
  weights: Float64Array | null,
  sweeps: number | undefined,
): void => {
  const regressors = regressorsOf(columns, weights)
  const size = columns.reduce((sum, { levels }) => sum + levels.length, 0)
  const n = variables[0]?.length ?? 0
  const whole = wholeRows(regressors, n)
  const own = effectiveWeights(weights, whole, n)
  const cross = crossProducts(regressors, own, size)
  const { m } = cross
  for (let a = 0; a < size; a += 1) for (let b = a + 1; b < size; b += 1) m[a * size + b] = m[b * size + a]
  const sums = sumsPerLevel(variables, columns, own, size)
  const taken = sweeps === undefined ? regressed(sums, cross) : swept(sums, cross, regressors, sweeps)
  subtractLevels(variables, columns, taken, whole)
}

/** The coefficients; the second time finds what rounding left of the first. */
const regressed = (sums: readonly Float64Array[], { size, m }: Square): Float64Array[] => {
  const taken = sums.map((sum) => sum.slice())
  solveSymmetric({ size, m: m.slice() }, taken)
  const rest = sums.map((sum, v) => sum.map((own, a) => own - productOf(m, a * size, taken[v])))
  solveSymmetric({ size, m: m.slice() }, rest)
  return taken.map((own, v) => own.map((one, a) => one + rest[v][a]))
}

const productOf = (m: Float64Array, from: number, values: Float64Array): number => {
  let sum = 0
  for (let b = 0; b < values.length; b += 1) sum += m[from + b] * values[b]
  return sum
}

/** What a round takes out changes the sums per level of the other columns by as much as they share rows. */
const swept = (
  sums: readonly Float64Array[],
  { size, m }: Square,
  regressors: readonly Regressor[],
  sweeps: number,
): Float64Array[] =>
  sums.map((own) => {
    const taken = new Float64Array(size)
    for (let round = 0; round < sweeps; round += 1)
      for (const { at, levels } of regressors) takeOut(own, taken, m, at, at + levels)
    return taken
  })

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

/** The columns four at a time, the last of them filled up with columns that take part in nothing. */
const byFour = (columns: readonly Categorical[]): { codes: Categorical['codes']; at: number; levels: number }[][] => {
  let at = 0
  const placed = columns.map(({ codes, levels }) => {
    at += levels.length
    return { codes, at: at - levels.length, levels: levels.length }
  })
  const fours = Array.from({ length: Math.ceil(placed.length / 4) }, (_, f) => placed.slice(4 * f, 4 * f + 4))
  return fours.map((four) => [0, 1, 2, 3].map((place) => four[place] ?? { ...four[0], at: -1 }))
}

/** Σ w x per level of each column, one after the other; each row is met once for four columns. */
const sumsPerLevel = (
  variables: readonly Float64Array[],
  columns: readonly Categorical[],
  weights: Float64Array,
  size: number,
): Float64Array[] => {
  const fours = byFour(columns)
  return variables.map((variable) => {
    const sums = new Float64Array(size)
    for (const four of fours) {
      // One place more, for codes of missing answers, whose rows weigh nothing.
      const [a, b, c, d] = four.map(({ levels }) => new Float64Array(levels + 1))
      const [p, q, r, s] = four.map(({ codes }) => codes)
      for (let i = 0; i < variable.length; i += 1) {
        const value = weights[i] * variable[i]
        a[p[i]] += value
        b[q[i]] += value
        c[r[i]] += value
        d[s[i]] += value
      }
      ;[a, b, c, d].forEach((own, place) => {
        if (four[place].at >= 0) sums.set(own.subarray(0, -1), four[place].at)
      })
    }
    return sums
  })
}

/** @param taken per variable a value for each level of each column, which its rows lose */
const subtractLevels = (
  variables: readonly Float64Array[],
  columns: readonly Categorical[],
  taken: readonly Float64Array[],
  whole: Uint8Array | null,
): void => {
  const fours = byFour(columns)
  variables.forEach((variable, v) => {
    for (const four of fours) {
      const [a, b, c, d] = four.map(({ at, levels }) => {
        const own = new Float64Array(levels + 1)
        if (at >= 0) own.set(taken[v].subarray(at, at + levels))
        return own
      })
      const [p, q, r, s] = four.map(({ codes }) => codes)
      if (whole === null)
        for (let i = 0; i < variable.length; i += 1) variable[i] -= a[p[i]] + b[q[i]] + (c[r[i]] + d[s[i]])
      else
        for (let i = 0; i < variable.length; i += 1)
          if (whole[i] === 1) variable[i] -= a[p[i]] + b[q[i]] + (c[r[i]] + d[s[i]])
    }
  })
}

/** Σ w x z for each amount z. */
const sumAmounts = (
  variable: Float64Array,
  amounts: readonly Regressor[],
  weights: Float64Array,
  into: Float64Array,
): void => {
  for (const { at, values } of amounts) {
    if (values === null) continue
    let sum = 0
    // A row that weighs nothing may lack the amount.
    for (let i = 0; i < variable.length; i += 1) if (weights[i] !== 0) sum += weights[i] * values[i] * variable[i]
    into[at] = sum
  }
}

const subtractAmounts = (
  variable: Float64Array,
  amounts: readonly Regressor[],
  coefficients: Float64Array,
  whole: Uint8Array | null,
): void => {
  for (const { at, values } of amounts) {
    if (values === null) continue
    const own = coefficients[at]
    for (let i = 0; i < variable.length; i += 1) if (whole === null || whole[i] === 1) variable[i] -= own * values[i]
  }
}
