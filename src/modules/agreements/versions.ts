import { stateOn, type Agreement } from './agreement.ts'

const most = 50

/** Those whose place it was to take, one after another, the nearest first, as far as the reader knows of them. */
const chainBefore = ({ follows }: Agreement, all: readonly Agreement[]): Agreement[] => {
  const chain: Agreement[] = []
  let next = follows
  while (next !== null && chain.length < most) {
    const before = all.find(({ id }) => id === next)
    if (before === undefined) break
    chain.push(before)
    next = before.follows
  }
  return chain
}

/** Whether one follows the other, however many versions lie between. */
export const isVersionOf = (one: Agreement, other: Agreement, all: readonly Agreement[]): boolean => {
  const rootOf = (of: Agreement): string => {
    const first = chainBefore(of, all).at(-1) ?? of
    return first.follows ?? first.id
  }
  return rootOf(one) === rootOf(other)
}

/**
 * The version beside which one is read: the nearest before it that began. One that was refused, taken back or stopped before it
 * began is passed over, unless there is no other.
 */
export const besideOf = (one: Agreement, all: readonly Agreement[], day: string): Agreement | null => {
  const chain = chainBefore(one, all)
  return chain.find((before) => before.startsOn !== null && stateOn(before, day) !== 'never') ?? chain[0] ?? null
}

/** Who follows, however far, is the newer; else the one that was written first is the older. */
export const isOlder = (one: Agreement, other: Agreement, all: readonly Agreement[]): boolean => {
  if (chainBefore(one, all).includes(other)) return false
  return chainBefore(other, all).includes(one) || one.writtenOn < other.writtenOn
}

/**
 * What took the place of one, and of what it took the place, among what began: by how it went, so that a version nobody may know of
 * lies between unseen; else by what was meant.
 */
export const neighboursOf = (
  one: Agreement,
  held: readonly Agreement[],
): { before: Agreement | null; after: Agreement | null } => ({
  before: held.find(({ replacedBy }) => replacedBy === one.id) ?? held.find(({ id }) => id === one.follows) ?? null,
  after: held.find(({ id }) => id === one.replacedBy) ?? held.find(({ follows }) => follows === one.id) ?? null,
})
