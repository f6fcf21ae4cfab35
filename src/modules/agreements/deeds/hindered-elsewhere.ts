import type { Tx } from '#platform/db/types.ts'
import type { FindHinders, Hinders } from '#platform/http/hinders.ts'
import type { Agreement } from '../agreement.ts'
import { stagesFor } from '../situations-of.ts'
import type { AgreementView } from '../visible-to.ts'

/**
 * What another module holds against an agreement, or null.
 * @param startsOn the day from which it would hold, or null as long as that is not known
 */
export const hinderedElsewhere = async (
  tx: Tx<AgreementView>,
  { school, kind, scope, terms }: Pick<Agreement, 'school' | 'kind' | 'scope' | 'terms'>,
  startsOn: string | null,
  hinders: readonly FindHinders[],
): Promise<Hinders | null> => {
  const stages = await stagesFor(tx, school, scope)
  for (const find of hinders) {
    const say = await find(tx, { school, kind, stages, terms, startsOn })
    if (say !== null) return say
  }
  return null
}
