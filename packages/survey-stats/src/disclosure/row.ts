import { bandOf, countsToldAs, type Interval } from './figure.ts'
import type { DisclosureRules } from './rules.ts'

/** Answers that are told together. */
export type Block = {
  readonly answers: readonly number[]
  readonly as: 'shown' | 'nearly-all' | 'hardly-anybody' | 'hidden'
}

/** Why a whole group gets no figures. */
export type GroupReason =
  'few-respondents' | 'few-households' | 'small-remainder' | 'changed-by-few' | 'complementary' | 'too-few-answers'

/** One group of one question on its way to publication. */
export type Row = {
  readonly name: string
  readonly counts: readonly number[]
  /** Per answer, the smaller of respondents and households. */
  readonly smallest: readonly number[]
  readonly n: number
  readonly households: number
  readonly ordered: boolean
  readonly sensitive: boolean
  /** Whether anything of it is told at all; what is not told is still known where it follows from the rest. */
  readonly printed: boolean
  /** Published before: it cannot be changed any more. */
  readonly frozen: boolean
  readonly blocks: readonly Block[]
  readonly reason: GroupReason | null
}

/** Whether the group has no figure. */
export const isHidden = ({ blocks }: Row): boolean => blocks.every(({ as }) => as === 'hidden')

/** Whether the answer is told by itself. */
export const isApart = ({ blocks }: Row, answer: number): boolean =>
  blocks.some(({ as, answers }) => as === 'shown' && answers.length === 1 && answers[0] === answer)

/** @returns the row without any figure */
export const hiddenRow = (row: Row, reason: GroupReason): Row => ({
  ...row,
  reason,
  blocks: [{ answers: row.counts.map((_, at) => at), as: 'hidden' }],
})

/** @returns respondents of a block */
export const inBlock = ({ counts }: Row, { answers }: Block): number =>
  answers.reduce((sum, answer) => sum + counts[answer], 0)

/** @returns what the block tells of how many are in it, to who knows n and the rules */
export const toldBy = (row: Row, block: Block, rules: DisclosureRules): Interval => {
  const { n } = row
  if (!row.printed || block.as === 'hidden' || n === 0) return { low: 0, high: n }
  if (block.as === 'shown') return countsToldAs(inBlock(row, block), n, rules)
  const band = Math.min(n, bandOf(n, rules))
  return block.as === 'nearly-all' ? { low: n - band, high: n } : { low: 0, high: band }
}

/** @returns the row told as finely as its small cells allow by themselves */
export const firstTold = (row: Row, rules: DisclosureRules): Row => {
  if (row.sensitive && isExtreme(row, rules)) return banded(row, rules)
  const blocks = row.ordered ? finestRuns(row, rules) : pooled(row, rules)
  if (blocks.length > 1) return { ...row, blocks }
  return isExtreme(row, rules) ? banded(row, rules) : hiddenRow(row, 'too-few-answers')
}

const isExtreme = ({ counts, n }: Row, rules: DisclosureRules): boolean =>
  n > 0 && Math.max(...counts) >= n - bandOf(n, rules)

/** Nearly all gave one answer. That it was all of them, or all but one, must not be seen. */
const banded = (row: Row, rules: DisclosureRules): Row => ({
  ...row,
  blocks: row.counts.map((count, at) => ({
    answers: [at],
    as: count >= row.n - bandOf(row.n, rules) ? 'nearly-all' : 'hardly-anybody',
  })),
})

/** Nobody at all may be told of a question that is not sensitive. */
const mayStand = ({ smallest, sensitive }: Row, from: number, to: number, { cell }: DisclosureRules): boolean => {
  let sum = 0
  for (let at = from; at < to; at += 1) sum += smallest[at]
  return sum >= cell || (sum === 0 && !sensitive && to === from + 1)
}

/**
 * The most runs of neighbours that may all stand, by dynamic programming; of as many, those with the shortest at the end. Which
 * neighbour a small answer goes with must not depend on how small it is, or who runs this himself could tell.
 */
const finestRuns = (row: Row, rules: DisclosureRules): Block[] => {
  const k = row.counts.length
  const best: { runs: number; from: number }[] = [{ runs: 0, from: 0 }]
  for (let to = 1; to <= k; to += 1) {
    best[to] = { runs: -Infinity, from: 0 }
    for (let from = to - 1; from >= 0; from -= 1) {
      const runs = best[from].runs + 1
      if (runs > best[to].runs && mayStand(row, from, to, rules)) best[to] = { runs, from }
    }
  }
  if (best[k].runs < 1) return []
  const blocks: Block[] = []
  for (let to = k; to > 0; to = best[to].from) blocks.unshift({ answers: span(best[to].from, to), as: 'shown' })
  return blocks
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

/** Small cells of unordered answers are told as one, "other": two at least, and enough of them that their sum is not small. */
const pooled = (row: Row, rules: DisclosureRules): Block[] => {
  const pool = row.counts.map((_, at) => at).filter((at) => !mayStand(row, at, at + 1, rules))
  return withPool(row, pool, rules)
}

/**
 * What joins the small answers is the next in line, not the smallest: that would tell that it is smaller than all that are shown, and
 * with the total how small the small one is.
 */
const withPool = (row: Row, small: readonly number[], { cell }: DisclosureRules): Block[] => {
  const [k, pool] = [row.counts.length, [...small]]
  const size = (): number => pool.reduce((sum, at) => sum + row.smallest[at], 0)
  while (pool.length > 0 && pool.length < k && (pool.length < 2 || size() < cell)) {
    let next = (Math.min(...pool) + 1) % k
    while (pool.includes(next)) next = (next + 1) % k
    pool.push(next)
  }
  const shown = row.counts.flatMap((_, at): Block[] => (pool.includes(at) ? [] : [{ answers: [at], as: 'shown' }]))
  const other: Block[] = pool.length === 0 ? [] : [{ answers: pool.sort((a, b) => a - b), as: 'shown' }]
  return [...shown, ...other].sort((a, b) => a.answers[0] - b.answers[0])
}

/** @returns the ways to tell one step less of an answer, the row without figures last among them when nothing finer is left */
export const coarser = (row: Row, answer: number, rules: DisclosureRules): Row[] => {
  if (row.frozen || !row.printed || isHidden(row)) return []
  const nothing = hiddenRow(row, 'complementary')
  if (row.blocks.some(({ as }) => as === 'nearly-all' || as === 'hardly-anybody')) return [nothing]
  const rows = (row.ordered ? mergedAt(row, answer) : [poolWith(row, answer, rules)]).map((blocks) => ({
    ...row,
    blocks,
  }))
  return rows.map((one) => (one.blocks.length > 1 ? one : nothing))
}

const mergedAt = ({ blocks }: Row, answer: number): Block[][] => {
  const at = blocks.findIndex(({ answers }) => answers.includes(answer))
  return [at - 1, at]
    .filter((left) => left >= 0 && left + 1 < blocks.length)
    .map((left) => [
      ...blocks.slice(0, left),
      { answers: [...blocks[left].answers, ...blocks[left + 1].answers], as: 'shown' as const },
      ...blocks.slice(left + 2),
    ])
}

const poolWith = (row: Row, answer: number, rules: DisclosureRules): Block[] => {
  const pool = row.blocks.find(({ answers }) => answers.length > 1)?.answers ?? []
  if (!pool.includes(answer)) return withPool(row, [...pool, answer], rules)
  const next = row.blocks.find(({ answers }) => answers.length === 1)
  return withPool(row, [...pool, ...(next?.answers ?? [])], rules)
}

/** @returns what is lost in telling the row so: n times the entropy within its blocks, in nats */
export const lossOf = (row: Row): number =>
  row.blocks.reduce((sum, block) => {
    const within = block.answers.reduce((part, answer) => part + times(row.counts[answer]), 0)
    return sum + times(inBlock(row, block)) - within
  }, 0)

const times = (count: number): number => (count === 0 ? 0 : count * Math.log(count))
