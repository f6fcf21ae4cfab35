import { expect, test, vi } from 'vitest'
import { firstRisk, riskOf, type Audited } from '../src/disclosure/audit.ts'
import { moved, type CountSum, type CountSystem } from '../src/disclosure/bounded-search.ts'
import { defaultRules } from '../src/disclosure/rules.ts'
import { solvedCells } from '../src/disclosure/solved-cells.ts'
import { seeded, type Seeded } from '../src/random/seeded.ts'

// Seconds alone, more beside other work.
vi.setConfig({ testTimeout: 60_000 })

const [rows, columns] = [3, 3]

/** A table of 3 by 3 with its row and column sums known, some cells told within bounds, and some pairs told together. */
const anySystem = (random: Seeded): CountSystem => {
  const truth = Float64Array.from({ length: rows * columns }, () => random.below(5))
  const told = Array.from(truth, () => random.uniform() < 0.4)
  const lower = truth.map((count, cell) => (told[cell] ? Math.max(0, count - random.below(2)) : 0))
  const upper = truth.map((count, cell) => (told[cell] ? count + random.below(2) : 12))
  const sumOf = (cells: readonly number[], slack: number): CountSum => {
    const total = cells.reduce((sum, cell) => sum + (truth[cell] ?? 0), 0)
    return { cells, signs: cells.map(() => 1 as const), low: total - slack, high: total + slack }
  }
  const line = (from: number, step: number): number[] => [from, from + step, from + 2 * step]
  const sums = [0, 1, 2].flatMap((at) => [sumOf(line(at * columns, 1), 0), sumOf(line(at, columns), 0)])
  const pair = random.below(rows) * columns
  return { truth, lower, upper, sums: [...sums, sumOf([pair, pair + 1], random.below(2))] }
}

/** Every filling there is, one after the other. */
const fillings = ({ truth, lower, upper, sums }: CountSystem): number[][] => {
  const out: number[][] = []
  const go = (filling: number[]): void => {
    const last = filling.length - 1
    for (const { cells, low, high } of sums) {
      if (Math.max(...cells) > last) continue
      const total = cells.reduce((sum, cell) => sum + (filling[cell] ?? 0), 0)
      if (total < low || total > high) return
    }
    if (filling.length === truth.length) {
      out.push(filling)
      return
    }
    for (let count = lower[last + 1] ?? 0; count <= (upper[last + 1] ?? 0); count += 1) go([...filling, count])
  }
  go([])
  return out
}

const audited = (system: CountSystem): Audited => ({
  system,
  hidden: Array.from(system.truth.keys()),
  others: (cell, coalition) => {
    const start = Math.floor(cell / columns) * columns
    return [0, 1, 2].reduce((sum, at) => sum + (system.truth[start + at] ?? 0) - (coalition?.[start + at] ?? 0), 0)
  },
})

test('The search reaches exactly the least and the most that enumeration of all fillings finds.', () => {
  const random = seeded('search')
  for (let times = 0; times < 150; times += 1) {
    const system = anySystem(random)
    const all = fillings(system)
    for (let cell = 0; cell < rows * columns; cell += 1) {
      const counts = all.map((filling) => filling[cell] ?? NaN)
      const visited: number[][] = []
      const visit = (filling: Float64Array): void => {
        visited.push(Array.from(filling).slice(0, rows * columns))
      }
      expect(moved(system, cell, 1, system.lower, Infinity, visit)).toBe(Math.max(...counts))
      expect(moved(system, cell, -1, system.lower, Infinity, visit)).toBe(Math.min(...counts))
      for (const filling of visited) expect(all).toContainEqual(filling)
    }
  }
})

test('Cells solved by rank have one count in all fillings.', () => {
  const random = seeded('rank')
  let solved = 0
  for (let times = 0; times < 300; times += 1) {
    const system = anySystem(random)
    const free = { ...system, lower: system.truth.map(() => 0), upper: system.upper.map(() => 12) }
    const known = { ...free, lower: system.truth.map((count, cell) => (cell % 4 === times % 4 ? count : 0)) }
    known.upper = system.truth.map((count, cell) => (cell % 4 === times % 4 ? count : 12))
    const all = fillings(known)
    for (const cell of solvedCells(known)) {
      expect(new Set(all.map((filling) => filling[cell])).size).toBe(1)
      solved += 1
    }
  }
  expect(solved).toBeGreaterThan(50)
})

test('A cell is safe exactly when it is wide enough and no three insiders leave one count, as enumeration has it.', () => {
  const random = seeded('insiders')
  const verdicts = new Map<string, number>()
  for (let times = 0; times < 120; times += 1) {
    const system = anySystem(random)
    const all = fillings(system)
    const look = audited(system)
    for (let cell = 0; cell < rows * columns; cell += 1) {
      const expected = verdictOf(system, look, all, cell)
      expect(riskOf(look, cell, defaultRules)?.by ?? 'safe').toBe(expected)
      verdicts.set(expected, (verdicts.get(expected) ?? 0) + 1)
    }
  }
  for (const verdict of ['safe', 'narrow', 'insiders']) expect(verdicts.get(verdict) ?? 0).toBeGreaterThan(20)
})

const verdictOf = (system: CountSystem, { others }: Audited, all: readonly number[][], cell: number): string => {
  const n = others(cell, null)
  if (n === 0) return 'safe'
  const counts = all.map((filling) => filling[cell] ?? NaN)
  const needed = Math.min(5, Math.max(1, Math.ceil(0.2 * n - 1e-9)))
  if (Math.max(...counts) - Math.min(...counts) < needed) return 'narrow'
  const coalition = new Float64Array(system.truth.length)
  const finds = (from: number, left: number): boolean => {
    const possible = all.filter((filling) => filling.every((count, at) => count >= (coalition[at] ?? 0)))
    if (others(cell, coalition) > 0 && possible.every((filling) => filling[cell] === system.truth[cell])) return true
    if (left === 0) return false
    for (let at = from; at < system.truth.length; at += 1) {
      if ((coalition[at] ?? 0) >= (system.truth[at] ?? 0)) continue
      coalition[at] = (coalition[at] ?? 0) + 1
      const found = finds(at, left - 1)
      coalition[at] = (coalition[at] ?? 0) - 1
      if (found) return true
    }
    return false
  }
  return finds(0, 3) ? 'insiders' : 'safe'
}

test('The audit names the first cell it fears for and how it would be found.', () => {
  // One cell of a row is not told: the row sum tells it.
  const system: CountSystem = {
    truth: Float64Array.of(3, 20, 17),
    lower: Float64Array.of(0, 20, 17),
    upper: Float64Array.of(40, 20, 17),
    sums: [{ cells: [0, 1, 2], signs: [1, 1, 1], low: 40, high: 40 }],
  }
  const others = (): number => 40
  expect(firstRisk({ system, hidden: [0], others }, defaultRules)).toEqual({ cell: 0, by: 'solved' })
  // Two are not told, but they are 4 together.
  const two = {
    ...system,
    truth: Float64Array.of(3, 1, 36),
    lower: Float64Array.of(0, 0, 36),
    upper: Float64Array.of(40, 40, 36),
  }
  expect(firstRisk({ system: two, hidden: [0, 1], others }, defaultRules)).toEqual({ cell: 0, by: 'narrow' })
  // They are 6 together.
  const six = {
    ...two,
    truth: Float64Array.of(3, 3, 34),
    lower: Float64Array.of(0, 0, 34),
    upper: Float64Array.of(40, 40, 34),
  }
  expect(firstRisk({ system: six, hidden: [0, 1], others }, defaultRules)).toBeNull()
})
