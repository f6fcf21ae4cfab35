import { SurveyError } from '../survey-error.ts'
import type { QuestionRows } from './known-system.ts'
import type { Release } from './release.ts'
import { hiddenRow, isHidden, toldBy, type GroupReason, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'
import type { AnswerTable, Change, TableGroup } from './table.ts'
import type { Interval } from './figure.ts'

/**
 * Hides groups whose figures, beside those of an earlier wave, would tell of the few who came or went. The worst is taken: that
 * nobody who stayed changed an answer, so that the difference is of who came and went alone.
 * @throws {SurveyError} `bad-argument` when a table does not say how a group changed since a wave it was published in
 */
export const hideDifferences = (
  known: QuestionRows,
  table: AnswerTable,
  before: readonly Release[],
  rules: DisclosureRules,
): void => {
  for (const group of [table.whole, ...table.groups]) {
    const at = known.rows.findIndex(({ name }) => name === group.name)
    for (const { wave, row } of earlierRows(table, group, before)) {
      const now = known.rows[at]
      if (now.frozen || !now.printed || isHidden(now)) continue
      const change = changeSince(table, group, wave)
      if (now.n - row.n !== change.joined - change.left)
        throw new SurveyError(
          'margins-contradict',
          `“${group.name}” went from ${row.n} to ${now.n} respondents since ${wave}, which ${change.joined} joined and ${change.left} left.`,
          { group: group.name, wave, joined: change.joined, left: change.left },
        )
      const reason = differenceOf(row, now, change, rules)
      if (reason !== null) known.rows[at] = hiddenRow(now, reason)
    }
  }
}

const earlierRows = (
  { question, wave }: AnswerTable,
  { name }: TableGroup,
  before: readonly Release[],
): { wave: string; row: Row }[] =>
  before
    .flatMap(({ tables }) => tables)
    .filter((one) => one.question === question && one.wave !== wave)
    .flatMap(({ told, wave: then }) => told.rows.map((row) => ({ wave: then, row })))
    .filter(({ row }) => row.name === name && row.printed && !isHidden(row))

const changeSince = ({ question }: AnswerTable, { name, since = [] }: TableGroup, wave: string): Change => {
  const change = since.find((one) => one.wave === wave)
  if (change === undefined || !isCount(change.joined) || !isCount(change.left))
    throw new SurveyError(
      'bad-argument',
      `“${question}” of “${name}” was published in ${wave}: say how many respondents joined and left since.`,
      { question, group: name, wave },
    )
  return change
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

/**
 * Whether two waves of a group may stand beside each other.
 * @returns why not: `changed-by-few` when 1 to `changed` people came or went, `difference` when the figures tell too well what the
 * people answered who came or went; null when they may
 */
const differenceOf = (then: Row, now: Row, { joined, left }: Change, rules: DisclosureRules): GroupReason | null => {
  if (joined + left === 0) return null
  if (joined + left <= rules.changed) return 'changed-by-few'
  for (let from = 0; from < now.counts.length; from += 1)
    for (let to = from + 1; to <= now.counts.length; to += 1) {
      const [a, b] = [toldOfRun(then, from, to, rules), toldOfRun(now, from, to, rules)]
      if (a === null || b === null || (from === 0 && to === now.counts.length)) continue
      if (tells(joined, b.low - a.high, b.high - a.low + left, rules)) return 'difference'
      if (tells(left, a.low - b.high, a.high - b.low + joined, rules)) return 'difference'
    }
  return null
}

/** Whether "from `low` to `high` of these people" is too narrow for how few it may be. */
const tells = (people: number, low: number, high: number, rules: DisclosureRules): boolean => {
  const [least, most] = [Math.max(0, low), Math.min(people, high)]
  const narrow = most - least < Math.min(rules.width, Math.max(1, Math.ceil(rules.widthShare * people)))
  const small = least < rules.cell || people - most < rules.cell
  return people > 0 && most >= least && narrow && small
}

/** How many gave one of the answers from `from` up to `to`, where the figures tell; null where the run cuts through a block. */
const toldOfRun = (row: Row, from: number, to: number, rules: DisclosureRules): Interval | null => {
  let [low, high, others, othersHigh] = [0, 0, 0, 0]
  for (const block of row.blocks) {
    const inside = block.answers.filter((answer) => answer >= from && answer < to).length
    const told = toldBy(row, block, rules)
    if (inside === 0) {
      others += told.low
      othersHigh += told.high
    } else if (inside === block.answers.length) {
      low += told.low
      high += told.high
    } else return null
  }
  return { low: Math.max(low, row.n - othersHigh), high: Math.min(high, row.n - others) }
}
