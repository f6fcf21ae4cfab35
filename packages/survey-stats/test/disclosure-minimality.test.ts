import { expect, test } from 'vitest'
import { protect, published, type AnswerTable } from '../src/index.ts'

/** All ways in which n people can give k answers. */
const countsOf = (n: number, k: number): number[][] =>
  k === 1
    ? [[n]]
    : Array.from({ length: n + 1 }, (_, first) => countsOf(n - first, k - 1).map((rest) => [first, ...rest])).flat()

const tableOf = (counts: readonly number[], ordered: boolean): AnswerTable => ({
  question: 'q',
  wave: 'w',
  answers: counts.map((_, at) => `answer ${at}`),
  ordered,
  whole: { name: 'all', cells: counts.map((respondents) => ({ respondents })) },
  groups: [],
})

/** The least range of a hidden cell over all counts that are published alike. */
const leastRange = (n: number, k: number, ordered: boolean): number => {
  const alike = new Map<string, { low: number[]; high: number[] }>()
  const hidden = new Map<string, number[]>()
  for (const counts of countsOf(n, k)) {
    const tables = published(protect([tableOf(counts, ordered)]))
    const text = JSON.stringify(tables)
    const seen = alike.get(text) ?? { low: [...counts], high: [...counts] }
    alike.set(text, {
      low: seen.low.map((low, at) => Math.min(low, counts[at] ?? low)),
      high: seen.high.map((high, at) => Math.max(high, counts[at] ?? high)),
    })
    const cells = tables[0]?.groups[0]?.cells ?? []
    hidden.set(
      text,
      cells.flatMap(({ told }, at) => (told === 'apart' ? [] : [at])),
    )
  }
  return Math.min(
    ...[...alike].flatMap(([text, { low, high }]) =>
      (hidden.get(text) ?? []).map((at) => (high[at] ?? 0) - (low[at] ?? 0)),
    ),
  )
}

test('Who runs the protection himself on all that could be behind a table finds no hidden cell.', () => {
  expect(leastRange(12, 3, true)).toBeGreaterThanOrEqual(2)
  expect(leastRange(20, 4, true)).toBeGreaterThanOrEqual(3)
  expect(leastRange(25, 4, true)).toBeGreaterThanOrEqual(2)
  expect(leastRange(20, 3, false)).toBeGreaterThanOrEqual(2)
})
