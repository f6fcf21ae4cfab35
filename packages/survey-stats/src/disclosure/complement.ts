import { firstRisk, riskOf } from './audit.ts'
import { knownSystem, type Partition, type QuestionRows } from './known-system.ts'
import { coarser, hiddenRow, isApart, isHidden, lossOf, type Row } from './row.ts'
import type { DisclosureRules } from './rules.ts'

/** Looks for something else that the rows as they stand give away: the answer to tell less of, null when nothing is. */
export type OtherRisk = (known: QuestionRows) => { readonly row: number; readonly answer: number } | null

/**
 * Tells less and less of a question until no hidden cell follows from what is left: first two or more hidden in each row and column,
 * then the audit, over again while anything changes. Each step makes one row coarser, so it ends.
 * @returns the cells that stay at risk because of what was published before, as `[row, answer]`
 */
export const complement = (
  known: QuestionRows,
  rules: DisclosureRules,
  otherRisk: OtherRisk,
): (readonly [number, number])[] => {
  const k = known.answers.length
  const lost = new Set<number>()
  for (;;) {
    while (known.partitions.some((partition) => pairUp(known, partition, rules)));
    const audited = knownSystem(known, rules)
    const risk = firstRisk({ ...audited, hidden: audited.hidden.filter((cell) => !lost.has(cell)) }, rules)
    if (risk !== null) {
      const isSafe = (): boolean => riskOf(knownSystem(known, rules), risk.cell, rules) === null
      if (!tellLess(known, risk.cell % k, isSafe, rules)) lost.add(risk.cell)
      continue
    }
    const other = otherRisk(known)
    if (other === null || !tellLess(known, other.answer, () => otherRisk(known)?.answer !== other.answer, rules))
      // What was hidden since may have helped a cell that was given up.
      return [
        ...stillAtRisk(known, lost, rules).map((cell) => [Math.floor(cell / k), cell % k] as const),
        ...(other === null ? [] : [[other.row, other.answer] as const]),
      ]
  }
}

const stillAtRisk = (known: QuestionRows, lost: ReadonlySet<number>, rules: DisclosureRules): number[] =>
  [...lost].filter((cell) => riskOf(knownSystem(known, rules), cell, rules) !== null)

/** Makes one row of a partition coarser when a single hidden cell or group could be had by subtraction. */
const pairUp = (known: QuestionRows, { whole, parts }: Partition, rules: DisclosureRules): boolean => {
  const { rows } = known
  if (!rows[whole].printed || isHidden(rows[whole])) return false
  const there = parts.filter((part) => rows[part].n > 0)
  const gone = there.filter((part) => isHidden(rows[part]))
  const goneSize = gone.reduce((sum, part) => sum + rows[part].n, 0)
  // A group that is hidden for its answers, not for who is in it, needs no second group: the audit sees to its cells.
  const isForPeople = gone.some((part) => rows[part].reason !== 'too-few-answers')
  if (isForPeople && (gone.length === 1 || goneSize < rules.remainder)) {
    const next = there
      .filter((part) => mayChange(rows[part]))
      .sort((a, b) => rows[a].n - rows[b].n || a - b)
      .at(0)
    if (next !== undefined) {
      rows[next] = hiddenRow(rows[next], 'complementary')
      return true
    }
  }
  for (let answer = 0; answer < known.answers.length; answer += 1) {
    if (!isApart(rows[whole], answer) || rows[whole].counts[answer] === 0) continue
    const without = there.filter((part) => !isApart(rows[part], answer))
    if (without.length !== 1) continue
    const [least] = stepsAt(
      known,
      there.filter((part) => part !== without[0]),
      answer,
      rules,
    ).concat(stepsAt(known, [whole], answer, rules))
    if (least === undefined) continue
    rows[least.row] = least.told
    return true
  }
  return false
}

const mayChange = (row: Row): boolean => row.printed && !row.frozen && !isHidden(row)

type Step = { readonly row: number; readonly told: Row; readonly loss: number }

/** The ways to tell less of an answer in one of these rows, what loses least first. */
const stepsAt = ({ rows }: QuestionRows, among: readonly number[], answer: number, rules: DisclosureRules): Step[] =>
  among
    .flatMap((row) =>
      coarser(rows[row], answer, rules).map((told) => ({ row, told, loss: lossOf(told) - lossOf(rows[row]) })),
    )
    .sort((a, b) => a.loss - b.loss || a.row - b.row)

/** The cheapest step after which it is safe; when no single step is enough, the cheapest one. @returns false when there is none */
const tellLess = (known: QuestionRows, answer: number, isSafe: () => boolean, rules: DisclosureRules): boolean => {
  const { rows, answers } = known
  const all = rows.map((_, row) => row)
  const steps = stepsAt(known, all, answer, rules)
  for (const { row, told } of steps) {
    const before = rows[row]
    rows[row] = told
    if (isSafe()) return true
    rows[row] = before
  }
  const [least] = steps.length > 0 ? steps : answers.flatMap((_, other) => stepsAt(known, all, other, rules))
  if (least === undefined) return false
  rows[least.row] = least.told
  return true
}
