import { SurveyError } from '../survey-error.ts'
import type { DisclosureRules } from './rules.ts'
import { defaultRules } from './rules.ts'

/** What to expect of a group before anybody was asked. */
export type Foreseen = {
  readonly name: string
  /** Respondents to expect, rounded down. */
  readonly expected: number
  /** Why it will have no figures; null when it may have. */
  readonly hidden: 'few-respondents' | 'small-remainder' | null
  /** How many answers of a question can stand apart at most; 0 when none can. */
  readonly answersApart: number
}

/**
 * What will be hidden of a survey, from the sizes of its groups: to be shown to its author before it is sent, when groups can still
 * be merged.
 * @param sizes people by group
 * @param response the share that is expected to answer, 0 … 1
 * @param answers how many answers a question has
 * @throws {SurveyError} `bad-argument` when a size is no count, or the response no share
 */
export const foreseen = (
  sizes: readonly { readonly name: string; readonly size: number }[],
  response: number,
  answers: number,
  rules: DisclosureRules = defaultRules,
): Foreseen[] => {
  if (!(response >= 0 && response <= 1))
    throw new SurveyError('bad-argument', `A response of ${response} cannot be expected; 0 to 1 can.`, { response })
  const wrong = sizes.find(({ size }) => !(Number.isInteger(size) && size >= 0))
  if (wrong !== undefined)
    throw new SurveyError('bad-argument', `“${wrong.name}” has ${wrong.size} people.`, { group: wrong.name })
  const expectedOf = (size: number): number => Math.floor(size * response + 1e-9)
  const whole = sizes.reduce((sum, { size }) => sum + expectedOf(size), 0)
  return sizes.map(({ name, size }) => {
    const expected = expectedOf(size)
    const others = whole - expected
    const leavesFew = others > 0 && others < rules.remainder
    const hidden = expected < rules.respondents ? 'few-respondents' : leavesFew ? 'small-remainder' : null
    const apart = Math.min(answers, Math.floor(expected / rules.cell))
    return { name, expected, hidden, answersApart: hidden === null && apart > 1 ? apart : 0 }
  })
}
