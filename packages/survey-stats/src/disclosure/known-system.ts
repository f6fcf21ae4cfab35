import type { Audited } from './audit.ts'
import type { CountSum } from './bounded-search.ts'
import { isApart, toldBy, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'

/** The whole and its parts, as numbers of rows. */
export type Partition = { readonly whole: number; readonly parts: readonly number[] }

/** All that is or will be known of one question in one wave. */
export type QuestionRows = {
  readonly question: string
  readonly wave: string
  readonly answers: readonly string[]
  readonly rows: Row[]
  readonly partitions: Partition[]
}

/**
 * What a reader can set down who knows the rules, the rounding, how the groups fit together and, to be on the safe side, the exact
 * number of respondents of each group: counts by group and answer, their sums, and the counts each figure may stand for.
 */
export const knownSystem = ({ rows, partitions, answers }: QuestionRows, rules: DisclosureRules): Audited => {
  const k = answers.length
  const truth = Float64Array.from(rows.flatMap(({ counts }) => counts))
  const lower = new Float64Array(truth.length)
  const upper = Float64Array.from(rows.flatMap(({ n }) => answers.map(() => n)))
  const cellsOf = rows.map((_, row) => answers.map((_, answer) => row * k + answer))
  const sums: CountSum[] = rows.map(({ n }, row) => sumOf(cellsOf[row], n, n))
  rows.forEach((row, at) => {
    for (const block of row.blocks) {
      const { low, high } = toldBy(row, block, rules)
      const cells = block.answers.map((answer) => at * k + answer)
      if (cells.length > 1) {
        if (low > 0 || high < row.n) sums.push(sumOf(cells, low, high))
        continue
      }
      lower[cells[0]] = low
      upper[cells[0]] = high
    }
  })
  for (const { whole, parts } of partitions)
    for (let answer = 0; answer < k; answer += 1)
      sums.push({
        cells: [...parts, whole].map((row) => row * k + answer),
        signs: [...parts.map(() => 1 as const), -1],
        low: 0,
        high: 0,
      })
  const nobodys = nobodysCells(rows, partitions, k)
  const hidden = rows.flatMap((row, at) => {
    const mayBe = cellsOf[at].filter((cell) => !nobodys.has(cell))
    // What nobody else can have answered, all did.
    return row.n === 0 || mayBe.length === 1 ? [] : mayBe.filter((cell) => !isApart(row, cell - at * k))
  })
  return { system: { truth, lower, upper, sums }, hidden, others: othersOf(rows, partitions, k) }
}

/** Where it may be told that nobody of the whole gave an answer, nobody of its parts did, nor of theirs, and that is no secret. */
const nobodysCells = (rows: readonly Row[], partitions: readonly Partition[], k: number): ReadonlySet<number> => {
  const cells = new Set<number>()
  const tells = (row: Row, answer: number): boolean =>
    row.counts[answer] === 0 && !row.sensitive && row.printed && isApart(row, answer)
  for (let size = -1; size < cells.size;) {
    size = cells.size
    for (const { whole, parts } of partitions)
      for (let answer = 0; answer < k; answer += 1)
        if (tells(rows[whole], answer) || cells.has(whole * k + answer))
          for (const part of parts) cells.add(part * k + answer)
  }
  return cells
}

const sumOf = (cells: readonly number[], low: number, high: number): CountSum => ({
  cells,
  signs: cells.map(() => 1 as const),
  low,
  high,
})

const othersOf = (rows: readonly Row[], partitions: readonly Partition[], k: number): Audited['others'] => {
  /** A member of a part is one of the whole; who cannot be outside a part is in it. */
  const membersOf = (row: number, coalition: Float64Array): number => {
    let members = own(row, coalition)
    for (const { whole, parts } of partitions) {
      if (whole === row)
        members = Math.max(
          members,
          sumBy(parts, (part) => own(part, coalition)),
        )
      if (parts.includes(row)) members = Math.max(members, own(whole, coalition) - (rows[whole].n - rows[row].n))
    }
    return members
  }
  const own = (row: number, coalition: Float64Array): number => {
    let sum = 0
    for (let cell = row * k; cell < (row + 1) * k; cell += 1) sum += coalition[cell]
    return sum
  }
  return (cell, coalition) => {
    const row = Math.floor(cell / k)
    return rows[row].n - (coalition === null ? 0 : membersOf(row, coalition))
  }
}

const sumBy = (list: readonly number[], by: (one: number) => number): number =>
  list.reduce((sum, one) => sum + by(one), 0)
