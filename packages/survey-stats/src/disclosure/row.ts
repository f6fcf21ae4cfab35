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

/** So many counts at least a small answer can have beyond its own, to who knows the rules and tries all that could be behind a row. */
const doubt = 2

/** @returns the row told as finely as its small cells allow by themselves */
export const firstTold = (row: Row, rules: DisclosureRules): Row => {
  if (row.sensitive && bandOf(row.n, rules) > doubt && isExtreme(row, rules)) return banded(row, rules)
  const blocks = row.ordered ? finestRuns(row, rules) : pooled(row, rules)
  if (blocks.length > 1) return { ...row, blocks }
  // Nobody at all is told apart here, and what a few who talk would fill is hidden: of "hardly anybody" one or two would be left.
  const saysHardly = bandOf(row.n, rules) > rules.insiders
  return saysHardly && isExtreme(row, rules) ? banded(row, rules) : hiddenRow(row, 'too-few-answers')
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
const withPool = (row: Row, small: readonly number[], rules: DisclosureRules): Block[] => {
  const { cell } = rules
  const [k, pool] = [row.counts.length, [...small]]
  const size = (): number => pool.reduce((sum, at) => sum + row.smallest[at], 0)
  while (pool.length > 0 && pool.length < k && (pool.length < 2 || size() < cell || isTight(row, pool, rules))) {
    let next = (Math.min(...pool) + 1) % k
    while (pool.includes(next)) next = (next + 1) % k
    pool.push(next)
  }
  const shown = row.counts.flatMap((_, at): Block[] => (pool.includes(at) ? [] : [{ answers: [at], as: 'shown' }]))
  const other: Block[] = pool.length === 0 ? [] : [{ answers: pool.sort((a, b) => a - b), as: 'shown' }]
  return [...shown, ...other].sort((a, b) => a.answers[0] - b.answers[0])
}

/**
 * Whether the rules themselves tell of the pool how many each of its answers has: when all must be small and their sum is nearly as
 * large (or small) as small answers make it. Only what is told is looked at, so that nothing follows from what was done about it.
 */
const isTight = (row: Row, pool: readonly number[], rules: DisclosureRules): boolean => {
  const { cell } = rules
  const [k, m, least] = [row.counts.length, pool.length, row.sensitive ? 0 : 1]
  // All small and nothing told: the number of respondents is their sum.
  if (m === k - 1 && isNearEnd({ low: row.n, high: row.n }, k, least, cell)) return true
  const sum = sumTold(row, pool, rules)
  return isNearEnd(sum, m, least, cell) && !(sum.high >= cell + (m - 1) * least && mayHaveJoined(pool, k))
}

const isNearEnd = ({ low, high }: Interval, answers: number, least: number, cell: number): boolean =>
  (low <= answers * (cell - 1) && low > answers * (cell - 1) - doubt) || high < answers * least + doubt

/** What is known of the sum of the pool: by its figure, and by those of all others. */
const sumTold = ({ counts, n }: Row, pool: readonly number[], rules: DisclosureRules): Interval => {
  const own = countsToldAs(
    pool.reduce((sum, at) => sum + counts[at], 0),
    n,
    rules,
  )
  const others = counts.filter((_, at) => !pool.includes(at)).map((count) => countsToldAs(count, n, rules))
  return {
    low: Math.max(
      own.low,
      others.reduce((left, { high }) => left - high, n),
    ),
    high: Math.min(
      own.high,
      others.reduce((left, { low }) => left - low, n),
    ),
  }
}

/** Whether one of the pool may be there as the next in line, and be large. */
const mayHaveJoined = (pool: readonly number[], k: number): boolean =>
  pool.some((one) => {
    const small = pool.filter((at) => at !== one)
    let next = (Math.min(...small) + 1) % k
    while (small.includes(next)) next = (next + 1) % k
    return next === one
  })

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
