import { coded, crossed, domainOf, withMissingAs, type Categorical, type Design, type Missing } from '#stats'
import { classesIn, numbersIn, TIMES } from './columns.ts'
import type { DataFile } from './data-file.ts'
import type { Sample } from './design-file.ts'
import { quoted, Refusal } from './refusal.ts'
import type { Spec, TableSpec } from './spec-file.ts'

/** What the levels of a column of groups stand for: a level per variable. */
export type Groups = {
  readonly column: Categorical
  readonly variables: readonly string[]
  readonly meaningOf: (level: string) => Readonly<Record<string, string>>
}

/** What every table needs: the rows it speaks of, its groups, and what is done with missing answers. */
export type Parts = {
  readonly data: DataFile
  readonly design: Design
  readonly groups: Groups
  readonly missing: Missing
  readonly ownCategory: boolean
  readonly level: number
}

export const partsOf = ({ data, design }: Sample, table: TableSpec, spec: Pick<Spec, 'missing' | 'level'>): Parts => {
  const missing = table.missing ?? spec.missing
  return {
    data,
    design: within(design, data, table.where),
    groups: groupsBy(data, table.by === undefined ? [] : [table.by].flat()),
    missing: missing === 'own-category' ? 'refuse' : missing,
    ownCategory: missing === 'own-category',
    level: table.level ?? spec.level,
  }
}

/** The classes of a question; its missing answers are one more where that is asked. */
export const answersOf = (data: DataFile, question: string, ownCategory: boolean): Categorical => {
  const column = classesIn(data, question)
  const lacks = column.codes.some((code) => code === column.levels.length)
  return ownCategory && lacks ? withMissingAs(column, '(missing)') : column
}

const groupsBy = (data: DataFile, variables: readonly string[]): Groups => {
  const [first, ...more] = variables.map((name) => ({ name, column: classesIn(data, name) }))
  if (first === undefined)
    return { column: coded(new Uint8Array(data.rows), ['all']), variables, meaningOf: () => ({}) }
  const start = {
    column: first.column,
    meanings: first.column.levels.map((level): Record<string, string> => ({ [first.name]: level })),
  }
  const { column, meanings } = more.reduce(
    (one, other) => ({
      column: crossed(one.column, other.column, TIMES),
      meanings: one.meanings.flatMap((meaning) =>
        other.column.levels.map((level) => ({ ...meaning, [other.name]: level })),
      ),
    }),
    start,
  )
  const meaningByLevel = new Map(column.levels.map((level, at) => [level, meanings[at] ?? {}]))
  return { column, variables, meaningOf: (level) => meaningByLevel.get(level) ?? {} }
}

/** The design, speaking of the rows that fit every condition; a row without an answer to one does not. */
const within = (design: Design, data: DataFile, where: TableSpec['where']): Design => {
  const conditions = Object.entries(where).map(([name, wanted]) => fitting(data, name, wanted))
  if (conditions.length === 0) return design
  const rows = Uint8Array.from({ length: data.rows }, (_, row) => Number(conditions.every((fits) => fits(row))))
  if (!rows.includes(1)) throw new Refusal('no row fits what "where" says.')
  return domainOf(design, rows)
}

const fitting = (data: DataFile, name: string, wanted: TableSpec['where'][string]): ((row: number) => boolean) => {
  if (typeof wanted === 'string' || Array.isArray(wanted)) {
    const { codes, levels } = classesIn(data, name)
    const fits = levels.map((level) => [wanted].flat().includes(level))
    const unknown = [wanted].flat().find((level) => !levels.includes(level))
    if (unknown !== undefined) throw new Refusal(`${quoted(name)} has no level ${quoted(unknown)} in the data.`)
    return (row) => fits[codes[row] ?? -1] === true
  }
  const { from = -Infinity, to = Infinity } = wanted
  const { values } = numbersIn(data, name)
  return (row) => {
    const value = values[row] ?? NaN
    return value >= from && value <= to
  }
}
