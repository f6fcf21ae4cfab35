import { SurveyError } from '../survey-error.ts'

/** A table of unweighted counts, row after row. */
export type CountTable = readonly ArrayLike<number>[]

export type Counts = {
  readonly cells: Float64Array
  readonly down: Float64Array
  readonly across: Float64Array
  readonly all: number
}

/**
 * @param what as an error calls it
 * @throws {SurveyError} `bad-argument` when rows differ in length, or a count is negative or no number;
 * `nothing-to-estimate` when a row or a column is empty, or there are fewer than two of either
 */
export const countsOf = (table: CountTable, what = 'The table'): Counts => {
  const [r, c] = [table.length, table[0]?.length ?? 0]
  if (r < 2 || c < 2)
    throw new SurveyError(
      'nothing-to-estimate',
      `${what} is ${r} × ${c}; it must have two rows and two columns or more.`,
    )
  const [cells, down, across] = [new Float64Array(r * c), new Float64Array(r), new Float64Array(c)]
  let all = 0
  for (let i = 0; i < r; i += 1) {
    if (table[i].length !== c)
      throw new SurveyError('bad-argument', `Row ${i + 1} of the table has ${table[i].length} columns, not ${c}.`)
    for (let j = 0; j < c; j += 1) {
      const count = table[i][j]
      if (!(count >= 0 && count < Infinity))
        throw new SurveyError('bad-argument', `Row ${i + 1}, column ${j + 1} has a count of ${count}.`)
      cells[i * c + j] = count
      down[i] += count
      across[j] += count
      all += count
    }
  }
  const [row, column] = [down.indexOf(0), across.indexOf(0)]
  if (row >= 0 || column >= 0)
    throw new SurveyError(
      'nothing-to-estimate',
      `${row >= 0 ? `Row ${row + 1}` : `Column ${column + 1}`} of the table is empty; leave it out.`,
    )
  return { cells, down, across, all }
}

/**
 * The four counts of a 2 × 2 table. @throws {SurveyError} `bad-argument` when it is not 2 × 2 or a count is not whole
 */
export const fourOf = (table: CountTable): readonly [number, number, number, number] => {
  if (table.length !== 2 || table[0].length !== 2 || table[1].length !== 2)
    throw new SurveyError('bad-argument', 'This test needs a table of 2 × 2.')
  const four = [table[0][0], table[0][1], table[1][0], table[1][1]] as const
  for (const count of four)
    if (!(Number.isInteger(count) && count >= 0))
      throw new SurveyError('bad-argument', `A count of ${count} is not a whole number from 0.`)
  return four
}
