import type { DisclosureRules } from './rules.ts'

/** What is said of a share when the base is too small for a percentage; the words themselves are the app's. */
export type ShareWord = 'hardly-anybody' | 'minority' | 'about-half' | 'majority' | 'nearly-all'

/** How a share is told: a whole percentage or a word. */
export type Figure = { readonly percent: number } | { readonly word: ShareWord }

/** The counts a figure may stand for, ends included. */
export type Interval = { readonly low: number; readonly high: number }

/** @returns the step in percent a share of `n` respondents is rounded to, null where words are all there is */
export const roundingOf = (n: number, { rounding }: DisclosureRules): number | null =>
  rounding.find(({ from }) => n >= from)?.percent ?? null

/**
 * One share as it may be told.
 * @param share 0 … 1
 * @param n respondents it is of
 * @returns the share as it may be told: rounded by its base, half upwards, or a word
 */
export const figureOf = (share: number, n: number, rules: DisclosureRules): Figure => {
  const step = roundingOf(n, rules)
  return step === null ? { word: wordOf(share) } : { percent: Math.round((share * 100) / step) * step }
}

const wordOf = (share: number): ShareWord => {
  if (share <= 0.2) return 'hardly-anybody'
  if (share < 0.4) return 'minority'
  if (share <= 0.6) return 'about-half'
  return share < 0.8 ? 'majority' : 'nearly-all'
}

/** @returns all counts of `n` that would be told as this count is: what a reader who knows n and the rounding learns */
export const countsToldAs = (count: number, n: number, rules: DisclosureRules): Interval => {
  const told = toldAs(count, n, rules)
  let [low, high] = [count, count]
  while (low > 0 && toldAs(low - 1, n, rules) === told) low -= 1
  while (high < n && toldAs(high + 1, n, rules) === told) high += 1
  return { low, high }
}

const toldAs = (count: number, n: number, rules: DisclosureRules): number | ShareWord => {
  const figure = figureOf(count / n, n, rules)
  return 'word' in figure ? figure.word : figure.percent
}

/** @returns how many people "hardly anybody" may be, and how many "nearly all" may lack: enough to leave a count uncertain */
export const bandOf = (n: number, { width, widthShare }: DisclosureRules): number =>
  Math.min(width, Math.ceil(widthShare * n))

/** The number of respondents as it may be told. @returns n, rounded to 5 below `exactFrom`, null for fewer than `respondents` */
export const baseOf = (n: number, { respondents, exactFrom }: DisclosureRules): number | null => {
  if (n < respondents) return null
  return n < exactFrom ? Math.round(n / 5) * 5 : n
}

/** @returns how many answered, in percent rounded to 5, null when fewer than `respondents` were asked or answered */
export const responseOf = (answered: number, asked: number, { respondents }: DisclosureRules): number | null =>
  asked < respondents || answered < respondents || answered > asked ? null : Math.round((answered * 20) / asked) * 5
