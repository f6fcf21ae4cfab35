// Made-up surveys for the tests of disclosure control.
import { published, type Release } from '../src/disclosure/release.ts'
import type { AnswerTable, TableGroup } from '../src/disclosure/table.ts'
import type { Seeded } from '../src/random/seeded.ts'
import type { Public } from './disclosure-attacker.ts'

export type Plan = {
  readonly question: string
  readonly wave: string
  readonly ordered: boolean
  readonly sensitive: boolean
  /** How likely each answer is. */
  readonly chances: readonly number[]
  readonly whole: string
  readonly groups: readonly string[]
}

/** An answer by its chance. */
export const draw = (random: Seeded, chances: readonly number[]): number => {
  let u = random.uniform() * chances.reduce((sum, chance) => sum + chance, 0)
  const at = chances.findIndex((chance) => (u -= chance) < 0)
  return at < 0 ? chances.length - 1 : at
}

/** Chances of `k` answers, some of them rare. */
export const anyChances = (random: Seeded, k: number): number[] =>
  Array.from({ length: k }, () => random.uniform() ** 2 + 0.001)

/** The table of people given by their group and their answer. */
export const tabulated = (plan: Plan, people: readonly (readonly [group: number, answer: number])[]): AnswerTable => {
  const groupOf = (name: string, own: readonly (readonly [number, number])[]): TableGroup => ({
    name,
    cells: plan.chances.map((_, at) => ({ respondents: own.filter(([, answer]) => answer === at).length })),
  })
  return {
    question: plan.question,
    wave: plan.wave,
    answers: plan.chances.map((_, at) => `answer ${at}`),
    ordered: plan.ordered,
    sensitive: plan.sensitive,
    whole: groupOf(plan.whole, people),
    groups: plan.groups.map((name, at) =>
      groupOf(
        name,
        people.filter(([group]) => group === at),
      ),
    ),
  }
}

/** The true counts of a table, the whole first; of who is in none of its groups last, when there are any. */
export const countsOf = ({ whole, groups }: AnswerTable): number[][] => {
  const rows = [whole, ...groups].map(({ cells }) => cells.map(({ respondents }) => respondents))
  const rest = whole.cells.map(({ respondents }, at) =>
    rows.slice(1).reduce((left, row) => left - (row[at] ?? 0), respondents),
  )
  return groups.length > 0 && rest.some((count) => count > 0) ? [...rows, rest] : rows
}

/** What everybody sees of a release, with the truth beside it. */
export const seenOf = (release: Release, tables: readonly AnswerTable[]): Public[] =>
  published(release).flatMap((table, at) => {
    const own = tables[at]
    return own === undefined ? [] : [{ table, counts: countsOf(own) }]
  })

/** Cells of 1 to 4, and of nobody where that tells something. */
export const smallCells = (truth: readonly number[], sizes: readonly number[], sensitive: boolean): number[] => {
  const k = truth.length / sizes.length
  return truth.flatMap((count, cell) =>
    count < 5 && (count > 0 || sensitive) && (sizes[Math.floor(cell / k)] ?? 0) > 0 ? [cell] : [],
  )
}
