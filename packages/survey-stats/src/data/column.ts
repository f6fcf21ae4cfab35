import { SurveyError } from '../survey-error.ts'

/** A code per row: 0 … levels − 1, and the number of levels itself for a missing answer. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** Answers that fall into classes. `codes[i] === levels.length` means that row i has no answer. */
export type Categorical<Level extends string = string> = {
  readonly kind: 'categorical'
  readonly codes: Codes
  readonly levels: readonly Level[]
}

/** Answers that are amounts. NaN means that there is none. */
export type Numeric = { readonly kind: 'numeric'; readonly values: Float64Array }

export type Column = Categorical | Numeric

/** The number of rows. */
export const rowsOf = (column: Column): number =>
  column.kind === 'numeric' ? column.values.length : column.codes.length

const codesFor = (levels: number, n: number): Codes =>
  levels < 256 ? new Uint8Array(n) : levels < 65_536 ? new Uint16Array(n) : new Uint32Array(n)

/**
 * A categorical column from labels.
 * @param labels one per row; null, undefined and '' are missing
 * @param levels the classes in their order; without them those that occur, sorted by code unit
 * @throws {SurveyError} `bad-argument` when a label is no level, or a level stands twice
 */
export const categorical = <Level extends string>(
  labels: readonly (Level | '' | null | undefined)[],
  levels?: readonly Level[],
): Categorical<Level> => {
  const known = levels ?? levelsIn(labels)
  const codeOf = new Map<string, number>(known.map((level, code) => [level, code]))
  if (codeOf.size !== known.length) throw new SurveyError('bad-argument', 'A level stands twice in the list of levels.')
  const codes = codesFor(known.length, labels.length)
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i]
    if (label === null || label === undefined || label === '') {
      codes[i] = known.length
      continue
    }
    const code = codeOf.get(label)
    if (code === undefined)
      throw new SurveyError('bad-argument', `Row ${i + 1} has "${label}", which is no level.`, {
        row: i + 1,
        level: label,
      })
    codes[i] = code
  }
  return { kind: 'categorical', codes, levels: known }
}

const levelsIn = <Level extends string>(labels: readonly (Level | '' | null | undefined)[]): Level[] => {
  const found = new Set<Level>()
  for (const label of labels) if (label !== null && label !== undefined && label !== '') found.add(label)
  return [...found].toSorted((a, b) => (a < b ? -1 : 1))
}

/**
 * A categorical column from codes that are there already; nothing is copied.
 * @throws {SurveyError} `bad-argument` when a code is higher than the number of levels
 */
export const coded = <Level extends string>(codes: Codes, levels: readonly Level[]): Categorical<Level> => {
  for (let i = 0; i < codes.length; i += 1)
    if (codes[i] > levels.length)
      throw new SurveyError('bad-argument', `Row ${i + 1} has code ${codes[i]}, and there are ${levels.length} levels.`)
  return { kind: 'categorical', codes, levels }
}

/**
 * A numeric column. A Float64Array is used as it is; in a list null and undefined are missing.
 * @throws {SurveyError} `bad-argument` for a value that is infinite
 */
export const numeric = (values: Float64Array | readonly (number | null | undefined)[]): Numeric => {
  const own = values instanceof Float64Array ? values : Float64Array.from(values, (value) => value ?? NaN)
  for (let i = 0; i < own.length; i += 1)
    if (own[i] === Infinity || own[i] === -Infinity)
      throw new SurveyError('bad-argument', `Row ${i + 1} is infinite.`, { row: i + 1 })
  return { kind: 'numeric', values: own }
}

/**
 * 1 where a row has one of these levels, 0 where it has another, missing where it has no answer.
 * @throws {SurveyError} `bad-argument` for a level that the column does not have
 */
export const indicator = <Level extends string>(
  column: Categorical<Level>,
  ...levels: readonly NoInfer<Level>[]
): Numeric => {
  const { codes } = column
  const worth = new Float64Array(column.levels.length + 1)
  worth[column.levels.length] = NaN
  for (const level of levels) {
    const code = column.levels.indexOf(level)
    if (code === -1) throw new SurveyError('bad-argument', `"${level}" is no level of this column.`, { level })
    worth[code] = 1
  }
  const values = new Float64Array(codes.length)
  for (let i = 0; i < codes.length; i += 1) values[i] = worth[codes[i]]
  return { kind: 'numeric', values }
}

/** The same column with its missing answers as a level of their own, last in line. */
export const withMissingAs = <Level extends string, More extends string>(
  column: Categorical<Level>,
  name: More,
): Categorical<Level | More> => {
  const levels: readonly (Level | More)[] = [...column.levels, name]
  const codes = codesFor(levels.length, column.codes.length)
  codes.set(column.codes)
  return { kind: 'categorical', codes, levels }
}

/** One column whose levels are the pairs of levels of two, the second running fastest; missing where either is. */
export const crossed = (one: Categorical, other: Categorical, between = ' × '): Categorical => {
  const levels = one.levels.flatMap((a) => other.levels.map((b) => `${a}${between}${b}`))
  const codes = codesFor(levels.length, one.codes.length)
  const [rows, columns] = [one.levels.length, other.levels.length]
  for (let i = 0; i < codes.length; i += 1) {
    const [a, b] = [one.codes[i], other.codes[i]]
    codes[i] = a === rows || b === columns ? levels.length : a * columns + b
  }
  return { kind: 'categorical', codes, levels }
}
