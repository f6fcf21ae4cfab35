import type { Categorical, Column } from '../data/column.ts'
import { SurveyError } from '../survey-error.ts'

/** A part of a regression: a column under its name, or the product of parts that were named before. */
export type Term =
  { readonly name: string; readonly column: Column } | { readonly product: readonly [string, string, ...string[]] }

export type ModelMatrix = {
  /** As R names coefficients: `(Intercept)`, `enroll`, `stypeH`, `stypeH:enroll`. */
  readonly names: readonly string[]
  /** One value per row each; 0 for the rows that are not spoken of. */
  readonly columns: readonly Float64Array[]
  /** Which columns stand for which term. */
  readonly terms: readonly { readonly name: string; readonly at: readonly number[] }[]
}

type Block = { readonly names: string[]; readonly columns: Float64Array[] }

/**
 * The columns of a regression. A categorical column gives 0 and 1 for each level but the first that occurs (treatment
 * contrasts); without a constant the first such column has all its levels. Source: R, `model.matrix` with
 * `contr.treatment`.
 * @param rows 1 for the rows that are spoken of
 * @throws {SurveyError} `bad-argument` when names are not one each, a product names what is not there, or a column has
 * one level
 */
export const modelMatrix = (terms: readonly Term[], rows: Uint8Array, hasConstant: boolean): ModelMatrix => {
  const [names, columns]: [string[], Float64Array[]] = [[], []]
  const blocks = new Map<string, Block>()
  const places: { name: string; at: number[] }[] = []
  if (hasConstant) {
    names.push('(Intercept)')
    columns.push(Float64Array.from(rows))
  }
  let isWhole = !hasConstant
  for (const term of terms) {
    const name = 'product' in term ? term.product.join(':') : term.name
    if (blocks.has(name)) throw new SurveyError('bad-argument', `The term "${name}" stands twice in the regression.`)
    const block = 'product' in term ? productOf(term.product, blocks) : blockOf(term.name, term.column, rows, isWhole)
    if ('column' in term && term.column.kind === 'categorical') isWhole = false
    blocks.set(name, block)
    places.push({ name, at: block.names.map((_, k) => names.length + k) })
    names.push(...block.names)
    columns.push(...block.columns)
  }
  return { names, columns, terms: places }
}

const blockOf = (name: string, column: Column, rows: Uint8Array, isWhole: boolean): Block => {
  if (column.kind === 'numeric')
    return { names: [name], columns: [column.values.map((value, i) => (rows[i] === 1 ? value : 0))] }
  const used = levelsUsed(column, rows)
  if (used.length < 2 && !isWhole)
    throw new SurveyError('bad-argument', `"${name}" has one level only among the rows that are spoken of.`, {
      column: name,
    })
  const shown = isWhole ? used : used.slice(1)
  return {
    names: shown.map((code) => `${name}${column.levels[code]}`),
    columns: shown.map((code) => {
      const own = new Float64Array(rows.length)
      for (let i = 0; i < own.length; i += 1) if (rows[i] === 1 && column.codes[i] === code) own[i] = 1
      return own
    }),
  }
}

/** The codes that occur among these rows, in the order of the levels. */
export const levelsUsed = ({ codes, levels }: Categorical, rows: Uint8Array): number[] => {
  const seen = new Uint8Array(levels.length + 1)
  for (let i = 0; i < rows.length; i += 1) if (rows[i] === 1) seen[codes[i]] = 1
  return levels.flatMap((_, code) => (seen[code] === 1 ? [code] : []))
}

// The first part runs fastest, as in R.
const productOf = (parts: readonly string[], blocks: ReadonlyMap<string, Block>): Block =>
  parts
    .map((part) => {
      const block = blocks.get(part)
      if (block === undefined)
        throw new SurveyError(
          'bad-argument',
          `The product ${parts.join(':')} names "${part}", which is no term before it.`,
        )
      return block
    })
    .reduce((product, next) => ({
      names: next.names.flatMap((later) => product.names.map((name) => `${name}:${later}`)),
      columns: next.columns.flatMap((later) =>
        product.columns.map((column) => column.map((value, i) => value * later[i])),
      ),
    }))
