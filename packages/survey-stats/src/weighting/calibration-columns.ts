import { withMissingAs, type Categorical, type Codes, type Numeric } from '../data/column.ts'
import { missingLevel, type Target } from './margin.ts'

/**
 * The columns on which the linearised variable is regressed after weighting, as the margins were used: a missing answer is a level of
 * its own, or counts in part for every level, or the row takes no part.
 * @param withoutZeros whether rows without start weight must be kept out here, since the regression counts each row once
 */
export const regressorsOf = (
  targets: readonly Target[],
  amounts: readonly { readonly column: Numeric }[],
  start: Float64Array,
  withoutZeros: boolean,
): readonly (Categorical | Numeric)[] => {
  const masks = withoutZeros && start.includes(0)
  return [
    ...targets.flatMap((target) => columnsOf(target).map((column) => (masks ? masked(column, start) : column))),
    ...amounts.map(({ column }) => column),
  ]
}

const columnsOf = ({ column, totals, spread }: Target): (Categorical | Numeric)[] => {
  const missing = column.levels.length
  if (spread === null) return totals[missing] > 0 ? [withMissingAs(column, missingLevel)] : [column]
  return column.levels.flatMap((_, level): Numeric[] => {
    if (!(totals[level] > 0)) return []
    const values = new Float64Array(column.codes.length)
    for (let i = 0; i < values.length; i += 1)
      values[i] = column.codes[i] === level ? 1 : column.codes[i] === missing ? spread[level] : 0
    return [{ kind: 'numeric', values }]
  })
}

const masked = (column: Categorical | Numeric, start: Float64Array): Categorical | Numeric => {
  if (column.kind === 'numeric')
    return { kind: 'numeric', values: column.values.map((value, i) => (start[i] === 0 ? NaN : value)) }
  const codes: Codes = column.codes.slice()
  for (let i = 0; i < codes.length; i += 1) if (start[i] === 0) codes[i] = column.levels.length
  return { ...column, codes }
}
