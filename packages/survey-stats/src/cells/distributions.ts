import type { Categorical } from '../data/column.ts'
import type { GroupedEstimates } from '../estimation/by-group.ts'
import type { CrossTable } from '../estimation/cross-table.ts'
import type { Missing } from '../estimation/answered.ts'
import type { EstimateOptions, NamedEstimates } from '../estimation/estimate.ts'
import { standardErrorsOf } from '../estimation/statistic.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { covarianceFromCounts, type AnswerVariables } from './cell-covariance.ts'
import { splitBy, type Cells } from './cells.ts'
import { covarianceFromSums } from './uneven-covariance.ts'
import { weightSumsOf, type WeightSums } from './weight-sums.ts'

type CountOptions = Pick<EstimateOptions, 'missing'>

/** Rows per cell and answer: `counts[cell * (levels + 1) + answer]`, those without an answer last. One pass over the rows. */
export const countsOf = ({ of, count }: Pick<Cells, 'of' | 'count'>, { codes, levels }: Categorical): Int32Array => {
  mustBeLong('The question', codes.length, of.length)
  const width = levels.length + 1
  const counts = new Int32Array(count * width)
  for (let i = 0; i < of.length; i += 1) counts[of[i] * width + codes[i]] += 1
  return counts
}

/**
 * The distribution of each question in each group, with how they vary together, from counts: one pass over the rows per question.
 * The same as `byGroup(design, group, meanOf({ question }))` for each.
 * @param group null for the distributions of all
 * @returns per question the shares (0 … 1) of its levels, group after group; without groups there is one, named ''
 * @throws {SurveyError} `missing-values`, `nothing-to-estimate`, `different-lengths`
 */
export const distributionsBy = (
  cells: Cells,
  questions: Readonly<Record<string, Categorical>>,
  group: Categorical | null,
  options: CountOptions = {},
): Record<string, GroupedEstimates> => {
  if (group !== null) mustBeLong('The group', group.codes.length, cells.of.length)
  const own = group === null ? cells : splitBy(cells, group)
  const groupOf = groupsOf(own, group)
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [
      name,
      distributionOf(own, groupOf, group, question, options.missing),
    ]),
  )
}

/** The level of each cell; −1 outside the domain and without a group. */
const groupsOf = ({ first, weights }: Cells, group: Categorical | null): Int32Array =>
  Int32Array.from(first, (row, c) => {
    if (weights[c] === 0) return -1
    if (group === null) return 0
    return group.codes[row] === group.levels.length ? -1 : group.codes[row]
  })

const distributionOf = (
  cells: Cells,
  levelOf: Int32Array,
  group: Categorical | null,
  question: Categorical,
  missing: Missing = 'refuse',
): GroupedEstimates => {
  const answers = question.levels.length
  const counted = countedOf(cells, question)
  if (missing === 'refuse') refuseMissing(cells, counted.rows, answers, levelOf)
  const levels = group === null ? [''] : group.levels
  const { totals, rows } = totalsOf(cells, counted, answers, levelOf, levels.length)
  const present = levels.map((_, code) => code).filter((code) => rows[code] > 0)
  if (present.length === 0) throw new SurveyError('nothing-to-estimate', 'No group has a row.')
  const place = new Int32Array(levels.length).fill(-1)
  const [values, gain, centre] = [0, 1, 2].map(() => new Float64Array(present.length * answers))
  present.forEach((code, g) => {
    place[code] = g
    const from = code * answers
    let total = 0
    for (let answer = 0; answer < answers; answer += 1) total += totals[from + answer]
    if (total === 0)
      throw new SurveyError('nothing-to-estimate', `Group "${levels[code]}": the weights add up to 0.`, {
        group: levels[code],
      })
    for (let answer = 0; answer < answers; answer += 1) {
      const k = g * answers + answer
      values[k] = totals[from + answer] / total
      gain[k] = 1 / total
      centre[k] = values[k] / total
    }
  })
  const groups = levelOf.map((code) => (code < 0 ? -1 : place[code]))
  const variables = { answers, groups, gain, centre, isWithinGroup: true }
  return {
    ...estimatesFrom(cells, counted, values, variables),
    names: present.flatMap((code) =>
      question.levels.map((level) => (group === null ? level : `${levels[code]}: ${level}`)),
    ),
    groups: present.map((code) => levels[code]),
    empty: levels.filter((_, code) => rows[code] === 0),
    perGroup: answers,
  }
}

/** Rows per cell and answer, and what they weigh where that differs within a cell. */
type Counted = { readonly rows: Int32Array; readonly sums: WeightSums | null }

const countedOf = (cells: Cells, question: Categorical): Counted => {
  if (cells.uneven === null) return { rows: countsOf(cells, question), sums: null }
  mustBeLong('The question', question.codes.length, cells.of.length)
  const sums = weightSumsOf(cells, question.codes, question.levels.length + 1, cells.uneven)
  return { rows: sums.rows, sums }
}

const estimatesFrom = (cells: Cells, { rows, sums }: Counted, values: Float64Array, variables: AnswerVariables) => {
  const covariance =
    sums === null ? covarianceFromCounts(cells, rows, variables) : covarianceFromSums(cells, sums, variables)
  return {
    values,
    covariance,
    standardErrors: standardErrorsOf(covariance),
    degreesOfFreedom: cells.degreesOfFreedom,
    designEffects: null,
  } satisfies Omit<NamedEstimates, 'names'>
}

/** A two-way table from counts, with the rows of the sample in each cell: all that a test of independence needs. */
export type CountedTable = CrossTable & {
  /** Rows of the sample per cell of the table, not weighted. */
  readonly sampled: Float64Array
}

/**
 * The joint table of a question and a group from counts, with the covariance of all its cells: the same as `crossTable`.
 * @param rows the question, of which each row of the sample is looked at once
 * @param columns the group; nothing is looked at where the cells know it
 * @param options.of weighted counts, or shares of all (0 … 1), which is the default
 * @throws {SurveyError} `missing-values`, `nothing-to-estimate`, `different-lengths`
 */
export const tableFromCells = (
  cells: Cells,
  rows: Categorical,
  columns: Categorical,
  options: CountOptions & { readonly of?: 'count' | 'share' } = {},
): CountedTable => {
  mustBeLong('The column of the table', columns.codes.length, cells.of.length)
  const own = splitBy(cells, columns)
  const levelOf = groupsOf(own, columns)
  const [answers, width] = [rows.levels.length, columns.levels.length]
  const counted = countedOf(own, rows)
  if ((options.missing ?? 'refuse') === 'refuse') refuseMissing(own, counted.rows, answers, levelOf)
  const { totals, sampled } = totalsOf(own, counted, answers, levelOf, width)
  const total = totals.reduce((sum, one) => sum + one, 0)
  if (total === 0) throw new SurveyError('nothing-to-estimate', 'No row of the table weighs anything.')
  const isCount = options.of === 'count'
  const values = isCount ? totals : totals.map((one) => one / total)
  const found = estimatesFrom(own, counted, values, {
    answers,
    groups: levelOf,
    gain: new Float64Array(values.length).fill(isCount ? 1 : 1 / total),
    centre: isCount ? new Float64Array(values.length) : values.map((share) => share / total),
    isWithinGroup: false,
  })
  return turned(found, sampled, rows.levels, columns.levels)
}

/** From groups of answers to rows of columns. */
const turned = (
  { values, covariance, ...rest }: Omit<NamedEstimates, 'names'>,
  sampled: Float64Array,
  rows: readonly string[],
  columns: readonly string[],
): CountedTable => {
  const size = values.length
  const from = Int32Array.from(values, (_, k) => (k % columns.length) * rows.length + Math.floor(k / columns.length))
  const m = new Float64Array(size * size)
  for (let j = 0; j < size; j += 1)
    for (let k = 0; k < size; k += 1) m[j * size + k] = covariance.m[from[j] * size + from[k]]
  const own = { size, m }
  return {
    ...rest,
    values: Float64Array.from(from, (k) => values[k]),
    sampled: Float64Array.from(from, (k) => sampled[k]),
    covariance: own,
    standardErrors: standardErrorsOf(own),
    names: rows.flatMap((row) => columns.map((column) => `${row} × ${column}`)),
    rows,
    columns,
  }
}

/** Weighted and plain rows per group and answer, and plain ones per group that have an answer. */
const totalsOf = (
  { count, weights }: Cells,
  { rows: counts, sums }: Counted,
  answers: number,
  levelOf: Int32Array,
  levels: number,
): { totals: Float64Array; sampled: Float64Array; rows: Float64Array } => {
  const [totals, sampled] = [new Float64Array(levels * answers), new Float64Array(levels * answers)]
  const rows = new Float64Array(levels)
  for (let c = 0; c < count; c += 1) {
    const level = levelOf[c]
    if (level < 0) continue
    for (let answer = 0; answer < answers; answer += 1) {
      const at = c * (answers + 1) + answer
      const own = counts[at]
      totals[level * answers + answer] += sums === null ? weights[c] * own : sums.weights[at]
      sampled[level * answers + answer] += own
      rows[level] += own
    }
  }
  return { totals, sampled, rows }
}

const refuseMissing = (
  { count, sizes, weights }: Cells,
  counts: Int32Array,
  answers: number,
  levelOf: Int32Array,
): void => {
  let without = 0
  for (let c = 0; c < count; c += 1)
    if (weights[c] !== 0) without += levelOf[c] < 0 ? sizes[c] : counts[c * (answers + 1) + answers]
  if (without > 0)
    throw new SurveyError(
      'missing-values',
      `${without} of the rows have no answer; leave them out by saying so, or give the missing a level of their own.`,
      { rows: without },
    )
}
