import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { begunOf } from './agreement.ts'
import type { AnyTerms } from './kinds/field.ts'
import type { Kind } from './kinds/kinds.ts'
import { findWhere } from './queries.ts'
import { stagesFor } from './situations-of.ts'
import type { AgreementView } from './visible-to.ts'

/** What holds of a kind, or will: its parameters, since when, and the stages of those it is for. */
export type Held = { terms: AnyTerms; startsOn: string; stages: readonly string[] }

/** All of a kind that hold at a school today or later, whoever it is for, as far as the one who asks reads it. */
export const findHeld = async (tx: Tx<AgreementView>, school: string, kind: Kind): Promise<Held[]> => {
  const begun = begunOf(
    await findWhere(
      tx,
      sql`a.school_id = ${school}::uuid and a.kind = ${kind} and s.agreement_id is not null
        and coalesce(e.ends_on >= s.starts_on and e.ends_on >= app.today(), true)`,
    ),
  )
  const held: Held[] = []
  for (const { terms, startsOn, scope } of begun)
    held.push({ terms, startsOn, stages: await stagesFor(tx, school, scope) })
  return held
}
