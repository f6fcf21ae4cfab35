import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Agreement } from './agreement.ts'
import type { Kind } from './kinds/kinds.ts'
import { findWhere } from './queries.ts'
import { resolve } from './resolve.ts'
import type { Situation } from './scope.ts'
import { readable, type AgreementView } from './visible-to.ts'

/**
 * The agreements of these kinds that began at a school and did not end before today, in one question: which of them holds for
 * each class or pupil of a page, `agreementFor` says without asking again.
 */
export const findInForce = (
  db: Db<AgreementView>,
  actor: Actor,
  school: string,
  kinds: readonly Kind[],
): Promise<Agreement[]> =>
  findWhere(
    db,
    sql`a.school_id = ${school}::uuid and a.kind = any (${kinds}::text[]) and s.agreement_id is not null
      and (e.ends_on is null or e.ends_on >= app.today()) and ${readable(db, actor)}`,
  )

/** The one that holds in a situation on a day, or null when nothing is agreed. */
export const agreementFor = (
  inForce: readonly Agreement[],
  kind: Kind,
  situation: Situation,
  day: string,
): Agreement | null =>
  resolve(
    inForce.flatMap((one) => (one.startsOn === null ? [] : [{ ...one, startsOn: one.startsOn }])),
    kind,
    situation,
    day,
  )
