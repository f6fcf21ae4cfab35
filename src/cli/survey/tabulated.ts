import {
  byGroup,
  confidenceIntervals,
  domainOf,
  indicator,
  meanOf,
  proportionInterval,
  quantilesBy,
  ratioOf,
  SurveyError,
  totalOf,
  type Categorical,
  type Estimand,
  type GroupedEstimates,
  type Numeric,
} from '#stats'
import { numbersIn } from './columns.ts'
import { quoted, Refusal } from './refusal.ts'
import type { Sample } from './design-file.ts'
import type { Spec, TableSpec } from './spec-file.ts'
import { answersOf, partsOf, type Parts } from './table-parts.ts'
import { testsOf } from './table-tests.ts'

/** One number of a table, everything by its name. */
type Estimate = {
  readonly group: Readonly<Record<string, string>>
  readonly level?: string
  readonly probability?: number
  readonly estimate: number
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly degreesOfFreedom: number
  readonly n: number
  readonly effectiveSize: number | null
  readonly designEffect: number | null
}

/** Makes one table. @throws Refusal that names the table */
export const tabulated = (sample: Sample, table: TableSpec, spec: Spec) => {
  const name = nameOf(table)
  try {
    const parts = partsOf(sample, table, spec)
    const { groups, level } = parts
    const { estimates, empty, tests, ...more } =
      table.statistic === 'quantile' ? ofQuantiles(parts, table) : ofStatistic(parts, table)
    return {
      name,
      question: table.question,
      statistic: table.statistic,
      by: groups.variables,
      where: table.where,
      missing: table.missing ?? spec.missing,
      confidence: level,
      ...more,
      estimates,
      emptyGroups: empty.map(groups.meaningOf),
      tests,
    }
  } catch (error) {
    if (!(error instanceof SurveyError || error instanceof Refusal)) throw error
    throw new Refusal(`Table ${quoted(name)}: ${error.message}`)
  }
}

export const nameOf = ({ name, question, statistic, by = [] }: TableSpec): string =>
  name ?? [`${statistic} of ${question}`, ...[by].flat()].join(' by ')

type Simple = Exclude<TableSpec, { statistic: 'quantile' }>

const ofStatistic = (parts: Parts, table: Simple) => {
  const { columns, estimand, levels } = estimandOf(parts, table)
  const { grouped, against } = withDesignEffects(parts, estimand)
  const counts = rowsPerGroup(parts, [...columns])
  const intervals = table.statistic === 'share' ? null : confidenceIntervals(grouped, { level: parts.level })
  const estimates = grouped.groups.flatMap((group, g) => {
    const n = counts.get(group) ?? 0
    return Array.from({ length: grouped.perGroup }, (_, k): Estimate => {
      const at = g * grouped.perGroup + k
      const designEffect = grouped.designEffects?.[at] ?? null
      const level = levels?.[k]
      return {
        group: parts.groups.meaningOf(group),
        ...(level !== undefined && { level }),
        estimate: grouped.values[at] ?? NaN,
        standardError: grouped.standardErrors[at] ?? NaN,
        ...(table.statistic === 'share'
          ? shareLimits(parts, answersOf(parts.data, table.question, parts.ownCategory), group, k, table.interval)
          : {
              lower: intervals?.lower[at] ?? null,
              upper: intervals?.upper[at] ?? null,
              degreesOfFreedom: grouped.degreesOfFreedom,
            }),
        n,
        effectiveSize: designEffect === null || designEffect === 0 ? null : n / designEffect,
        designEffect,
      }
    })
  })
  return {
    interval: table.statistic === 'share' ? table.interval : 't',
    designEffectAgainst: against,
    estimates,
    empty: grouped.empty,
    tests: table.tests.map((test) => testsOf(parts, table, test, grouped, levels)),
  }
}

const estimandOf = (
  { data, ownCategory }: Parts,
  table: Simple,
): {
  readonly columns: readonly (Categorical | Numeric)[]
  readonly estimand: Estimand
  readonly levels: readonly string[] | null
} => {
  const { question } = table
  if (table.statistic === 'share' || table.statistic === 'count') {
    const column = answersOf(data, question, ownCategory)
    const estimand = table.statistic === 'share' ? meanOf({ '': column }) : totalOf({ '': column })
    return { columns: [column], estimand, levels: column.levels }
  }
  const column = numbersIn(data, question)
  if (table.statistic !== 'ratio')
    return {
      columns: [column],
      estimand: table.statistic === 'mean' ? meanOf({ [question]: column }) : totalOf({ [question]: column }),
      levels: null,
    }
  const below = numbersIn(data, table.denominator)
  const estimand = ratioOf({ [question]: column }, { [table.denominator]: below })
  return { columns: [column, below], estimand, levels: null }
}

type Against = 'without-replacement' | 'with-replacement'

/** Against a simple sample without putting back; with, where the weights add up to less than the rows. */
const withDesignEffects = (
  { design, groups, missing }: Parts,
  estimand: Estimand,
): { readonly grouped: GroupedEstimates; readonly against: Against } => {
  const by = (against: Against) => ({
    grouped: byGroup(design, groups.column, estimand, { missing, designEffect: against }),
    against,
  })
  try {
    return by('without-replacement')
  } catch (error) {
    if (!(error instanceof SurveyError && error.code === 'not-defined')) throw error
    return by('with-replacement')
  }
}

/** Rows that weigh something and have every answer, per group. */
const rowsPerGroup = (
  { design, groups: { column } }: Parts,
  columns: readonly (Categorical | Numeric)[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [row, code] of column.codes.entries()) {
    const group = column.levels[code]
    if (group === undefined || design.weights[row] === 0 || design.domain?.[row] === 0) continue
    const isAnswered = columns.every((one) =>
      one.kind === 'numeric' ? !Number.isNaN(one.values[row]) : (one.codes[row] ?? 0) < one.levels.length,
    )
    if (isAnswered) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return counts
}

const shareLimits = (
  { design, groups: { column }, level }: Parts,
  answers: Categorical,
  group: string,
  answer: number,
  method: Extract<TableSpec, { statistic: 'share' }>['interval'],
): Pick<Estimate, 'lower' | 'upper' | 'degreesOfFreedom'> => {
  const code = column.levels.indexOf(group)
  const rows = Uint8Array.from(column.codes, (own) => Number(own === code))
  const asked = answers.levels[answer] ?? ''
  const { lower, upper, degreesOfFreedom } = proportionInterval(domainOf(design, rows), indicator(answers, asked), {
    method,
    level,
    missing: 'leave-out',
  })
  return { lower, upper, degreesOfFreedom }
}

const ofQuantiles = (parts: Parts, table: Extract<TableSpec, { statistic: 'quantile' }>) => {
  const { data, design, groups, level, missing } = parts
  const { question, interval, rule, probabilities } = table
  const column = numbersIn(data, question)
  const counts = rowsPerGroup(parts, [column])
  const found = quantilesBy(design, groups.column, column, probabilities, { rule, interval, level, missing })
  const estimates = found.flatMap(({ group, quantiles }) =>
    quantiles.map(({ probability, estimate, standardError, lower, upper, degreesOfFreedom }): Estimate => ({
      group: groups.meaningOf(group),
      probability,
      estimate,
      standardError,
      lower,
      upper,
      degreesOfFreedom,
      n: counts.get(group) ?? 0,
      effectiveSize: null,
      designEffect: null,
    })),
  )
  const seen = new Set(found.map(({ group }) => group))
  return { interval, rule, estimates, tests: [], empty: groups.column.levels.filter((one) => !seen.has(one)) }
}
