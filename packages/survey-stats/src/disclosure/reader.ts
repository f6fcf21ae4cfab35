import { moved } from './bounded-search.ts'
import { complement } from './complement.ts'
import { knownSystem, type QuestionRows } from './known-system.ts'
import { hideSmall } from './question-rows.ts'
import { firstTold, hiddenRow, isHidden, toldBy, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'

/** The largest survey of which a reader is thought to try all counts that could be behind it, and how many are tried here. */
const largest = { respondents: 60, cells: 30 }
const mostTries = 300

/**
 * Hides what a reader finds who knows the rules and runs this himself on whatever could be behind what he reads (the minimality
 * attack of Wong et al., VLDB 2007): a small hidden cell stays only when other counts, with another number in it, are told in
 * exactly the same way. Otherwise nothing is told, as with all counts that were told like these, so that this tells nothing either.
 */
export const hideFromRunners = (known: QuestionRows, rules: DisclosureRules): void => {
  const { rows, answers } = known
  const isLarge = rows.length * answers.length > largest.cells || rows.some(({ n }) => n > largest.respondents)
  if (isLarge || !isFoundByRunning(known, rules)) return
  rows.forEach((row, at) => {
    if (row.printed && !isHidden(row)) rows[at] = hiddenRow(row, 'complementary')
  })
}

/** Goes from filling to filling in the smallest steps there are, until each cell had another count or there are no more. */
const isFoundByRunning = (known: QuestionRows, rules: DisclosureRules): boolean => {
  const { system, hidden } = knownSystem(known, rules)
  const { truth, lower } = system
  const open = new Set(hidden.filter((cell) => isSmall(known, cell, rules)))
  const seen = new Set([truth.join()])
  const fillings = [truth]
  let tries = 0
  const isDone = (): boolean => open.size === 0 || tries >= mostTries
  const look = (counts: Float64Array): void => {
    const key = counts.join()
    if (isDone() || seen.has(key)) return
    seen.add(key)
    fillings.push(counts)
    const others = [...open].filter((cell) => counts[cell] !== truth[cell])
    if (others.length === 0) return
    tries += 1
    if (isToldAlike(known, decided(known, counts, rules), rules)) for (const cell of others) open.delete(cell)
  }
  for (let at = 0; at < fillings.length && !isDone(); at += 1) {
    const from = fillings[at]
    for (let cell = 0; cell < truth.length && !isDone(); cell += 1)
      for (const direction of [1, -1] as const)
        moved({ ...system, truth: from }, cell, direction, lower, 1, (to) => look(nextTo(from, to)))
  }
  return open.size > 0
}

const isSmall = ({ rows, answers }: QuestionRows, cell: number, rules: DisclosureRules): boolean => {
  const { counts, sensitive } = rows[Math.floor(cell / answers.length)]
  const count = counts[cell % answers.length]
  return count < rules.cell && (count > 0 || sensitive)
}

/** The first filling on the line to another. */
const nextTo = (from: Float64Array, to: Float64Array): Float64Array => {
  const steps = from.reduce((common, count, cell) => commonDivisor(common, Math.abs(to[cell] - count)), 0)
  return from.map((count, cell) => count + (to[cell] - count) / Math.max(1, steps))
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** What would have been told of other counts. */
const decided = (known: QuestionRows, counts: Float64Array, rules: DisclosureRules): QuestionRows => {
  const k = known.answers.length
  const rows = known.rows.map((row, at): Row => {
    const own = Array.from(counts.subarray(at * k, at * k + k))
    const smallest = own.map((count, j) => Math.min(count, Math.max(0, row.smallest[j] + count - row.counts[j])))
    return firstTold({ ...row, counts: own, smallest, blocks: [], reason: null }, rules)
  })
  const other = { ...known, rows }
  hideSmall(other, rules)
  complement(other, rules, () => null)
  return other
}

const isToldAlike = (one: QuestionRows, other: QuestionRows, rules: DisclosureRules): boolean =>
  one.rows.every((row, at) => !row.printed || lookOf(row, rules) === lookOf(other.rows[at], rules))

const lookOf = (row: Row, rules: DisclosureRules): string =>
  isHidden(row)
    ? ''
    : JSON.stringify(
        row.blocks.map((block) => [block.as, block.answers, block.as === 'shown' && toldBy(row, block, rules)]),
      )
