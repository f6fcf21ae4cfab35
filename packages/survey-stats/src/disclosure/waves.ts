import { SurveyError } from '../survey-error.ts'
import type { QuestionRows } from './known-system.ts'
import type { Release } from './release.ts'
import { hiddenRow, isHidden, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'
import type { AnswerTable, Change, TableGroup } from './table.ts'

/**
 * Hides groups that changed by a few people since a wave they were published in: the difference would be theirs.
 * @throws {SurveyError} `bad-argument` when a table does not say how a group changed since then, `margins-contradict` when what it
 * says does not fit the numbers of respondents
 */
export const hideFewChanged = (
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
      const people = change.joined + change.left
      if (people > 0 && people <= rules.changed) known.rows[at] = hiddenRow(now, 'changed-by-few')
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
