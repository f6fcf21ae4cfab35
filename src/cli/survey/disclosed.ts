import {
  byGroup,
  coded,
  defaultRules,
  meanOf,
  protect,
  published,
  type AnswerTable,
  type Categorical,
  type TableGroup,
} from '#stats'
import { classesIn } from './columns.ts'
import type { Sample } from './design-file.ts'
import { Refusal } from './refusal.ts'
import type { Spec, TableSpec } from './spec-file.ts'
import { answersOf, partsOf, type Parts } from './table-parts.ts'
import { nameOf } from './tabulated.ts'

type Disclosure = NonNullable<Spec['disclosure']>

/** Tables of shares as everybody may see them, protected together: no counts, no standard errors, no tests. */
export const disclosed = (sample: Sample, spec: Spec, { wave, rules, households }: Disclosure) => {
  const homes = households === undefined ? null : classesIn(sample.data, households)
  const tables = spec.tables.map((table) => answerTable(sample, table, spec, wave, homes))
  const limits = {
    ...defaultRules,
    ...Object.fromEntries(Object.entries(rules).filter(([, one]) => one !== undefined)),
  }
  const told = published(protect(tables, limits))
  return told.map((table, at) => {
    const asked = spec.tables[at]
    return { name: asked === undefined ? table.question : nameOf(asked), where: asked?.where ?? {}, ...table }
  })
}

const answerTable = (
  sample: Sample,
  table: TableSpec,
  spec: Spec,
  wave: string,
  homes: Categorical | null,
): AnswerTable => {
  if (table.statistic !== 'share' || table.tests.length > 0)
    throw new Refusal(`Table "${nameOf(table)}": under disclosure control only shares are told, and no tests.`)
  const parts = partsOf(sample, table, spec)
  const answers = answersOf(parts.data, table.question, parts.ownCategory)
  const among = Object.keys(table.where).length === 0 ? '' : ` of ${JSON.stringify(table.where)}`
  const everyone = coded(new Uint8Array(parts.data.rows), ['all'])
  const nameFor = (level: string): string =>
    `${Object.entries(parts.groups.meaningOf(level))
      .map(([variable, own]) => `${variable}: ${own}`)
      .join(', ')}${among}`
  const { weights } = parts.design
  const weighing = weights.filter((weight) => weight !== 0)
  const [least, most] = weighing.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, 0])
  const isWeighted = most > least * (1 + 1e-9)
  const [whole] = rowsOf(parts, answers, everyone, isWeighted, homes, () => `all${among}`)
  if (whole === undefined) throw new Refusal(`Table "${nameOf(table)}": nobody answered.`)
  const groups =
    parts.groups.variables.length === 0 ? [] : rowsOf(parts, answers, parts.groups.column, isWeighted, homes, nameFor)
  return {
    question: table.question,
    wave,
    answers: answers.levels,
    ordered: table.ordered,
    sensitive: table.sensitive,
    whole,
    groups,
    ...(isWeighted && { weights: { least, most } }),
  }
}

const rowsOf = (
  { design, missing }: Parts,
  answers: Categorical,
  groups: Categorical,
  isWeighted: boolean,
  homes: Categorical | null,
  nameFor: (level: string) => string,
): TableGroup[] => {
  const shares = byGroup(design, groups, meanOf({ '': answers }), { missing })
  return shares.groups.map((level, g) => {
    const code = groups.levels.indexOf(level)
    const rows = [...groups.codes.keys()].filter(
      (row) => groups.codes[row] === code && design.weights[row] !== 0 && design.domain?.[row] !== 0,
    )
    const answered = rows.filter((row) => (answers.codes[row] ?? 0) < answers.levels.length)
    return {
      name: nameFor(level),
      ...(homes !== null && { households: homesIn(homes, answered) }),
      cells: answers.levels.map((_, k) => {
        const own = answered.filter((row) => answers.codes[row] === k)
        const share = Math.min(1, Math.max(0, shares.values[g * shares.perGroup + k] ?? 0))
        return {
          respondents: own.length,
          ...(homes !== null && { households: homesIn(homes, own) }),
          ...(isWeighted && { share }),
        }
      }),
    }
  })
}

/** Who has no household on record is one of their own. */
const homesIn = ({ codes, levels }: Categorical, rows: readonly number[]): number => {
  const known = rows.map((row) => codes[row] ?? levels.length).filter((code) => code < levels.length)
  return new Set(known).size + rows.length - known.length
}
