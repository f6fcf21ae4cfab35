import { seeded } from '../random/seeded.ts'
import { mustBeLong, SurveyError } from '../survey-error.ts'

export type StratumSample = {
  readonly stratum: string
  /** N of the stratum in the frame. */
  readonly population: number
  /** Who was drawn, in the order of drawing. */
  readonly chosen: readonly string[]
  /** Everybody else, in the order in which they take the place of who does not answer. */
  readonly replacements: readonly string[]
  /** N/n, the weight of each who was drawn; null when nobody was. */
  readonly weight: number | null
}

/**
 * Draws a simple random sample without replacement within each stratum (Fisher and Yates; Cochran, Sampling Techniques, 1977, 5.1).
 * The seed and who is in a stratum decide alone: neither the order of the frame nor other strata matter.
 * @param ids who may be drawn, each once
 * @param strata the stratum of each, as long as `ids`
 * @param take how many to draw by stratum; strata that are not named are drawn from by 0
 * @returns the strata in the order of `take`, then those that are not named
 * @throws {SurveyError} `different-lengths`, `bad-argument` (somebody twice, a number that is none), `bounds-impossible` (more than
 * there are)
 */
export const stratifiedSample = (
  ids: readonly string[],
  strata: readonly string[],
  take: ReadonlyMap<string, number>,
  seed: string,
): StratumSample[] => {
  mustBeLong('The strata', strata.length, ids.length)
  const members = new Map<string, string[]>([...take.keys()].map((stratum) => [stratum, []]))
  ids.forEach((id, at) => {
    const own = members.get(strata[at])
    if (own === undefined) members.set(strata[at], [id])
    else own.push(id)
  })
  if (new Set(ids).size < ids.length) throw new SurveyError('bad-argument', 'Somebody is twice in the frame.')
  return [...members].map(([stratum, own]) => drawn(stratum, own, take.get(stratum) ?? 0, seed))
}

const drawn = (stratum: string, members: readonly string[], n: number, seed: string): StratumSample => {
  const population = members.length
  if (!Number.isInteger(n) || n < 0)
    throw new SurveyError('bad-argument', `A sample of ${n} cannot be taken of “${stratum}”.`, { stratum, n })
  if (n > population)
    throw new SurveyError('bounds-impossible', `${n} were asked of “${stratum}”, which has ${population}.`, {
      stratum,
      n,
      population,
    })
  const order = shuffled(members, JSON.stringify([seed, stratum]))
  return {
    stratum,
    population,
    chosen: order.slice(0, n),
    replacements: order.slice(n),
    weight: n === 0 ? null : population / n,
  }
}

/** By code unit and not by language, so that the order is the same everywhere. */
const shuffled = (members: readonly string[], seed: string): string[] => {
  const order = [...members].sort((a, b) => (a < b ? -1 : Number(a > b)))
  const random = seeded(seed)
  for (let left = order.length; left > 1; left -= 1) {
    const at = random.below(left)
    ;[order[left - 1], order[at]] = [order[at], order[left - 1]]
  }
  return order
}

/**
 * Who is asked instead of those who do not answer.
 * @param gone who was drawn and is not to be waited for, replacements among them
 * @returns who takes their places: as many of the stratum's replacements, in their order, that were not asked before; fewer when it
 * has no more
 * @throws {SurveyError} `bad-argument` when somebody who is gone was neither drawn nor a replacement
 */
export const replacementsFor = (
  { chosen, replacements, stratum }: StratumSample,
  gone: ReadonlySet<string>,
): readonly string[] => {
  const known = new Set([...chosen, ...replacements])
  for (const id of gone)
    if (!known.has(id))
      throw new SurveyError('bad-argument', `“${id}” is not of stratum “${stratum}”.`, { id, stratum })
  let places = chosen.filter((id) => gone.has(id)).length
  const asked: string[] = []
  for (const id of replacements) {
    if (places === 0) break
    asked.push(id)
    // A replacement who does not answer either leaves the place open for the next.
    if (!gone.has(id)) places -= 1
  }
  return asked.filter((id) => !gone.has(id))
}
