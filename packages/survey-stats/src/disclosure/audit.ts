import { moved, type CountSystem } from './bounded-search.ts'
import type { DisclosureRules } from './rules.ts'
import { solvedCells } from './solved-cells.ts'

/**
 * How a hidden cell would be found: `solved` from the sums alone, `narrow` when the counts it may have are too few, `insiders`
 * when some respondents who tell each other what they answered can work it out.
 */
export type Risk = { readonly cell: number; readonly by: 'solved' | 'narrow' | 'insiders' }

/** What the audit looks at. */
export type Audited = {
  readonly system: CountSystem
  /** The cells that must stay uncertain. */
  readonly hidden: readonly number[]
  /** How many are in the cell's group and not in the coalition, which has so many in each cell. */
  readonly others: (cell: number, coalition: Float64Array | null) => number
}

/**
 * Looks for the first hidden cell that what is published gives away. A cell is safe only when two fillings with whole counts were
 * found that both agree with everything published and differ enough in it, and when no coalition rules all others out: an audit
 * that errs hides too much, never too little.
 */
export const firstRisk = (audited: Audited, rules: DisclosureRules): Risk | null => {
  const { system, hidden } = audited
  const isHidden = new Set(hidden)
  const solved = solvedCells(system).find((cell) => isHidden.has(cell) && audited.others(cell, null) > 0)
  if (solved !== undefined) return { cell: solved, by: 'solved' }
  const seen = witnessesOf(system)
  for (const cell of hidden) if (!isWide(audited, cell, seen, rules)) return { cell, by: 'narrow' }
  for (const cell of hidden) if (isFoundByInsiders(audited, cell, seen, rules)) return { cell, by: 'insiders' }
  return null
}

/** @returns how this cell is given away, null when it is not */
export const riskOf = (audited: Audited, cell: number, rules: DisclosureRules): Risk | null => {
  const seen = witnessesOf(audited.system)
  if (!isWide(audited, cell, seen, rules)) return { cell, by: 'narrow' }
  return isFoundByInsiders(audited, cell, seen, rules) ? { cell, by: 'insiders' } : null
}

/** Fillings found so far, and the least and most each cell had in them. */
type Witnesses = { readonly fillings: Float64Array[]; readonly least: Float64Array; readonly most: Float64Array }

const keptFillings = 150

const witnessesOf = ({ truth }: CountSystem): Witnesses => ({
  fillings: [],
  least: Float64Array.from(truth),
  most: Float64Array.from(truth),
})

const witness = ({ fillings, least, most }: Witnesses, filling: Float64Array): void => {
  let isNew = fillings.length < keptFillings / 3
  for (let i = 0; i < least.length; i += 1) {
    if (filling[i] < least[i]) least[i] = filling[i]
    else if (filling[i] > most[i]) most[i] = filling[i]
    else continue
    isNew = true
  }
  if (isNew && fillings.length < keptFillings) fillings.push(filling.slice(0, least.length))
}

const isWide = (audited: Audited, cell: number, seen: Witnesses, rules: DisclosureRules): boolean => {
  const { system } = audited
  const n = audited.others(cell, null)
  const needed = Math.min(rules.width, Math.max(1, Math.ceil(rules.widthShare * n - 1e-9)))
  const width = (): number => seen.most[cell] - seen.least[cell]
  // Nobody is there: everybody knows that no answer was given.
  if (n === 0 || width() >= needed) return true
  const visit = (filling: Float64Array): void => witness(seen, filling)
  moved(system, cell, 1, system.lower, needed, visit)
  if (width() >= needed) return true
  moved(system, cell, -1, system.lower, needed - (seen.most[cell] - system.truth[cell]), visit)
  return width() >= needed
}

/**
 * Tries every coalition that could matter: an alternative for the cell is ruled out only by somebody of a cell that is smaller in
 * it, so the search branches over those, at most `insiders` deep.
 */
const isFoundByInsiders = (audited: Audited, cell: number, seen: Witnesses, rules: DisclosureRules): boolean => {
  const { system } = audited
  const coalition = new Float64Array(system.truth.length)
  const members: number[] = []
  const finds = (left: number): boolean => {
    const other = alternative(system, cell, coalition, members, seen)
    if (other === null) return audited.others(cell, coalition) > 0
    if (left === 0) return false
    for (let at = 0; at < system.truth.length; at += 1) {
      const more = other[at] + 1 - coalition[at]
      if (other[at] >= system.truth[at] || more > left) continue
      coalition[at] += more
      members.push(at)
      const found = finds(left - more)
      members.pop()
      coalition[at] -= more
      if (found) return true
    }
    return false
  }
  return finds(rules.insiders)
}

/** A filling in which the cell has another count and the coalition still has its places, as hard to rule out as is at hand. */
const alternative = (
  system: CountSystem,
  cell: number,
  coalition: Float64Array,
  members: readonly number[],
  seen: Witnesses,
): Float64Array | null => {
  const { truth } = system
  let [best, fewest]: [Float64Array | null, number] = [null, Infinity]
  for (const filling of seen.fillings) {
    if (filling[cell] === truth[cell] || members.some((member) => filling[member] < coalition[member])) continue
    let weak = 0
    for (let i = 0; i < truth.length; i += 1) if (filling[i] < truth[i] && filling[i] < 3) weak += 1
    if (weak >= fewest) continue
    ;[best, fewest] = [filling, weak]
    if (weak === 0) break
  }
  if (best !== null) return best
  const found: Float64Array[] = []
  const visit = (filling: Float64Array): void => {
    witness(seen, filling)
    if (filling[cell] !== truth[cell]) found.push(filling.slice(0, truth.length))
  }
  for (const direction of [1, -1] as const) {
    moved(system, cell, direction, coalition, 1, visit)
    if (found.length > 0) return found[found.length - 1]
  }
  return null
}
