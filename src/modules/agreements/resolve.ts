import type { AnyTerms } from './kinds/field.ts'
import { shapeOf, type Kind } from './kinds/kinds.ts'
import { isWithin, type Scope, type Situation } from './scope.ts'

/** What is needed of an agreement to see whether it holds. Days are 'YYYY-MM-DD'; the last one counts. */
export type Holding = { id: string; school: string; kind: Kind; scope: Scope; startsOn: string; endsOn: string | null }

export const holdsOn = ({ startsOn, endsOn }: Pick<Holding, 'startsOn' | 'endsOn'>, day: string): boolean =>
  startsOn <= day && (endsOn === null || endsOn >= day)

/** How narrow: the place of its level in the order of its kind. -1 when the kind does not know it. */
const narrowness = ({ kind, scope }: Pick<Holding, 'kind' | 'scope'>): number =>
  shapeOf(kind).levels.indexOf(scope.level)

/**
 * The agreement of a kind that holds in a situation on a day: of those in force the narrowest. Two that are as narrow are
 * refused when the second is put in force; where people moved since, so that somebody came under two, the newest holds.
 * @param all agreements that began, of any kind, school and day
 * @returns null when nothing is agreed there
 */
export const resolve = <H extends Holding>(
  all: readonly H[],
  kind: Kind,
  situation: Situation,
  day: string,
): H | null => {
  let found: H | null = null
  for (const one of all) {
    if (one.kind !== kind || one.school !== situation.school || !holdsOn(one, day)) continue
    if (!isWithin(one.scope, situation)) continue
    if (found === null || isNarrower(one, found)) found = one
  }
  return found
}

const isNarrower = (one: Holding, other: Holding): boolean => {
  const by = narrowness(one) - narrowness(other)
  if (by !== 0) return by > 0
  return one.startsOn === other.startsOn ? one.id > other.id : one.startsOn > other.startsOn
}

/**
 * What counts for something that is done for several at once, of whom each comes under the narrowest for them: two years in one
 * class, a class with a pupil about whom something was agreed, an event for every stage. Of those the one that asks most of the school,
 * for it is kept for nobody less; of two that ask as much the narrower.
 * @returns null when nothing is agreed for any of them
 */
export const strictest = <H extends Holding & { terms: AnyTerms }>(
  all: readonly H[],
  kind: Kind,
  situations: readonly Situation[],
  day: string,
): H | null => {
  const demand = ({ terms }: H): number => shapeOf(kind).demand?.(terms) ?? 0
  let found: H | null = null
  for (const situation of situations) {
    const one = resolve(all, kind, situation, day)
    if (one === null || one === found) continue
    const by = found === null ? 1 : demand(one) - demand(found)
    if (found === null || by > 0 || (by === 0 && isNarrower(one, found))) found = one
  }
  return found
}

/** Whether two periods share a day; the last day of each counts, and null has no end. */
export const overlap = (
  one: Pick<Holding, 'startsOn' | 'endsOn'>,
  other: Pick<Holding, 'startsOn' | 'endsOn'>,
): boolean =>
  (one.endsOn === null || one.endsOn >= other.startsOn) && (other.endsOn === null || other.endsOn >= one.startsOn)
