import { baseOf, figureOf, responseOf, type Figure } from './figure.ts'
import { inBlock, isHidden, type Block, type GroupReason, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'
import type { AnswerTable, TableGroup } from './table.ts'

/** What was decided of a survey. It holds true counts: keep it as secret as the answers, and tell `published` only. */
export type Release = {
  readonly tables: readonly ProtectedTable[]
  /**
   * What earlier releases give away whatever is hidden now: hidden cells, or a group whose few changes show. As a rule
   * it is empty when those were made under these rules.
   */
  readonly exposed: readonly ExposedCell[]
}

/** A cell that cannot be hidden any more. */
export type ExposedCell = {
  readonly question: string
  readonly wave: string
  readonly group: string
  readonly answer: string
  /** Which of the earlier releases gives it away, with those before it: its place in `before`. */
  readonly by: number
}

export type ProtectedTable = {
  readonly question: string
  readonly wave: string
  readonly answers: readonly string[]
  /** The whole first, then the groups; those with `published: false` are not among them. */
  readonly groups: readonly ProtectedGroup[]
  /** What the audit of a later release needs. */
  readonly told: { readonly table: AnswerTable; readonly rows: readonly Row[] }
}

export type ProtectedGroup = {
  readonly group: string
  /** Respondents as they may be told; null when there are too few to tell. */
  readonly respondents: number | null
  /** Which share of its people answered, in percent rounded to 5; null when their number was not given, or either is small. */
  readonly response: number | null
  /** Why it has no figures. For the author of the survey only. */
  readonly reason: GroupReason | null
  /** By answer. */
  readonly cells: readonly ProtectedCell[]
}

/** What is told of an answer. Of answers told together each gets the same figure, which is of all of them. */
export type CellFigure =
  | { readonly told: 'apart'; readonly figure: Figure }
  | { readonly told: 'together'; readonly with: readonly string[]; readonly figure: Figure }
  | { readonly told: 'band'; readonly band: 'nearly-all' | 'hardly-anybody' }
  | { readonly told: 'not' }

/** `reason` is for the author of the survey only: who sees which cell was small sees how many it may have. */
export type ProtectedCell = CellFigure & {
  readonly reason: GroupReason | 'small-cell' | 'nearly-nobody-else' | null
}

/** A table as everybody may see it. */
export type PublishedTable = {
  readonly question: string
  readonly wave: string
  readonly answers: readonly string[]
  readonly groups: readonly {
    readonly group: string
    readonly respondents: number | null
    readonly response: number | null
    readonly cells: readonly CellFigure[]
  }[]
}

/** A release as its readers see it. @returns what may leave the house: no reasons, no counts */
export const published = ({ tables }: Release): PublishedTable[] =>
  tables.map(({ question, wave, answers, groups }) => ({
    question,
    wave,
    answers,
    groups: groups.map(({ group, respondents, response, cells }) => ({
      group,
      respondents,
      response,
      cells: cells.map(withoutReason),
    })),
  }))

const withoutReason = (cell: ProtectedCell): CellFigure => {
  switch (cell.told) {
    case 'apart':
      return { told: 'apart', figure: cell.figure }
    case 'together':
      return { told: 'together', with: cell.with, figure: cell.figure }
    case 'band':
      return { told: 'band', band: cell.band }
    case 'not':
      return { told: 'not' }
  }
}

/** @returns the table as its rows were decided */
export const protectedTable = (
  table: AnswerTable,
  rowOf: (group: TableGroup) => Row,
  rules: DisclosureRules,
): ProtectedTable => {
  const groups = [table.whole, ...table.groups]
  return {
    question: table.question,
    wave: table.wave,
    answers: table.answers,
    groups: groups
      .filter((group) => group.published ?? true)
      .map((group) => protectedGroup(table, group, rowOf(group), rules)),
    told: { table, rows: groups.map(rowOf) },
  }
}

const protectedGroup = (
  { answers }: AnswerTable,
  group: TableGroup,
  row: Row,
  rules: DisclosureRules,
): ProtectedGroup => ({
  group: group.name,
  respondents: isBase(row.reason) ? null : baseOf(row.n, rules),
  response: isBase(row.reason) || group.size === undefined ? null : responseOf(row.n, group.size, rules),
  reason: isHidden(row) ? row.reason : null,
  cells: answers.map((_, answer) => {
    const block = row.blocks.find((one) => one.answers.includes(answer))
    return block === undefined
      ? { told: 'not', reason: row.reason }
      : { ...cellFigure(block, group, row, answers, rules), reason: reasonOf(block, row, answer, rules) }
  }),
})

/** Of groups that are hidden for who is in them, how many answered is hidden too. */
const isBase = (reason: GroupReason | null): boolean =>
  reason === 'few-respondents' || reason === 'few-households' || reason === 'changed-by-few'

const cellFigure = (
  block: Block,
  { cells }: TableGroup,
  row: Row,
  answers: readonly string[],
  rules: DisclosureRules,
): CellFigure => {
  if (block.as === 'hidden') return { told: 'not' }
  if (block.as !== 'shown') return { told: 'band', band: block.as }
  const weighted = block.answers.every((answer) => cells[answer].share !== undefined)
  const share = weighted
    ? block.answers.reduce((sum, answer) => sum + (cells[answer].share ?? 0), 0)
    : inBlock(row, block) / row.n
  const figure = figureOf(Math.min(1, share), row.n, rules)
  if (block.answers.length === 1) return { told: 'apart', figure }
  return { told: 'together', with: block.answers.map((answer) => answers[answer]), figure }
}

const reasonOf = (block: Block, row: Row, answer: number, { cell }: DisclosureRules): ProtectedCell['reason'] => {
  if (row.reason !== null) return row.reason
  if (block.as === 'nearly-all' || block.as === 'hardly-anybody') return 'nearly-nobody-else'
  if (block.as === 'shown' && block.answers.length === 1) return null
  const count = row.smallest[answer]
  return count < cell && (count > 0 || row.sensitive) ? 'small-cell' : 'complementary'
}
