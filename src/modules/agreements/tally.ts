import type { AnyTerms } from './kinds/field.ts'
import type { Kind } from './kinds/kinds.ts'
import { resolve, type Holding } from './resolve.ts'
import type { Situation } from './scope.ts'

/** Something that happened so many times on a day, by one teacher, of which an agreement of this kind may speak. */
export type Seen = {
  kind: Extract<Kind, 'events' | 'on-paper'>
  person: string
  /** 'YYYY-MM-DD' */
  day: string
  situation: Situation
  /** Of an event: how many days ahead it was told. Of homework: 1 when it can be done on paper, 0 when it cannot. */
  amount: number
  times: number
}

export type Tally = { agreement: string; byPerson: ReadonlyMap<string, { kept: number; total: number }> }

/** Whether what happened kept to the parameters. */
const isKept = ({ kind, amount }: Seen, terms: AnyTerms): boolean => {
  if (kind === 'on-paper') return amount === 1
  const days = terms['days']
  return typeof days === 'number' && amount >= days
}

/**
 * How often each agreement was kept, by each teacher: for what happened, the agreement counts that held for it on that day.
 * @param isMeasured whether it is agreed to measure on a day
 */
export const tally = (
  begun: readonly (Holding & { terms: AnyTerms })[],
  all: readonly Seen[],
  isMeasured: (day: string) => boolean,
): Tally[] => {
  const found = new Map<string, Map<string, { kept: number; total: number }>>()
  const measured = new Map<string, boolean>()
  const isCounted = (day: string): boolean => {
    const known = measured.get(day) ?? isMeasured(day)
    measured.set(day, known)
    return known
  }
  for (const seen of all) {
    if (!isCounted(seen.day)) continue
    const agreement = resolve(begun, seen.kind, seen.situation, seen.day)
    if (agreement === null) continue
    const byPerson = found.get(agreement.id) ?? new Map<string, { kept: number; total: number }>()
    const own = byPerson.get(seen.person) ?? { kept: 0, total: 0 }
    own.total += seen.times
    if (isKept(seen, agreement.terms)) own.kept += seen.times
    byPerson.set(seen.person, own)
    found.set(agreement.id, byPerson)
  }
  return [...found].map(([agreement, byPerson]) => ({ agreement, byPerson }))
}
