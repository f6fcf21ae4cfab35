import { rowsOf, type Column } from '../data/column.ts'
import { domainOf, type Design } from '../design/design.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'

/** What to do with rows that have no answer: refuse them, or speak of the others only (`na.rm = TRUE` in R). */
export type Missing = 'refuse' | 'leave-out'

/**
 * The design with only those rows spoken of that have every answer. The others stay in it with nothing to add, as a
 * domain does.
 * @param columns by the name that an error calls them
 * @throws {SurveyError} `different-lengths`; `missing-values` under `refuse`; `nothing-to-estimate` when no row is
 * left
 */
export const answered = <D extends Design>(
  design: D,
  columns: Readonly<Record<string, Column>>,
  missing: Missing = 'refuse',
): D => {
  const whole = new Uint8Array(design.n).fill(1)
  if (design.domain !== null) whole.set(design.domain)
  let isNarrowed = false
  for (const [name, column] of Object.entries(columns)) {
    mustBeLong(`"${name}"`, rowsOf(column), design.n)
    const without = leaveOut(whole, column)
    if (without > 0 && missing === 'refuse')
      throw new SurveyError(
        'missing-values',
        `"${name}" has no answer in ${without} row${without === 1 ? '' : 's'}; leave them out, or give them a level.`,
        { column: name, rows: without },
      )
    isNarrowed ||= without > 0
  }
  if (!whole.includes(1))
    throw new SurveyError('nothing-to-estimate', `No row has an answer to ${Object.keys(columns).join(', ')}.`)
  return isNarrowed ? domainOf(design, whole) : design
}

const leaveOut = (rows: Uint8Array, column: Column): number => {
  let without = 0
  for (let i = 0; i < rows.length; i += 1) {
    if (rows[i] === 0) continue
    const isMissing =
      column.kind === 'numeric' ? Number.isNaN(column.values[i]) : column.codes[i] === column.levels.length
    if (!isMissing) continue
    rows[i] = 0
    without += 1
  }
  return without
}
