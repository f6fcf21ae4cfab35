import { SurveyError } from '../survey-error.ts'
import { bareRow } from './question-rows.ts'
import { protectedTable, published, type CellFigure, type PublishedTable, type Release } from './release.ts'
import type { Block, Row } from './row.ts'
import { defaultRules, type DisclosureRules } from './rules.ts'
import { checkTable, type AnswerTable, type TableGroup } from './table.ts'

/**
 * Makes a release again of what was published and the tables it was made of, so that `protect` can set new tables beside it when
 * nothing but the published tables was kept. The inverse of `published`.
 * @param told what `published` gave, table by table
 * @param tables the same tables with their counts, made again of the same answers
 * @param rules those it was made by
 * @throws {SurveyError} `margins-contradict` when the tables are not those that were published: other answers, groups or figures; and
 * what `protect` throws of a table that cannot be
 */
export const releaseAgain = (
  told: readonly PublishedTable[],
  tables: readonly AnswerTable[],
  rules: DisclosureRules = defaultRules,
): Release => {
  if (told.length !== tables.length)
    throw new SurveyError('margins-contradict', `${told.length} tables were published, and here are ${tables.length}.`)
  const made = tables.map((table, at) => {
    checkTable(table, rules)
    mustBeSame(table, told[at])
    return protectedTable(table, (group) => rowAgain(table, group, told[at]), rules)
  })
  published({ tables: made, exposed: [] }).forEach((again, at) => mustTellTheSame(again, told[at]))
  return { tables: made, exposed: [] }
}

const mustBeSame = (table: AnswerTable, told: PublishedTable): void => {
  const { question, wave, answers } = table
  const names = [table.whole, ...table.groups].filter((group) => group.published ?? true).map(({ name }) => name)
  const [was, is] = [
    [told.question, told.wave, ...told.answers, ...told.groups.map(({ group }) => group)],
    [question, wave, ...answers, ...names],
  ]
  const other = was.findIndex((one, at) => one !== is[at])
  if (other >= 0 || was.length !== is.length)
    throw new SurveyError(
      'margins-contradict',
      `“${question}” was published with other answers or groups: ${other < 0 ? 'there are more now' : `“${was[other]}” is not where it was`}.`,
      { question, wave },
    )
}

const rowAgain = (table: AnswerTable, group: TableGroup, told: PublishedTable): Row => {
  const row = bareRow(table, group)
  const was = told.groups.find((one) => one.group === group.name)
  const hidden: Block = { answers: row.counts.map((_, at) => at), as: 'hidden' }
  if (was === undefined || was.cells.every((cell) => cell.told === 'not'))
    return { ...row, blocks: [hidden], reason: was?.respondents === null ? 'few-respondents' : 'complementary' }
  const blocks = was.cells.map((cell, at) => blockOf(cell, at, table.answers))
  return { ...row, blocks: blocks.filter(({ answers: [first] }, at) => first === at) }
}

const blockOf = (cell: CellFigure, at: number, answers: readonly string[]): Block => {
  switch (cell.told) {
    case 'apart':
      return { answers: [at], as: 'shown' }
    case 'together':
      return { answers: cell.with.map((answer) => answers.indexOf(answer)).sort((a, b) => a - b), as: 'shown' }
    case 'band':
      return { answers: [at], as: cell.band }
    case 'not':
      return { answers: [at], as: 'hidden' }
  }
}

const mustTellTheSame = (again: PublishedTable, told: PublishedTable): void => {
  again.groups.forEach(({ group, ...now }, at) => {
    const was = told.groups[at]
    const other = again.answers.find((_, k) => textOf(now.cells[k]) !== textOf(was.cells[k]))
    if (other === undefined && now.respondents === was.respondents) return
    const { question, wave } = again
    const what = other === undefined ? 'how many answered' : `“${other}”`
    throw new SurveyError(
      'margins-contradict',
      `“${question}” was published with another figure for “${group}” than these answers give: ${what}.`,
      { question, wave, group },
    )
  })
}

/** As a text in which the order of keys does not matter. */
const textOf = (cell: CellFigure): string => {
  if (cell.told === 'not') return ''
  if (cell.told === 'band') return cell.band
  const figure = 'word' in cell.figure ? cell.figure.word : cell.figure.percent
  return JSON.stringify([cell.told === 'together' ? cell.with : null, figure])
}
