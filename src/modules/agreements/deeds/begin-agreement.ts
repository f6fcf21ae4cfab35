import { sql } from 'kysely'
import { isLimited } from '#modules/people/index.ts'
import { dayAfter } from '#modules/school/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isAnswered, type Agreement } from '../agreement.ts'
import { findBegun, loadAgreement } from '../queries.ts'
import { overlap } from '../resolve.ts'
import { subjectKey, type Scope } from '../scope.ts'
import type { AgreementView } from '../visible-to.ts'
import { demandDrafter } from './demand-drafter.ts'
import { lockAgreement, neededOf } from './lay-agreement.ts'

/** Why an agreement cannot begin, for the page to say. */
export type Hindrance =
  | { why: 'consent' }
  | { why: 'crosses'; other: Agreement }
  /** It is to take the place of one that holds longer than until the day before. */
  | { why: 'order' }
  /** In the meeting nobody said yes, or of a class not more than half. */
  | { why: 'few-said-yes' }
  /** The last of those who had to say yes did so on a later day. */
  | { why: 'too-early'; decidedOn: string }

export type Beginning = { school: string; id: string; startsOn: string; endsOn: string | null }

/**
 * Puts an agreement in force from a day on. The one it follows ends the day before.
 * @returns null when it is done, or why not; then nothing is changed
 * @throws NotFound for who may not draft it, Conflict when it began before, was taken back, or its days are in the wrong order
 */
export const beginAgreement = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, startsOn, endsOn }: Beginning,
): Promise<Hindrance | null> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreements ${school} ${kept.kind}`}, 0))`.execute(tx)
  if (kept.startsOn !== null || kept.withdrawn !== null || (endsOn !== null && endsOn < startsOn))
    throw new Conflict('began')
  const meeting = kept.scope.level === 'class' || kept.scope.level === 'pupil' ? await countMeeting(tx, kept) : null
  const hindrance =
    meeting !== null && !isEnough(kept, meeting)
      ? ({ why: 'few-said-yes' } as const)
      : await hindranceOf(tx, kept, { startsOn, endsOn })
  if (hindrance !== null) return hindrance
  await tx
    .insertInto('agreement_start')
    .values({
      school_id: school,
      agreement_id: id,
      pupil_id: kept.scope.level === 'pupil' ? kept.scope.of : null,
      starts_on: startsOn,
      agreed: sql`app.laid_of(${school}::uuid, ${id}::uuid)`,
      said_yes: meeting?.said ?? null,
      asked: meeting?.asked ?? null,
      started_by: personAt(doer, school),
    })
    .execute()
  if (endsOn !== null) await addEnd(tx, doer, { school, id, endsOn, replacedBy: null, reason: null })
  const before = await begunBefore(tx, kept)
  if (before !== null)
    await addEnd(tx, doer, { school, id: before.id, endsOn: dayAfter(startsOn, -1), replacedBy: id, reason: null })
  await record(tx, {
    school,
    event: 'agreements.agreement.begun',
    about: before === null ? [id] : [id, before.id],
    payload: { kind: kept.kind, level: kept.scope.level, startsOn, endsOn, saidYes: meeting?.said ?? null },
    doer,
  })
  return null
}

/** The version whose place it takes: the nearest before it that began. One that was refused or given up is passed over. */
const begunBefore = async (
  tx: Tx<AgreementView>,
  { school, follows }: Agreement,
  left = 50,
): Promise<Agreement | null> => {
  if (follows === null || left === 0) return null
  const before = await loadAgreement(tx, school, follows)
  return before.startsOn === null ? begunBefore(tx, before, left - 1) : before
}

/** Of a class more than half says yes; in a talk somebody does. */
const isEnough = ({ scope }: Agreement, { said, asked }: { said: number; asked: number }): boolean =>
  scope.level === 'class' ? said * 2 > asked : said > 0

type Period = Pick<Beginning, 'startsOn' | 'endsOn'>

/** Why this agreement could not begin on that day, or null. Reads alone. */
const hindranceOf = async (tx: Tx<AgreementView>, kept: Agreement, period: Period): Promise<Hindrance | null> => {
  const needed = await neededOf(tx, kept)
  const isMissing = needed.some(({ body }) => {
    const laid = kept.layings.find((one) => one.body === body)
    return laid === undefined || !isAnswered(laid)
  })
  if (isMissing || !kept.layings.every(isAnswered)) return { why: 'consent' }
  const decided = kept.layings
    .flatMap(({ answer }) => answer?.decidedOn ?? [])
    .toSorted()
    .at(-1)
  if (decided !== undefined && decided > period.startsOn) return { why: 'too-early', decidedOn: decided }
  const before = await begunBefore(tx, kept)
  if (before !== null && (before.startsOn ?? '') >= period.startsOn) return { why: 'order' }
  for (const other of await findBegun(tx, kept.school)) {
    if (other.kind !== kept.kind || other.id === before?.id || !overlap(other, period)) continue
    if (await meets(tx, kept.school, kept.scope, other.scope)) return { why: 'crosses', other }
  }
  return null
}

/** Whether two scopes of one level have anybody in common. Of two levels one is the narrower, and holds. */
const meets = async (tx: Tx<AgreementView>, school: string, one: Scope, other: Scope): Promise<boolean> => {
  if (one.level !== other.level) return false
  if (one.level === 'subject') return subjectKey(one.of ?? '') === subjectKey(other.of ?? '')
  if (one.of === other.of || one.level !== 'class') return one.of === other.of
  const { rows } = await sql`select from group_member m join group_member n
      on n.school_id = m.school_id and n.pupil_id = m.pupil_id and n.group_id = ${other.of}::uuid
        and (n.ended_on is null or n.ended_on > app.today())
    where m.school_id = ${school}::uuid and m.group_id = ${one.of}::uuid
      and (m.ended_on is null or m.ended_on > app.today()) limit 1`.execute(tx)
  return rows.length > 0
}

/**
 * How many said yes in the meeting, and of how many: of a class its pupils, for whom they or a guardian did; in a talk the pupil
 * and the guardians who may know of the child.
 */
const countMeeting = async (
  tx: Tx<AgreementView>,
  { school, id, scope }: Agreement,
): Promise<{ said: number; asked: number }> => {
  const { rows } = await sql<{ said: number; asked: number }>`
    with yes as (select y.person_id from agreement_yes y where y.school_id = ${school}::uuid and y.agreement_id = ${id}::uuid),
      guards as (select g.pupil_id, g.guardian_id from guardianship g where g.school_id = ${school}::uuid
        and ${holdsToday('g')} and not ${isLimited('g')}),
      concerned as (${
        scope.level === 'pupil'
          ? sql`select ${scope.of}::uuid as id union select guardian_id from guards where pupil_id = ${scope.of}::uuid`
          : sql`select m.pupil_id as id from group_member m
            join pupil p on p.school_id = m.school_id and p.person_id = m.pupil_id and (p.left_on is null or p.left_on > app.today())
            where m.school_id = ${school}::uuid and m.group_id = ${scope.of}::uuid
              and ${holdsToday('m')}`
      })
    select count(*)::int as asked, count(*) filter (where c.id in (select person_id from yes) or ${
      scope.level === 'pupil'
        ? sql`false`
        : sql`exists (select from guards w where w.pupil_id = c.id and w.guardian_id in (select person_id from yes))`
    })::int as said from concerned c`.execute(tx)
  const [row = { said: 0, asked: 0 }] = rows
  return row
}

export const addEnd = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  end: { school: string; id: string; endsOn: string; replacedBy: string | null; reason: string | null },
): Promise<void> => {
  await tx
    .insertInto('agreement_end')
    .values({
      school_id: end.school,
      agreement_id: end.id,
      ends_on: end.endsOn,
      replaced_by: end.replacedBy,
      reason: end.reason,
      ended_by: personAt(doer, end.school),
    })
    .execute()
}
