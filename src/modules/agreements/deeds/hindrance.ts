import { sql } from 'kysely'
import { dayAfter, schoolYearAround } from '#modules/school/index.ts'
import type { Tx } from '#platform/db/types.ts'
import type { FindHinders, Hinders } from '#platform/http/hinders.ts'
import { isAnswered, type Agreement } from '../agreement.ts'
import { shapeOf, type Kind } from '../kinds/kinds.ts'
import { neededRights } from '../needed-rights.ts'
import { findBegun, loadAgreement } from '../queries.ts'
import { overlap, resolve } from '../resolve.ts'
import { isMeeting, subjectKey, type Scope } from '../scope.ts'
import { situationsOf } from '../situations-of.ts'
import { stagesOf } from '../stages-of.ts'
import type { AgreementView } from '../visible-to.ts'
import { hinderedElsewhere } from './hindered-elsewhere.ts'
import { neededOf } from './lay-agreement.ts'

/** Why an agreement cannot begin, for the page to say. */
export type Hindrance =
  | { why: 'consent' }
  /** A kind that needs consent, of which nothing holds yet at the school that a council said yes to. */
  | { why: 'nothing-above' }
  /** What the school agreed leaves no room for it. */
  | { why: 'leaves-not' }
  /** Another part of the program holds that it cannot, and says why. */
  | { why: 'hinders'; say: Hinders }
  | { why: 'crosses'; other: Agreement }
  /** It is to take the place of one that holds longer than until the day before. */
  | { why: 'order' }
  /** Of a class not more than half said yes; of a talk no guardian did, nor a pupil of age. */
  | { why: 'few-said-yes' }
  /** The last of those who had to say yes did so on a later day. */
  | { why: 'too-early'; decidedOn: string }
  /** What a class or family agrees has a last day in the school year in which it begins. */
  | { why: 'needs-end' }
  /** A class agrees for this school year; a family at most three months ahead. */
  | { why: 'too-far' }

export type Period = { startsOn: string; endsOn: string | null }

export type Meeting = { asked: number; said: number; lastSaid: string | null; isEnough: boolean; today: string }

/** Who said yes in the meeting, and whether it is enough. */
export const countMeeting = async (tx: Tx<AgreementView>, { school, id }: Agreement): Promise<Meeting> => {
  const { rows } =
    await sql<Meeting>`select asked, said, last_said as "lastSaid", is_enough as "isEnough", app.today() as today
    from app.meeting_of(${school}::uuid, ${id}::uuid)`.execute(tx)
  const [row = { asked: 0, said: 0, lastSaid: null, isEnough: false, today: '' }] = rows
  return row
}

/** The version whose place it takes: the nearest before it that began. One that was refused, given up or stopped before it held is passed over. */
export const begunBefore = async (
  tx: Tx<AgreementView>,
  { school, follows }: Agreement,
  left = 50,
): Promise<Agreement | null> => {
  if (follows === null || left === 0) return null
  const before = await loadAgreement(tx, school, follows)
  const isHeld = before.startsOn !== null && (before.endsOn === null || before.endsOn >= before.startsOn)
  return isHeld ? before : begunBefore(tx, before, left - 1)
}

/** Why this agreement could not begin on that day, or null. Reads alone. @param meeting of a class or family */
export const hindranceOf = async (
  tx: Tx<AgreementView>,
  kept: Agreement,
  meeting: Meeting | null,
  period: Period,
  hinders: readonly FindHinders[],
): Promise<Hindrance | null> => {
  const own = meeting === null ? null : hindranceInMeeting(kept, meeting, period)
  if (own !== null) return own
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
  if (meeting !== null) {
    const above = await hindranceAbove(tx, kept, period.startsOn)
    if (above !== null) return above
  }
  const before = await begunBefore(tx, kept)
  if (before !== null && (before.startsOn ?? '') >= period.startsOn) return { why: 'order' }
  const [other] = await findCrossing(tx, kept, period, before?.id ?? null)
  if (other !== undefined) return { why: 'crosses', other }
  const say = await hinderedElsewhere(tx, kept, period.startsOn, hinders)
  return say === null ? null : { why: 'hinders', say }
}

/** How far ahead a talk with a family looks, over the summer too: about three months. */
const mostAhead = 92

const hindranceInMeeting = (
  { scope }: Agreement,
  { isEnough, lastSaid, today }: Meeting,
  { startsOn, endsOn }: Period,
): Hindrance | null => {
  if (!isEnough) return { why: 'few-said-yes' }
  if (lastSaid !== null && lastSaid > startsOn) return { why: 'too-early', decidedOn: lastSaid }
  const lastStart = scope.level === 'class' ? schoolYearAround(today).endsOn : dayAfter(today, mostAhead)
  if (startsOn > lastStart) return { why: 'too-far' }
  return endsOn === null || endsOn > schoolYearAround(startsOn).endsOn ? { why: 'needs-end' } : null
}

/**
 * A class or family fills in what the council agreed to, and agrees nothing in its place: of a kind that needs consent an
 * agreement holds above theirs.
 */
const hindranceAbove = async (
  tx: Tx<AgreementView>,
  { school, kind, scope, terms }: Agreement,
  startsOn: string,
): Promise<Hindrance | null> => {
  const stages = await stagesOf(tx, school, { level: 'school', of: null })
  if (!needsConsent(kind, stages)) return null
  const wide = (await findBegun(tx, school)).filter((one) => !isMeeting(one.scope))
  const here = await situationsOf(tx, school, scope, stages)
  const above = here.map((situation) => resolve(wide, kind, situation, startsOn))
  if (above.includes(null)) return { why: 'nothing-above' }
  const { leaves } = shapeOf(kind)
  return leaves === undefined || above.every((one) => one !== null && leaves(one.terms, terms))
    ? null
    : { why: 'leaves-not' }
}

const needsConsent = (kind: Kind, stages: readonly string[]): boolean =>
  neededRights(kind, 'school', stages).some(({ asks }) => asks === 'consent')

/** Those of the same kind that hold on one of these days for anybody it is for, the first to begin first. */
export const findCrossing = async (
  tx: Tx<AgreementView>,
  kept: Agreement,
  period: Period,
  but: string | null,
): Promise<(Agreement & { startsOn: string })[]> => {
  const found: (Agreement & { startsOn: string })[] = []
  for (const other of await findBegun(tx, kept.school)) {
    if (other.kind !== kept.kind || other.id === but || other.id === kept.id || !overlap(other, period)) continue
    if (await meets(tx, kept.school, kept.scope, other.scope)) found.push(other)
  }
  return found.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
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
