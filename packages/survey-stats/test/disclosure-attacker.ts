// An attacker who shares no code with the auditor: he reads what was published and tries to find cells.
// He knows the rules of rounding, how many answered in each group, and what the people he talks to answered.
import type { CellFigure, PublishedTable } from '../src/disclosure/release.ts'

/** Whole unknowns with bounds, and sums of them with bounds. */
export type Riddle = {
  readonly low: number[]
  readonly high: number[]
  readonly sums: { readonly of: readonly (readonly [number, number])[]; readonly low: number; readonly high: number }[]
}

const at = (list: readonly number[], index: number): number => {
  const value = list[index]
  if (value === undefined) throw new Error(`nothing at ${index}`)
  return value
}

/** What a figure says of the count behind it. */
const readFigure = (cell: CellFigure, n: number): [number, number] => {
  if (cell.told === 'not' || n === 0) return [0, n]
  if (cell.told === 'band') {
    const lacking = Math.min(5, Math.ceil(0.2 * n))
    return cell.band === 'nearly-all' ? [n - lacking, n] : [0, lacking]
  }
  const { figure } = cell
  const counts = Array.from({ length: n + 1 }, (_, count) => count).filter((count) => {
    const share = count / n
    if ('percent' in figure) {
      const step = n >= 100 ? 1 : 5
      return Math.abs(100 * share - figure.percent) <= step / 2 + 1e-9
    }
    const [from, to] = {
      'hardly-anybody': [0, 0.2],
      minority: [0.2, 0.4],
      'about-half': [0.4, 0.6],
      majority: [0.6, 0.8],
      'nearly-all': [0.8, 1],
    }[figure.word] as [number, number]
    return share >= from && share <= to
  })
  return [Math.min(...counts), Math.max(...counts)]
}

export type Public = {
  readonly table: PublishedTable
  /** True counts of each group, in the order of the table; of the people in none of its groups too, when there are any. */
  readonly counts: readonly (readonly number[])[]
}

/** All tables of one question together: a group of the same name is the same people. What is true goes with it. */
export const riddleOf = (publics: readonly Public[]): { riddle: Riddle; truth: number[]; sizes: number[] } => {
  const riddle: Riddle = { low: [], high: [], sums: [] }
  const [truth, sizes]: [number[], number[]] = [[], []]
  const rowOf = new Map<string, number>()
  publics.forEach(({ table, counts }, which) => {
    const k = table.answers.length
    const rows = counts.map((own, g) => {
      const name = table.groups[g]?.group ?? `in no group of table ${which}`
      const there = rowOf.get(name)
      const row = there ?? sizes.length
      const n = own.reduce((sum, count) => sum + count, 0)
      if (there === undefined) {
        rowOf.set(name, row)
        sizes.push(n)
        truth.push(...own)
        riddle.low.push(...own.map(() => 0))
        riddle.high.push(...own.map(() => n))
        riddle.sums.push({ of: own.map((_, j) => [row * k + j, 1]), low: n, high: n })
      }
      readGroup(riddle, table.groups[g]?.cells ?? [], table.answers, n, row)
      return row
    })
    if (rows.length > 1)
      for (let j = 0; j < k; j += 1)
        riddle.sums.push({ of: rows.map((row, g) => [row * k + j, g === 0 ? -1 : 1]), low: 0, high: 0 })
  })
  return { riddle, truth, sizes }
}

const readGroup = (
  riddle: Riddle,
  told: readonly CellFigure[],
  answers: readonly string[],
  n: number,
  row: number,
): void => {
  const k = answers.length
  told.forEach((cell, j) => {
    const [low, high] = readFigure(cell, n)
    if (cell.told === 'together')
      riddle.sums.push({ of: cell.with.map((answer) => [row * k + answers.indexOf(answer), 1]), low, high })
    else {
      riddle.low[row * k + j] = Math.max(low, at(riddle.low, row * k + j))
      riddle.high[row * k + j] = Math.min(high, at(riddle.high, row * k + j))
    }
  })
}

/** Draws in the bounds until nothing moves. @returns false when they cross: there is no solution */
const drawnIn = (low: Int32Array, high: Int32Array, sums: Riddle['sums']): boolean => {
  for (let moved = true; moved;) {
    moved = false
    for (const sum of sums) {
      let [least, most] = [0, 0]
      for (const [cell, sign] of sum.of) {
        least += sign > 0 ? at2(low, cell) : -at2(high, cell)
        most += sign > 0 ? at2(high, cell) : -at2(low, cell)
      }
      if (least > sum.high || most < sum.low) return false
      if (least >= sum.low && most <= sum.high) continue
      for (const [cell, sign] of sum.of) {
        const [l, h] = [at2(low, cell), at2(high, cell)]
        // What the others can be at most and at least leaves this one between these.
        const otherLeast = least - (sign > 0 ? l : -h)
        const otherMost = most - (sign > 0 ? h : -l)
        const [from, to] = [sum.low - otherMost, sum.high - otherLeast]
        const newLow = Math.max(l, sign > 0 ? from : -to)
        const newHigh = Math.min(h, sign > 0 ? to : -from)
        if (newLow > newHigh) return false
        if (newLow === l && newHigh === h) continue
        low[cell] = newLow
        high[cell] = newHigh
        least = otherLeast + (sign > 0 ? newLow : -newHigh)
        most = otherMost + (sign > 0 ? newHigh : -newLow)
        moved = true
      }
    }
  }
  return true
}

const at2 = (list: Int32Array, index: number): number => list[index] ?? 0

/** Unknowns that the exact sums alone determine (Gauss-Jordan over the whole numbers modulo a prime). */
export const byRank = (riddle: Riddle): number[] => {
  const prime = 67_108_859 // below 2²⁶, so that products are exact
  const n = riddle.low.length
  const invert = (value: number): number => {
    let [out, base, left] = [1, value, prime - 2]
    for (; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) out = (out * base) % prime
      base = (base * base) % prime
    }
    return out
  }
  const rows = riddle.sums
    .filter(({ low, high }) => low === high)
    .map(({ of }) => {
      const row = Array.from({ length: n }, () => 0)
      for (const [cell, sign] of of) if (riddle.low[cell] !== riddle.high[cell]) row[cell] = (sign + prime) % prime
      return row
    })
  let rank = 0
  for (let column = 0; column < n; column += 1) {
    const found = rows.findIndex((row, i) => i >= rank && row[column] !== 0)
    const [pivot, other] = [rows[found], rows[rank]]
    if (pivot === undefined || other === undefined) continue
    rows[found] = other
    const by = invert(at(pivot, column))
    const own = pivot.map((value) => (value * by) % prime)
    rows[rank] = own
    rows.forEach((row, i) => {
      const factor = at(row, column)
      if (i !== rank && factor !== 0)
        for (let j = 0; j < n; j += 1) row[j] = (((at(row, j) - factor * at(own, j)) % prime) + prime) % prime
    })
    rank += 1
  }
  return rows.slice(0, rank).flatMap((row) => {
    const there = row.flatMap((value, column) => (value === 0 ? [] : [column]))
    return there.length === 1 ? there : []
  })
}

export type Found = {
  /** Targets of which one count only is possible. */
  readonly found: number[]
  /** Targets for which the search was given up. */
  readonly unsure: number[]
}

/**
 * Rank first, then the bounds, then enumeration: which of the targets can have one count only. `truth` spares the attacker the
 * first filling; what he looks for is whether there is a second one, with one more or one fewer in the target.
 */
export const attack = (riddle: Riddle, truth: readonly number[], targets: readonly number[]): Found => {
  const low = Int32Array.from(riddle.low)
  const high = Int32Array.from(riddle.high)
  if (!drawnIn(low, high, riddle.sums)) throw new Error('What was published contradicts itself.')
  truth.forEach((count, cell) => {
    if (count < at2(low, cell) || count > at2(high, cell)) throw new Error('What was published is not true.')
  })
  const solved = new Set(byRank(riddle))
  const touching = truth.map((_, cell) => riddle.sums.filter(({ of }) => of.some(([one]) => one === cell)))
  const [varied, found, unsure] = [new Set<number>(), [] as number[], [] as number[]]
  for (const target of targets) {
    if (varied.has(target)) continue
    if (solved.has(target) || low[target] === high[target]) {
      found.push(target)
      continue
    }
    let [other, gaveUp]: [Map<number, number> | null, boolean] = [null, false]
    for (const depth of [3, 5, 7, 9, 12, 16, 60])
      for (const by of [1, -1]) {
        const nodes = { left: 8000 }
        other ??= mended({ low, high, truth, touching, nodes }, new Map([[target, by]]), depth)
        // What the deepest search leaves open stays open.
        gaveUp = (gaveUp && depth < 60 ? false : gaveUp) || nodes.left <= 0
      }
    for (const cell of other?.keys() ?? []) varied.add(cell)
    if (other === null) (gaveUp ? unsure : found).push(target)
  }
  return { found, unsure }
}

type Search = {
  readonly low: Int32Array
  readonly high: Int32Array
  readonly truth: readonly number[]
  readonly touching: readonly (readonly Riddle['sums'][number][])[]
  readonly nodes: { left: number }
}

/**
 * Mends a sum that the moves broke, the one with the fewest ways to do so, by moving one more of its cells by one, each cell once:
 * all ways, up to a depth.
 */
const mended = (search: Search, moves: Map<number, number>, depth: number): Map<number, number> | null => {
  const { low, high, truth, touching, nodes } = search
  if (nodes.left-- <= 0) return null
  for (const [cell, by] of moves) {
    const count = at(truth, cell) + by
    if (count < at2(low, cell) || count > at2(high, cell)) return null
  }
  let fewest: (readonly [number, number])[] | null = null
  for (const sum of new Set([...moves.keys()].flatMap((cell) => touching[cell] ?? []))) {
    let now = 0
    for (const [one, sign] of sum.of) now += sign * (at(truth, one) + (moves.get(one) ?? 0))
    if (now >= sum.low && now <= sum.high) continue
    const need = now < sum.low ? 1 : -1
    const ways = sum.of
      .map(([one, sign]) => [one, need * sign] as const)
      .filter(([one, by]) => {
        const count = at(truth, one) + by
        return !moves.has(one) && count >= at2(low, one) && count <= at2(high, one)
      })
    if (fewest === null || ways.length < fewest.length) fewest = ways
  }
  if (fewest === null) return moves
  if (depth === 0) return null
  for (const [cell, by] of fewest) {
    const more = mended(search, new Map(moves).set(cell, by), depth - 1)
    if (more !== null) return more
  }
  return null
}

/** The riddle of a coalition: what they answered is known to them. */
export const withInsiders = (riddle: Riddle, cells: readonly number[]): Riddle => {
  const low = [...riddle.low]
  for (const cell of new Set(cells)) {
    const own = cells.filter((one) => one === cell).length
    low[cell] = Math.max(at(low, cell), own)
  }
  return { ...riddle, low }
}
