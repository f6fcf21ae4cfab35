import { SurveyError } from '../survey-error.ts'
import type { DisclosureRules } from './rules.ts'

/** Who gave one answer in one group. */
export type TableCell = {
  /** Unweighted. */
  readonly respondents: number
  /** Their households, where that is known apart. */
  readonly households?: number
  /** The weighted share, 0 … 1, that would be told; the unweighted share without it. */
  readonly share?: number
}

/** How many respondents of a group came and went since a wave that was published. */
export type Change = { readonly wave: string; readonly joined: number; readonly left: number }

/** A row of a table: who answered, by answer. */
export type TableGroup = {
  /** The same name in two tables of one wave means the same people. */
  readonly name: string
  /**
   * Groups of this question and wave that all its people are in as well, beside the whole of its table: of girls of 1a in a table by
   * class and gender, `['1a', 'girls']`. What the groups of a table that are within the same one leave of it is one more group.
   */
  readonly within?: readonly string[]
  /** How many people are known to be in it, as on the list of a class; what share of them answered is told as well then. */
  readonly size?: number
  /** Households of all its respondents; as many as respondents without it. */
  readonly households?: number
  readonly cells: readonly TableCell[]
  /** Whether its figures are to be told at all; true without it. */
  readonly published?: boolean
  readonly since?: readonly Change[]
}

/** A table to be published: one question of one wave, by group, and the whole the groups are parts of. */
export type AnswerTable = {
  /** The question and its version: the same text means the same answers of the same people within a wave. */
  readonly question: string
  readonly wave: string
  readonly answers: readonly string[]
  /** Whether neighbouring answers may be taken together. */
  readonly ordered: boolean
  /** Whether "nobody" and "everybody" tell something about a person; true without it. */
  readonly sensitive?: boolean
  /** All respondents of the table. When the groups are fewer, who is in none of them counts as one more group. */
  readonly whole: TableGroup
  /** Parts of the whole without overlap. A group may be the whole of another table. */
  readonly groups: readonly TableGroup[]
  /** What the weights of the shares were, when they are weighted. */
  readonly weights?: { readonly least: number; readonly most: number; readonly smallestStratum?: number }
}

/** @returns respondents of the group */
export const sizeOf = ({ cells }: TableGroup): number => cells.reduce((sum, { respondents }) => sum + respondents, 0)

/** @throws {SurveyError} `bad-argument`, `bad-weights` or `margins-contradict` where a table cannot be true */
export const checkTable = (table: AnswerTable, rules: DisclosureRules): void => {
  const { question, answers, groups, whole } = table
  if (answers.length < 2)
    throw new SurveyError('bad-argument', `“${question}” has ${answers.length} answers; a table needs 2.`, { question })
  if (new Set(answers).size < answers.length)
    throw new SurveyError('bad-argument', `“${question}” has an answer twice.`, { question })
  if (new Set([whole, ...groups].map(({ name }) => name)).size <= groups.length)
    throw new SurveyError('bad-argument', `The table of “${question}” has a group twice.`, { question })
  for (const group of [whole, ...groups]) checkGroup(group, table)
  mustFit(table)
  checkWeights(table, rules)
}

/** @throws {SurveyError} `margins-contradict` when the groups have more respondents than the whole */
export const mustFit = ({ question, answers, groups, whole }: AnswerTable): void => {
  answers.forEach((answer, at) => {
    const [parts, all] = [
      groups.reduce((sum, { cells }) => sum + cells[at].respondents, 0),
      whole.cells[at].respondents,
    ]
    if (groups.length > 0 && parts > all)
      throw new SurveyError(
        'margins-contradict',
        `“${question}”: the groups have ${parts} respondents with “${answer}”, “${whole.name}” has ${all}.`,
        { question, answer, parts, all },
      )
  })
}

const checkGroup = ({ name, cells, households, size }: TableGroup, { question, answers }: AnswerTable): void => {
  if (cells.length !== answers.length)
    throw new SurveyError(
      'different-lengths',
      `“${name}” has ${cells.length} cells, “${question}” has ${answers.length} answers.`,
      { group: name, question },
    )
  for (const { respondents, households: homes = 0, share = 0 } of cells) {
    if (!isCount(respondents) || !isCount(homes) || homes > respondents)
      throw new SurveyError(
        'bad-argument',
        `“${name}” has a cell of ${respondents} respondents and ${homes} households in “${question}”.`,
        { group: name, question },
      )
    if (!(share >= 0 && share <= 1))
      throw new SurveyError('bad-argument', `“${name}” has a share of ${share} in “${question}”; 0 to 1 are shares.`, {
        group: name,
        question,
      })
  }
  const n = cells.reduce((sum, { respondents }) => sum + respondents, 0)
  if (size !== undefined && !(isCount(size) && size >= n))
    throw new SurveyError('bad-argument', `“${name}” has ${size} people, of whom ${n} answered “${question}”.`, {
      group: name,
      question,
    })
  if (households !== undefined && !isCount(households))
    throw new SurveyError('bad-argument', `“${name}” has ${households} households.`, { group: name })
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

const checkWeights = ({ question, weights }: AnswerTable, { weightRatio, stratum }: DisclosureRules): void => {
  if (weights === undefined) return
  const { least, most, smallestStratum = stratum } = weights
  if (!(least > 0 && most >= least && most < Infinity) || most > least * weightRatio * (1 + 1e-12))
    throw new SurveyError(
      'bad-weights',
      `The weights of “${question}” go from ${least} to ${most}; trim them to at most ${weightRatio} times.`,
      { question, least, most },
    )
  if (smallestStratum < stratum)
    throw new SurveyError(
      'bad-weights',
      `“${question}” was weighted by a stratum of ${smallestStratum} respondents; merge strata below ${stratum} first.`,
      { question, smallestStratum },
    )
}
