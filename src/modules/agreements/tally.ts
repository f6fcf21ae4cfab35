import type { AnyTerms } from './kinds/field.ts'
import type { Kind } from './kinds/kinds.ts'
import { strictest, type Holding } from './resolve.ts'
import type { Situation } from './scope.ts'

/** Something of which an agreement of this kind may speak, as it counts for one teacher. */
export type Seen = {
  kind: Extract<Kind, 'events' | 'on-paper'>
  person: string
  /** The day on which it was said, 'YYYY-MM-DD': what was agreed then had to be kept. */
  day: string
  /** Of everybody it is for. */
  situations: readonly Situation[]
  /** Of an event: how many days ahead it was told. Of homework: 1 when it can be done on paper, 0 when it cannot. */
  amount: number
}

/** The same, that often: of one teacher on one day for the same people. */
export type SeenTimes = Seen & { times: number }

export type Tally = {
  agreement: string
  byPerson: ReadonlyMap<string, { kept: number; total: number }>
  /** Over how many teachers a sum goes at least, by what was agreed on any of the days that count. */
  fewest: number
}

/**
 * Whether the sum over these teachers tells of none of them apart: it is over enough, nobody made more than half of it, and it is not
 * nothing at all, which would be so of each.
 */
export const tellsOfNone = (own: readonly { kept: number; total: number }[], fewest: number): boolean => {
  const total = own.reduce((sum, one) => sum + one.total, 0)
  return own.length >= fewest && own.every((one) => one.total * 2 <= total) && own.some(({ kept }) => kept > 0)
}

/** Whether what happened kept to the parameters. */
const isKept = ({ kind, amount }: Seen, terms: AnyTerms): boolean => {
  if (kind === 'on-paper') return amount === 1
  const days = terms['days']
  return typeof days === 'number' && amount >= days
}

/**
 * How often each agreement was kept, by each teacher: for what happened, the agreement counts that held for it on that day.
 * @param fewestOn over how many teachers a sum goes at least, as agreed on a day; 0 when it was not agreed to measure
 */
export const tally = (
  begun: readonly (Holding & { terms: AnyTerms })[],
  all: readonly SeenTimes[],
  fewestOn: (day: string) => number,
): Tally[] => {
  const found = new Map<string, { byPerson: Map<string, { kept: number; total: number }>; fewest: number }>()
  const known = new Map<string, number>()
  for (const seen of all) {
    const fewest = known.get(seen.day) ?? fewestOn(seen.day)
    known.set(seen.day, fewest)
    if (fewest === 0) continue
    const agreement = strictest(begun, seen.kind, seen.situations, seen.day)
    if (agreement === null) continue
    const one = found.get(agreement.id) ?? { byPerson: new Map<string, { kept: number; total: number }>(), fewest }
    const own = one.byPerson.get(seen.person) ?? { kept: 0, total: 0 }
    own.total += seen.times
    if (isKept(seen, agreement.terms)) own.kept += seen.times
    one.byPerson.set(seen.person, own)
    one.fewest = Math.max(one.fewest, fewest)
    found.set(agreement.id, one)
  }
  return [...found].map(([agreement, rest]) => ({ agreement, ...rest }))
}
