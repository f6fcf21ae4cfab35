import { riskOf } from './audit.ts'
import { knownSystem, type QuestionRows } from './known-system.ts'
import type { ExposedCell, Release } from './release.ts'
import { hiddenRow, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'

/** Names cells that no hiding helps any more, and the release that gives each away. @param cells `[row, answer]` */
export const exposedCells = (
  known: QuestionRows,
  cells: readonly (readonly [number, number])[],
  before: readonly Release[],
  rules: DisclosureRules,
): ExposedCell[] => {
  const { question, wave, rows, answers } = known
  return cells.map(([row, answer]) => {
    const cell = row * answers.length + answer
    const alone = before.findIndex((_, last) => riskOf(knownSystem(toldUntil(known, before, last), rules), cell, rules))
    const by = alone >= 0 ? alone : before.findLastIndex((one) => tells(one, rows[row], known))
    return { question, wave, group: rows[row].name, answer: answers[answer], by }
  })
}

/** What was known when no more than the releases up to this one were out. */
const toldUntil = (known: QuestionRows, before: readonly Release[], last: number): QuestionRows => {
  const out = before.slice(0, last + 1).flatMap(({ tables }) => tables.filter((table) => isOf(table, known)))
  const names = new Set(out.flatMap(({ told }) => told.rows.filter(({ printed }) => printed).map(({ name }) => name)))
  return { ...known, rows: known.rows.map((row) => (names.has(row.name) ? row : hiddenRow(row, 'complementary'))) }
}

const isOf = (table: Release['tables'][number], { question, wave }: QuestionRows): boolean =>
  table.question === question && table.wave === wave

/** Whether a release tells of the group in another wave. */
const tells = ({ tables }: Release, { name }: Row, { question, wave }: QuestionRows): boolean =>
  tables.some(
    (table) => table.question === question && table.wave !== wave && table.told.rows.some((row) => row.name === name),
  )
