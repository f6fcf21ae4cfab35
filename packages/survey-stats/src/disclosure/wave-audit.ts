import { moved, type CountSum, type CountSystem } from './bounded-search.ts'
import { knownSystem, type QuestionRows } from './known-system.ts'
import type { DisclosureRules } from './rules.ts'
import type { Change } from './table.ts'

/** By the name of a group, how it changed since an earlier wave. */
export type Changes = ReadonlyMap<string, Omit<Change, 'wave'>>

/** Who joined (`sign` 1) or left (−1) a group, as counts by answer from `start`. */
type Comers = { readonly row: number; readonly start: number; readonly people: number }

/**
 * Whether all figures of two waves together tell how the few answered who came to a group or left it, when nobody who stayed changed
 * an answer. Groups in which somebody must have changed an answer tell nothing that way.
 * @returns a group and an answer that is told too well, null when there is none
 */
export const waveRisk = (
  then: QuestionRows,
  now: QuestionRows,
  changes: Changes,
  rules: DisclosureRules,
): { row: number; answer: number } | null => {
  const k = now.answers.length
  const { system, comers } = wavesSystem(then, now, changes, rules)
  if (comers.length === 0) return null
  const least = Float64Array.from(system.truth)
  const most = Float64Array.from(system.truth)
  const visit = (filling: Float64Array): void => {
    for (let i = 0; i < least.length; i += 1) {
      if (filling[i] < least[i]) least[i] = filling[i]
      else if (filling[i] > most[i]) most[i] = filling[i]
    }
  }
  for (const { row, start, people } of comers) {
    const needed = neededOf(people, rules)
    for (let cell = start; cell < start + k; cell += 1) {
      for (const direction of [-1, 1] as const)
        if (most[cell] - least[cell] < needed) moved(system, cell, direction, system.lower, needed, visit)
      if (most[cell] - least[cell] < needed && least[cell] < rules.cell) return { row, answer: cell - start }
    }
  }
  return null
}

const neededOf = (people: number, { width, widthShare }: DisclosureRules): number =>
  Math.min(width, Math.max(1, Math.ceil(widthShare * people - 1e-9)))

const wavesSystem = (
  then: QuestionRows,
  now: QuestionRows,
  changes: Changes,
  rules: DisclosureRules,
): { system: CountSystem; comers: Comers[] } => {
  const k = now.answers.length
  const [a, b] = [knownSystem(then, rules).system, knownSystem(now, rules).system]
  const first = a.truth.length
  const [truth, lower, upper] = [
    [...a.truth, ...b.truth],
    [...a.lower, ...b.lower],
    [...a.upper, ...b.upper],
  ]
  const sums: CountSum[] = [
    ...a.sums,
    ...b.sums.map((sum) => ({ ...sum, cells: sum.cells.map((cell) => cell + first) })),
  ]
  const comers: Comers[] = []
  now.rows.forEach(({ name, counts }, row) => {
    const [change, before] = [changes.get(name), then.rows.findIndex((one) => one.name === name)]
    if (change === undefined || before < 0) return
    const differences = counts.map((count, answer) => count - then.rows[before].counts[answer])
    const spare = change.joined - differences.reduce((sum, difference) => sum + Math.max(0, difference), 0)
    if (spare < 0) return
    const start = truth.length
    // Any filling will do to begin with: those who came and went beyond the difference gave the first answer.
    for (const [sign, people] of [[1, change.joined] as const, [-1, change.left] as const]) {
      sums.push({
        cells: counts.map((_, at) => truth.length + at),
        signs: counts.map(() => 1),
        low: people,
        high: people,
      })
      // Those beyond the difference may have given any answer, each time the same as one who went: that alone is wide enough.
      if (people > 0 && spare < neededOf(people, rules)) comers.push({ row, start: truth.length, people })
      truth.push(...differences.map((difference, at) => Math.max(0, sign * difference) + (at === 0 ? spare : 0)))
      lower.push(...counts.map(() => 0))
      upper.push(...counts.map(() => people))
    }
    for (let at = 0; at < k; at += 1)
      sums.push({
        cells: [before * k + at, first + row * k + at, start + at, start + k + at],
        signs: [1, -1, 1, -1],
        low: 0,
        high: 0,
      })
  })
  const numbers = { truth: Float64Array.from(truth), lower: Float64Array.from(lower), upper: Float64Array.from(upper) }
  return { system: { ...numbers, sums }, comers }
}
