import { expect, test, vi } from 'vitest'
import { protect, published, type AnswerTable } from '../src/index.ts'

// Seconds alone, more beside other work.
vi.setConfig({ testTimeout: 60_000 })

/** All ways in which n people can give k answers. */
const countsOf = (n: number, k: number): number[][] =>
  k === 1
    ? [[n]]
    : Array.from({ length: n + 1 }, (_, first) => countsOf(n - first, k - 1).map((rest) => [first, ...rest])).flat()

/** All tables of groups of these sizes. */
const tablesOf = ([n = 0, ...more]: readonly number[], k: number): number[][][] =>
  more.length === 0
    ? countsOf(n, k).map((own) => [own])
    : tablesOf(more, k).flatMap((others) => countsOf(n, k).map((own) => [own, ...others]))

const added = (groups: readonly (readonly number[])[]): number[] =>
  (groups[0] ?? []).map((_, at) => groups.reduce((sum, own) => sum + (own[at] ?? 0), 0))

type Kind = { readonly ordered: boolean; readonly sensitive: boolean }

const tableOf = (groups: readonly (readonly number[])[], kind: Kind): AnswerTable => {
  const cellsOf = (counts: readonly number[]) => counts.map((respondents) => ({ respondents }))
  return {
    ...kind,
    question: 'q',
    wave: 'w',
    answers: added(groups).map((_, at) => `answer ${at}`),
    whole: { name: 'all', cells: cellsOf(added(groups)) },
    groups: groups.length === 1 ? [] : groups.map((own, at) => ({ name: `group ${at}`, cells: cellsOf(own) })),
  }
}

/**
 * Runs the protection on all tables of these sizes, and puts together those that are published alike.
 * @returns how many there are, in how many a small cell that is not told has one count only, and the least range of one
 */
const runOnAll = (sizes: readonly number[], k: number, kind: Kind) => {
  const alike = new Map<string, { low: number[]; high: number[]; tables: number; told: boolean[] }>()
  for (const groups of tablesOf(sizes, k)) {
    const told = published(protect([tableOf(groups, kind)]))[0]?.groups.map(({ cells }) => cells) ?? []
    const counts = sizes.length === 1 ? groups.flat() : [...added(groups), ...groups.flat()]
    const text = JSON.stringify(told)
    const seen = alike.get(text)
    const isApart = told.flat().map((cell) => cell.told === 'apart')
    alike.set(text, {
      tables: (seen?.tables ?? 0) + 1,
      told: isApart,
      low: counts.map((count, at) => Math.min(count, seen?.low[at] ?? count)),
      high: counts.map((count, at) => Math.max(count, seen?.high[at] ?? count)),
    })
  }
  let [tables, solved, least] = [0, 0, Infinity]
  for (const one of alike.values()) {
    tables += one.tables
    one.low.forEach((low, at) => {
      const range = (one.high[at] ?? low) - low
      if (one.told[at] === true || low >= 5 || (low === 0 && range === 0 && !kind.sensitive)) return
      least = Math.min(least, range)
      if (range === 0) solved += one.tables
    })
  }
  return { tables, solved, least }
}

const kinds: Kind[] = [true, false].flatMap((ordered) => [true, false].map((sensitive) => ({ ordered, sensitive })))

test('Who runs the protection himself on all that could be behind a table finds no small cell, of whatever kind of answers.', () => {
  let tables = 0
  for (const kind of kinds)
    for (const [n, k, least] of [
      [10, 2, 1],
      [15, 2, 1],
      [12, 3, 1],
      [20, 3, 2],
      [12, 4, 1],
      [16, 4, kind.ordered ? 2 : 1],
    ] as const) {
      const all = runOnAll([n], k, kind)
      expect({ n, k, ...kind, solved: all.solved }).toEqual({ n, k, ...kind, solved: 0 })
      expect(all.least).toBeGreaterThanOrEqual(least)
      tables += all.tables
    }
  expect(tables).toBeGreaterThan(5000)
})

test('Nor of small groups and the whole they are parts of.', () => {
  let tables = 0
  const look = (sizes: readonly number[], kind: Kind): void => {
    const all = runOnAll(sizes, 2, kind)
    expect({ sizes, ...kind, solved: all.solved }).toEqual({ sizes, ...kind, solved: 0 })
    tables += all.tables
  }
  for (const sensitive of [true, false])
    for (const sizes of [
      [12, 14],
      [11, 25],
      [20, 22],
    ])
      look(sizes, { ordered: true, sensitive })
  look([10, 10, 11], { ordered: true, sensitive: true })
  expect(tables).toBeGreaterThan(3000)
})
