import { byGroup, coded, meanOf, type AnswerTable, type Categorical, type TableGroup } from '#stats'
import type { DataFile } from './data-file.ts'
import type { Sample } from './design-file.ts'
import { Refusal } from './refusal.ts'
import type { Spec, TableSpec } from './spec-file.ts'
import { answersOf, partsOf, type Parts } from './table-parts.ts'
import { nameOf } from './tabulated.ts'

/** What is asked of a table under disclosure control. */
export type ShareSpec = Extract<TableSpec, { statistic: 'share' }>

/** A table to be protected, and the rows of the data that each of its groups has, the whole first: found when they are asked for. */
export type Counted = {
  readonly spec: ShareSpec
  readonly data: DataFile
  readonly table: AnswerTable
  readonly people: readonly (() => Uint32Array)[]
}

/** Who gave which answer, by group. */
export const counted = (
  sample: Sample,
  spec: ShareSpec,
  all: Pick<Spec, 'missing' | 'level'>,
  wave: string,
  homes: Categorical | null,
): Counted => {
  const parts = partsOf(sample, spec, all)
  const answers = answersOf(parts.data, spec.question, parts.ownCategory)
  const among = Object.keys(spec.where).length === 0 ? '' : ` of ${JSON.stringify(spec.where)}`
  const everyone = coded(new Uint8Array(parts.data.rows), ['all'])
  const nameFor = (level: string): string =>
    `${Object.entries(parts.groups.meaningOf(level))
      .map(([variable, own]) => `${variable}: ${own}`)
      .join(', ')}${among}`
  const { weights } = parts.design
  const weighing = weights.filter((weight) => weight !== 0)
  const [least, most] = weighing.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, 0])
  const isWeighted = most > least * (1 + 1e-9)
  const [whole] = groupsOf(parts, answers, everyone, isWeighted, homes, () => `all${among}`)
  if (whole === undefined) throw new Refusal(`Table "${nameOf(spec)}": nobody answered.`)
  const groups =
    parts.groups.variables.length === 0 ? [] : groupsOf(parts, answers, parts.groups.column, isWeighted, homes, nameFor)
  return {
    spec,
    data: parts.data,
    people: [whole, ...groups].map(({ people }) => people),
    table: {
      question: spec.question,
      wave,
      answers: answers.levels,
      ordered: spec.ordered,
      sensitive: spec.sensitive,
      whole: whole.group,
      groups: groups.map(({ group }) => group),
      ...(isWeighted && { weights: { least, most } }),
    },
  }
}

/** The tables with what the data knows of their groups: which lie within which, of the same question. */
export const nested = (tables: readonly Counted[]): AnswerTable[] => {
  const placed = new Map<Counted, AnswerTable>()
  for (const question of new Set(tables.map(({ table }) => table.question))) {
    const own = tables.filter(({ table }) => table.question === question)
    for (const [at, table] of placedIn(own).entries()) {
      const counts = own[at]
      if (counts !== undefined) placed.set(counts, table)
    }
  }
  return tables.map((counts) => placed.get(counts) ?? counts.table)
}

type Members = { readonly of: Counted; readonly name: string; readonly rows: Uint32Array; readonly has: Uint8Array }

const placedIn = (tables: readonly Counted[]): AnswerTable[] => {
  const all = tables.flatMap((of) =>
    [of.table.whole, ...of.table.groups].map(({ name }, g): Members => {
      const rows = of.people[g]?.() ?? new Uint32Array()
      const has = new Uint8Array(of.data.rows)
      for (const row of rows) has[row] = 1
      return { of, name, rows, has }
    }),
  )
  const within = ({ of, name, rows }: Members): string[] => [
    ...new Set(
      all
        .filter((other) => other.of !== of && other.name !== name && other.rows.length >= rows.length)
        .filter(({ has }) => rows.length > 0 && rows.every((row) => has[row] === 1))
        .map((other) => other.name),
    ),
  ]
  return tables.map((of) => {
    const own = all.filter((one) => one.of === of)
    const placed = (group: TableGroup, g: number): TableGroup => {
      const members = own[g]
      return members === undefined ? group : { ...group, within: within(members) }
    }
    const { table } = of
    return { ...table, whole: placed(table.whole, 0), groups: table.groups.map((group, g) => placed(group, g + 1)) }
  })
}

const groupsOf = (
  { design, missing }: Parts,
  answers: Categorical,
  groups: Categorical,
  isWeighted: boolean,
  homes: Categorical | null,
  nameFor: (level: string) => string,
): { readonly group: TableGroup; readonly people: () => Uint32Array }[] => {
  const shares = byGroup(design, groups, meanOf({ '': answers }), { missing })
  return shares.groups.map((level, g) => {
    const code = groups.levels.indexOf(level)
    const people = (): Uint32Array =>
      Uint32Array.from(groups.codes.keys()).filter(
        (row) =>
          groups.codes[row] === code &&
          design.weights[row] !== 0 &&
          design.domain?.[row] !== 0 &&
          (answers.codes[row] ?? 0) < answers.levels.length,
      )
    const answered = people()
    const cells = answers.levels.map((_, k) => {
      const own = answered.filter((row) => answers.codes[row] === k)
      const share = Math.min(1, Math.max(0, shares.values[g * shares.perGroup + k] ?? 0))
      return {
        respondents: own.length,
        ...(homes !== null && { households: homesIn(homes, own) }),
        ...(isWeighted && { share }),
      }
    })
    const households = homes === null ? {} : { households: homesIn(homes, answered) }
    return { group: { name: nameFor(level), ...households, cells }, people }
  })
}

/** Who has no household on record is one of their own. */
const homesIn = ({ codes, levels }: Categorical, rows: Uint32Array): number => {
  const known = rows.map((row) => codes[row] ?? levels.length).filter((code) => code < levels.length)
  return new Set(known).size + rows.length - known.length
}
