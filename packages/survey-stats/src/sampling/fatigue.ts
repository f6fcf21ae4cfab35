import { SurveyError } from '../survey-error.ts'

/** How often somebody may be asked. Days are whole numbers, counted from any day. */
export type FatigueRule = {
  /** Most invitations within `window` days. */
  readonly most: number
  readonly window: number
  /** Fewest days between two invitations. */
  readonly gap: number
}

/** Six times a year, and not within four weeks. */
export const defaultFatigue: FatigueRule = { most: 6, window: 365, gap: 28 }

export type PanelMember = { readonly id: string; readonly invited: readonly number[] }

/** Somebody who is left alone for now: why, and the first day on which that ends. */
export type Resting = { readonly id: string; readonly why: 'asked-often' | 'asked-lately'; readonly until: number }

/**
 * Who may be asked on a day. Who was asked too often or too lately is not in the frame at all: leaving them out after drawing would
 * make the sample another one than was drawn.
 * @param day the day of the invitation; invitations after it count as well, since they are planned
 * @throws {SurveyError} `bad-argument` when a day or a rule is no whole number
 */
export const restedFrame = (
  members: readonly PanelMember[],
  day: number,
  rule: FatigueRule = defaultFatigue,
): { frame: string[]; resting: Resting[] } => {
  const days = [day, rule.most, rule.window, rule.gap, ...members.flatMap(({ invited }) => invited)]
  const wrong = days.find((one) => !Number.isInteger(one))
  if (wrong !== undefined || rule.most < 1 || rule.window < 1 || rule.gap < 0)
    throw new SurveyError(
      'bad-argument',
      `Days and limits are whole numbers, and ${wrong ?? 'a limit below 1'} is none.`,
    )
  const [frame, resting]: [string[], Resting[]] = [[], []]
  for (const { id, invited } of members) {
    const rest = restOf(id, invited, day, rule)
    if (rest === null) frame.push(id)
    else resting.push(rest)
  }
  return { frame, resting }
}

const restOf = (
  id: string,
  invited: readonly number[],
  day: number,
  { most, window, gap }: FatigueRule,
): Resting | null => {
  const recent = invited.filter((one) => one > day - window).sort((a, b) => a - b)
  const last = Math.max(...invited, -Infinity)
  const lately = last > day - gap ? last + gap : null
  const often = recent.length >= most ? recent[recent.length - most] + window : null
  if (often !== null && often >= (lately ?? -Infinity)) return { id, why: 'asked-often', until: often }
  return lately === null ? null : { id, why: 'asked-lately', until: lately }
}
