import { sql } from 'kysely'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import type { Entered } from '#platform/db/context.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import type { Agreement } from './agreement.ts'
import { fillAbsent, type AnyTerms } from './kinds/field.ts'
import { isKind, shapeOf, type Kind } from './kinds/kinds.ts'
import { counts } from './queries.ts'
import { resolve, strictest } from './resolve.ts'
import { scopeOf, type Scope, type ScopeColumns, type Situation } from './scope.ts'

/** An agreement that began, as software acts on it and shows it where it does. */
export type InForce = Pick<
  Agreement,
  | 'id'
  | 'school'
  | 'kind'
  | 'terms'
  | 'className'
  | 'pupilName'
  | 'endsOn'
  | 'startedOn'
  | 'layings'
  | 'saidYes'
  | 'asked'
> & { scope: Scope; startsOn: string }

type Row = ScopeColumns & Omit<InForce, 'kind' | 'scope'> & { kind: string; terms: AnyTerms }

/**
 * The agreements of these kinds that began at these schools and did not end before today: of everybody, and of the pupils in
 * reach. It starts from what began, by its key, and asks of each who said yes in the same breath. Written once.
 */
export const inForceQuery = statement<[schools: readonly string[], kinds: readonly string[]], Row>(
  (schools, kinds) => sql`
  select a.id, a.school_id as school, a.kind, a.level, a.stage, a.year_group, a.group_id, a.subject, a.pupil_id,
    a.class_name as "className", case when a.pupil_id is not null then (select coalesce(p.first_name, p.last_name) from person p
      where p.school_id = a.school_id and p.id = a.pupil_id) end as "pupilName", a.terms, s.starts_on as "startsOn",
    to_char(s.started_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as "startedOn", e.ends_on as "endsOn", s.said_yes as "saidYes", s.asked,
    s.agreed as layings
  from agreement a
  join agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id
  left join lateral (select min(e.ends_on) as ends_on from agreement_end e
    where e.school_id = a.school_id and e.agreement_id = a.id and ${counts}) e on true
  where a.school_id = any (${schools}::uuid[]) and a.kind = any (${kinds}::text[])
    and (a.pupil_id is null or a.pupil_id = any ((select app.pupils())::uuid[])
      or a.pupil_id = any ((select app.class_pupils())::uuid[]))
    and (e.ends_on is null or e.ends_on >= (select app.today()))`,
)

/** To be sent along with the other questions of a page that asks for these kinds. */
export const inForceAlong = (known: Entered, kinds: readonly Kind[]): readonly Step[] =>
  known.hat === null ? [] : [inForceQuery.along([...new Set(known.at.map(({ school }) => school))], kinds)]

/**
 * The agreements of these kinds that hold, or will, at a school, in one question: which of them holds for each class or pupil of
 * a page, `agreementFor` says without asking again.
 * @param at a school where the reader stands, and the pupils of the page that the reader may see
 * @param answers of a page that sent the question along for these kinds
 */
export const findInForce = async <T>(
  db: Db<T>,
  at: { school: string; pupils?: readonly string[] },
  kinds: readonly Kind[],
  answers: Answers = new Map(),
): Promise<InForce[]> => {
  const rows = inForceQuery.answered(answers) ?? (await inForceQuery.rows(db, [at.school], kinds))
  const pupils = new Set(at.pupils)
  return rows.flatMap(({ kind, ...row }) =>
    isKind(kind) && row.school === at.school && (row.pupil_id === null || pupils.has(row.pupil_id))
      ? [{ ...row, kind, terms: fillAbsent(shapeOf(kind).fields, row.terms), scope: scopeOf(row) }]
      : [],
  )
}

/** The one that holds in a situation on a day, or null when nothing is agreed. */
export const agreementFor = (
  inForce: readonly InForce[],
  kind: Kind,
  situation: Situation,
  day: string,
): InForce | null => resolve(inForce, kind, situation, day)

/** The one that counts for all of these situations together on a day: of those that hold, the one that asks most of the school. */
export const agreementForAll = (
  inForce: readonly InForce[],
  kind: Kind,
  situations: readonly Situation[],
  day: string,
): InForce | null => strictest(inForce, kind, situations, day)
