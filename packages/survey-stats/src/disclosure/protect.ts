import { exposedCells } from './exposed.ts'
import { complement, type OtherRisk } from './complement.ts'
import { waveRisk, type Changes } from './wave-audit.ts'
import { hideFewChanged } from './waves.ts'
import { hideFromRunners } from './reader.ts'
import { keyOf, questionRows } from './question-rows.ts'
import { protectedTable, type Release } from './release.ts'
import { SurveyError } from '../survey-error.ts'
import type { Row } from './row.ts'
import { checkRules, defaultRules, type DisclosureRules } from './rules.ts'
import { checkTable, type AnswerTable, type TableGroup } from './table.ts'

/**
 * Decides what may be told of the tables of a survey, so that no small or hidden cell follows from them, alone, together, or beside
 * what was published before. Small answers are taken together with a neighbour (unordered ones as “other”), small groups hidden, shares
 * rounded by their base; then more is hidden until no hidden cell can be had by subtraction, known within too few counts, or worked
 * out by a few respondents together. The same tables give the same decisions.
 *
 * Who runs this himself on all counts that could be behind what he reads finds no small hidden cell of one row of answers (every
 * row was tried of 2 and 3 answers with 10 to 60 respondents, of 4 with up to 28, of 5 with up to 19). Of several rows that is looked
 * at in surveys of up to 60 respondents and 30 counts, and only where nothing of the question was published before.
 *
 * The reader is taken to know these rules, the exact number of respondents of each group, and unweighted shares at the rounding of
 * the table; that is more than is told. Tables of one question and wave are audited together: groups of one name are the same
 * people, and groups that lie within groups of another table say so by `within`, or have a table of their own with that group as the
 * whole. What is said of neither is not looked at.
 *
 * Where earlier releases give a cell away whatever is hidden now, it is in `exposed`, with the release. Only releases by laxer rules
 * did so in 8,000 made surveys that were told by another grouping afterwards.
 * @param tables all tables of the survey at once
 * @param before all releases that are out already, of this wave and others
 * @throws {SurveyError} `bad-argument` (a table of one answer, a group twice, a count below 0, two waves of a question at once, no
 * change given since an earlier wave, a rule that cannot be), `different-lengths`, `margins-contradict` (groups do not fit in the
 * whole, or differ between tables), `bad-weights` (weights that differ more than `weightRatio`, a weighted stratum below `stratum`)
 * Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4 (primary and secondary suppression, feasibility intervals).
 */
export const protect = (
  tables: readonly AnswerTable[],
  rules: DisclosureRules = defaultRules,
  before: readonly Release[] = [],
): Release => {
  checkRules(rules)
  for (const table of tables) checkTable(table, rules)
  mustBeOneWave(tables)
  const all = questionRows(tables, before, rules)
  const exposed: Release['exposed'][number][] = []
  for (const [key, known] of all) {
    const own = tables.filter((table) => keyOf(table) === key)
    if (own.length === 0) continue
    for (const table of own) hideFewChanged(known, table, before, rules)
    const waves = [...all.values()].filter(({ question, wave }) => question === known.question && wave !== known.wave)
    const otherRisk: OtherRisk = () => {
      for (const then of waves) {
        const risk = waveRisk(then, known, changesOf(own, then.wave), rules)
        if (risk !== null) return risk
      }
      return null
    }
    exposed.push(...exposedCells(known, complement(known, rules, otherRisk), before, rules))
    // Of what was published before, the reader would have to ask as well what would have been told then.
    if (waves.length === 0 && known.rows.every(({ frozen }) => !frozen)) hideFromRunners(known, rules)
  }
  const rowOf = (table: AnswerTable) => {
    const rows = new Map(all.get(keyOf(table))?.rows.map((row) => [row.name, row]))
    return ({ name }: TableGroup): Row => {
      const row = rows.get(name)
      if (row === undefined) throw new SurveyError('not-defined', `“${name}” has no row.`, { group: name })
      return row
    }
  }
  return { tables: tables.map((table) => protectedTable(table, rowOf(table), rules)), exposed }
}

/** Of two waves at once neither is the earlier one, and what came between them would not be looked at. */
const mustBeOneWave = (tables: readonly AnswerTable[]): void => {
  const waves = new Map<string, string>()
  for (const { question, wave } of tables) {
    const other = waves.get(question) ?? wave
    if (other !== wave)
      throw new SurveyError(
        'bad-argument',
        `“${question}” comes with ${other} and ${wave}: protect one wave, then the next beside its release.`,
        { question },
      )
    waves.set(question, wave)
  }
}

const changesOf = (tables: readonly AnswerTable[], wave: string): Changes =>
  new Map(
    tables
      .flatMap(({ whole, groups }) => [whole, ...groups])
      .flatMap(({ name, since = [] }) =>
        since.filter((one) => one.wave === wave).map((change) => [name, change] as const),
      ),
  )
