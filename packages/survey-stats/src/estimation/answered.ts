import { rowsOf, type Column } from '../data/column.ts'
import { domainOf, type Design } from '../design/design.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'

/**
 * What to do with rows where an answer is missing: refuse, saying how many there are, or leave them out, by which those with an
 * answer are a domain of the sample (`na.rm = TRUE` in R).
 */
export type Missing = 'refuse' | 'leave-out'

/** Columns with the name that an error calls them. */
export type CalledColumns = readonly (readonly [string, Column])[]

/**
 * The design with its domain narrowed to the rows that have every answer. The others stay in it with nothing to add.
 * @throws {SurveyError} `different-lengths`; `missing-values` under `refuse`, with how many rows that weigh something; `nothing-to-estimate`
 * when the sample has no rows
 */
export const answeredDomain = <D extends Design>(design: D, columns: CalledColumns, missing: Missing = 'refuse'): D => {
  if (design.n === 0) throw new SurveyError('nothing-to-estimate', 'The sample has no rows.')
  const whole = new Uint8Array(design.n).fill(1)
  if (design.domain !== null) whole.set(design.domain)
  let isNarrowed = false
  for (const [name, column] of columns) {
    const called = name === '' ? 'The column' : `"${name}"`
    mustBeLong(called, rowsOf(column), design.n)
    const { rows, weighed } = leaveOut(whole, column, design.weights)
    if (weighed > 0 && missing === 'refuse') {
      const way = column.kind === 'numeric' ? 'leave them out' : 'leave them out, or give them a level'
      throw new SurveyError(
        'missing-values',
        `${called} has no answer in ${weighed} row${weighed === 1 ? '' : 's'}; ${way}.`,
        { column: name, rows: weighed },
      )
    }
    isNarrowed ||= rows > 0
  }
  return isNarrowed ? domainOf(design, whole) : design
}

/**
 * The same, when there must be a row left.
 * @throws {SurveyError} as `answeredDomain`; `nothing-to-estimate` when no row is left
 */
export const answered = <D extends Design>(
  design: D,
  columns: Readonly<Record<string, Column>>,
  missing: Missing = 'refuse',
): D => {
  const own = answeredDomain(design, Object.entries(columns), missing)
  if (own.domain !== null && !own.domain.includes(1))
    throw new SurveyError('nothing-to-estimate', `No row has an answer to ${Object.keys(columns).join(', ')}.`)
  return own
}

const leaveOut = (whole: Uint8Array, column: Column, weights: Float64Array): { rows: number; weighed: number } => {
  let [rows, weighed] = [0, 0]
  for (let i = 0; i < whole.length; i += 1) {
    if (whole[i] === 0) continue
    const isMissing =
      column.kind === 'numeric' ? Number.isNaN(column.values[i]) : column.codes[i] === column.levels.length
    if (!isMissing) continue
    whole[i] = 0
    rows += 1
    if (weights[i] !== 0) weighed += 1
  }
  return { rows, weighed }
}
