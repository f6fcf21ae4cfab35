import { sql } from 'kysely'
import { findYears } from '#modules/people/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { isMeeting, situationsOfClass, type Scope, type Situation } from './scope.ts'
import { stagesOf } from './stages-of.ts'
import type { AgreementView } from './visible-to.ts'

/** Of a class or a pupil: in what they are. */
export const situationsOf = async (
  tx: Tx<AgreementView>,
  school: string,
  { level, of }: Scope,
  stages: readonly string[],
): Promise<Situation[]> => {
  const at = { school, stages, group: of ?? '', subject: null }
  if (level === 'class')
    return situationsOfClass({ ...at, years: of === null ? [] : await findYears(tx, school, [of]) })
  const { rows } = await sql<{ year: string | null }>`select year_group as year from pupil
    where school_id = ${school}::uuid and person_id = ${of}::uuid`.execute(tx)
  return situationsOfClass({ ...at, years: rows.flatMap(({ year }) => year ?? []) })
}

/** The stages of those whom an agreement is for; where a year is not known, all that the school teaches. */
export const stagesFor = async (tx: Tx<AgreementView>, school: string, scope: Scope): Promise<readonly string[]> => {
  if (!isMeeting(scope)) return stagesOf(tx, school, scope)
  const taught = await stagesOf(tx, school, { level: 'school', of: null })
  const found = (await situationsOf(tx, school, scope, taught)).map(({ stage }) => stage)
  return found.includes(null) ? taught : taught.filter((stage) => found.includes(stage))
}
