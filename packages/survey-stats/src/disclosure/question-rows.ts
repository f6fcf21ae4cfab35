import { SurveyError } from '../survey-error.ts'
import type { QuestionRows } from './known-system.ts'
import type { Release } from './release.ts'
import { firstTold, hiddenRow, type GroupReason, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'
import { mustFit, sizeOf, type AnswerTable, type TableGroup } from './table.ts'

/**
 * The tables of one survey and those published before, gathered by question and wave: a group that is in two tables is one row.
 * @throws {SurveyError} `margins-contradict` when a group has other answers in another table of the same wave
 */
export const questionRows = (
  tables: readonly AnswerTable[],
  before: readonly Release[],
  rules: DisclosureRules,
): Map<string, QuestionRows> => {
  const all = new Map<string, QuestionRows>()
  for (const { told } of before.flatMap((release) => release.tables)) {
    const known = knownOf(all, told.table)
    addTable(known, told.table, rules, (group) => told.rows.find(({ name }) => name === group.name) ?? null)
  }
  for (const table of tables) addTable(knownOf(all, table), table, rules, () => null)
  for (const table of [...before.flatMap((release) => release.tables.map(({ told }) => told.table)), ...tables])
    addWithin(knownOf(all, table), table, rules)
  for (const known of all.values()) hideSmall(known, rules)
  return all
}

/** @returns what the question of this table is kept by */
export const keyOf = ({ question, wave }: { readonly question: string; readonly wave: string }): string =>
  JSON.stringify([question, wave])

const knownOf = (all: Map<string, QuestionRows>, table: AnswerTable): QuestionRows => {
  const { question, wave, answers } = table
  const there = all.get(keyOf(table))
  if (there === undefined) {
    const known = { question, wave, answers, rows: [], partitions: [] }
    all.set(keyOf(table), known)
    return known
  }
  if (there.answers.length !== answers.length || there.answers.some((answer, at) => answer !== answers[at]))
    throw new SurveyError('margins-contradict', `“${question}” has other answers in another table of ${wave}.`, {
      question,
      wave,
    })
  return there
}

type Earlier = (group: TableGroup) => Row | null

const addTable = (known: QuestionRows, table: AnswerTable, rules: DisclosureRules, earlier: Earlier): void => {
  addGroup(known, table, table.whole, rules, earlier)
  addParts(known, table, table, rules, earlier)
}

/** Groups that lie within groups of other tables are parts of those too. */
const addWithin = (known: QuestionRows, table: AnswerTable, rules: DisclosureRules): void => {
  for (const name of new Set([table.whole, ...table.groups].flatMap(({ within = [] }) => within))) {
    const row = known.rows.find((one) => one.name === name)
    if (row === undefined || name === table.whole.name) continue
    const whole = { name, cells: row.counts.map((respondents) => ({ respondents })) }
    const isIn = (group: TableGroup): boolean => group.name !== name && (group.within ?? []).includes(name)
    const groups = isIn(table.whole) ? [table.whole] : table.groups.filter(isIn)
    if (groups.length === 0) continue
    mustFit({ ...table, whole, groups })
    addParts(known, table, { whole, groups }, rules, () => null)
  }
}

const addParts = (
  known: QuestionRows,
  table: AnswerTable,
  { whole, groups: told }: Pick<AnswerTable, 'whole' | 'groups'>,
  rules: DisclosureRules,
  earlier: Earlier,
): void => {
  // Of groups that are parts of a finer table of the same whole, the finer table tells it all.
  const isKnown = known.partitions.some((there) => {
    const names = new Set(there.parts.map((part) => known.rows[part].name))
    return known.rows[there.whole].name === whole.name && told.every(({ name }) => names.has(name))
  })
  const groups = [...told, ...(isKnown || told.length === 0 ? [] : restOf({ ...table, whole, groups: told }))]
  const at = known.rows.findIndex(({ name }) => name === whole.name)
  const parts = groups.map((group) => addGroup(known, table, group, rules, earlier))
  if (!isKnown && parts.length > 0) known.partitions.push({ whole: at, parts })
}

/** Who is in none of the groups follows from the table as if it were one more group. */
const restOf = ({ whole, groups, answers }: AnswerTable): TableGroup[] => {
  const cells = answers.map((_, at) => ({
    respondents: groups.reduce((left, { cells: own }) => left - own[at].respondents, whole.cells[at].respondents),
  }))
  const name = `“${whole.name}” without ${groups.map((group) => `“${group.name}”`).join(', ')}`
  return cells.every(({ respondents }) => respondents === 0) ? [] : [{ name, cells, published: false }]
}

const addGroup = (
  known: QuestionRows,
  table: AnswerTable,
  group: TableGroup,
  rules: DisclosureRules,
  earlier: Earlier,
): number => {
  const at = known.rows.findIndex(({ name }) => name === group.name)
  const row = rowOf(table, group, earlier(group), rules)
  if (at < 0) return known.rows.push(row) - 1
  const there = known.rows[at]
  if (there.counts.some((count, answer) => count !== row.counts[answer]))
    throw new SurveyError(
      'margins-contradict',
      `“${group.name}” has other answers to “${known.question}” in another table of ${known.wave}; later answers are another wave.`,
      { group: group.name, question: known.question, wave: known.wave },
    )
  // What was published once stays as it was; a table that wants the group published makes it so.
  if (!there.frozen && (row.frozen || (row.printed && !there.printed) || (row.sensitive && !there.sensitive)))
    known.rows[at] = { ...row, printed: row.printed || there.printed, sensitive: row.sensitive || there.sensitive }
  return at
}

const rowOf = (table: AnswerTable, group: TableGroup, earlier: Row | null, rules: DisclosureRules): Row => {
  const row = bareRow(table, group)
  if (earlier !== null && earlier.printed) return { ...earlier, counts: row.counts, n: row.n, frozen: true }
  return firstTold(row, rules)
}

/** @returns the row before anything was decided */
export const bareRow = ({ ordered, sensitive = true }: AnswerTable, group: TableGroup): Row => {
  const n = sizeOf(group)
  return {
    name: group.name,
    counts: group.cells.map(({ respondents }) => respondents),
    smallest: group.cells.map(({ respondents, households = respondents }) => Math.min(respondents, households)),
    n,
    households: Math.min(n, group.households ?? n),
    ordered,
    sensitive,
    printed: group.published ?? true,
    frozen: false,
    blocks: [],
    reason: null,
  }
}

/** Groups that are too small, or that leave too few others, get no figures. */
export const hideSmall = ({ rows, partitions }: QuestionRows, rules: DisclosureRules): void => {
  rows.forEach((row, at) => {
    if (row.frozen) return
    const wholes = partitions.filter(({ parts }) => parts.includes(at)).map(({ whole }) => rows[whole])
    const reason = smallness(row, wholes, rules)
    if (reason !== null) rows[at] = hiddenRow(row, reason)
  })
}

const smallness = (row: Row, wholes: readonly Row[], rules: DisclosureRules): GroupReason | null => {
  if (row.n < rules.respondents) return 'few-respondents'
  if (row.households < rules.households) return 'few-households'
  const leavesFew = ({ n, households }: Row): boolean =>
    n > row.n && (n - row.n < rules.remainder || households - row.households < rules.remainder)
  // Who is in none of the groups is not published; that group leaves what is, and that has its own judgement.
  return row.printed && wholes.some(leavesFew) ? 'small-remainder' : null
}
