import { sql } from 'kysely'
import { personAt } from '#platform/access/actor.ts'
import type { Entered } from '#platform/db/context.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { keepsAgreements, seatsOf, sectionOf, seesPolls, sitsIn } from './access.ts'
import { isCurrent, isTold, stateOn, type Agreement } from './agreement.ts'
import { findConcerned } from './deeds/say-yes.ts'
import { neededOf } from './deeds/lay-agreement.ts'
import { agreementFor, findInForce } from './in-force-queries.ts'
import { shapeOf } from './kinds/kinds.ts'
import { findOwnSaid } from './noted-queries.ts'
import { isDrafted } from './queries.ts'
import { isMeeting, schoolWide } from './scope.ts'
import { findKept } from './shown-queries.ts'
import { fewestAnswers, type Poll, type ReaderStanding } from './standing.ts'
import { findTold, mayConfirm } from './told-queries.ts'
import type { AgreementView } from './visible-to.ts'

/** What the reader may do with this agreement, and what the page needs for it. */
export const findStanding = async (
  tx: Tx<AgreementView>,
  actor: Entered,
  agreement: Agreement,
): Promise<ReaderStanding> => {
  const { school, layings, startsOn } = agreement
  const keeps = keepsAgreements(actor, school)
  const drafts = await isDrafted(tx, actor, agreement.id)
  const state = stateOn(agreement, actor.today)
  const isNews = isCurrent(agreement, actor.today) && isTold(agreement)
  const ofMeeting = isMeeting(agreement.scope)
  const polls = await findPolls(tx, actor, agreement)
  const seat = seatsOf(actor).find((one) => one.school === school)
  return {
    keeps,
    readsMinutes: actor.hat === 'staff' || seat !== undefined,
    drafts,
    rights: drafts && startsOn === null && state !== 'withdrawn' ? await neededOf(tx, agreement) : [],
    answers: layings.filter(
      ({ asks, answer, body }) =>
        state !== 'withdrawn' && asks !== 'unneeded' && answer === null && (keeps || sitsIn(actor, school, body)),
    ),
    asksFor: seat !== undefined && state === 'laid' && !polls.some(({ body }) => body === seat.body) ? seat.body : null,
    polls,
    yes: state === 'offered' && actor.hat !== 'staff' ? await findOwnSaid(tx, actor, agreement, 'yes') : null,
    concerned:
      drafts && ofMeeting && state === 'offered'
        ? (await findConcerned(tx, agreement)).filter(({ id }) => id !== personAt(actor, school))
        : [],
    seen: isCurrent(agreement, actor.today) ? await findSeenBy(tx, actor, agreement, isNews) : null,
    told: isNews && (keeps || (drafts && ofMeeting)) ? await findTold(tx, agreement) : null,
    ownKept: actor.hat === 'staff' ? await findOwnKept(tx, actor, agreement) : [],
    kept: (await findKept(tx, school)).get(agreement.id) ?? null,
    isUncounted: state === 'in-force' && shapeOf(agreement.kind).measured && !(await isMeasuring(tx, actor, school)),
  }
}

/** What is written of the reader stands there always; only whom it concerns is asked, and who works there. */
const findSeenBy = async (
  tx: Tx<AgreementView>,
  actor: Entered,
  agreement: Agreement,
  isNews: boolean,
): Promise<ReaderStanding['seen']> => {
  const own = await findOwnSaid(tx, actor, agreement, 'seen')
  if (own !== 'asked') return own
  return isNews && (await mayConfirm(tx, actor, agreement)) ? 'asked' : null
}

/** Whether it is agreed at this school to count what is kept. */
export const isMeasuring = async (db: Db<AgreementView>, actor: Entered, school: string): Promise<boolean> => {
  return (
    agreementFor(await findInForce(db, { school }, ['measuring']), 'measuring', schoolWide(school), actor.today) !==
    null
  )
}

type PollRow = Omit<Poll, 'isAsked' | 'counts' | 'isFew'> & {
  answered: boolean
  yes: number | null
  no: number | null
  unsure: number | null
}

/** The questions about an agreement, as the reader may know of them: counts when they are closed, to the council and the school. */
const findPolls = async (
  db: Db<AgreementView>,
  actor: Entered,
  { school, id, withdrawn }: Agreement,
): Promise<Poll[]> => {
  const reads = seesPolls(actor, school)
  const { rows } = await sql<PollRow>`
    select q.id, q.body, q.question, q.closes_on as "closesOn", q.closes_on >= app.today() as "isOpen",
      exists (select from agreement_poll_voter v where v.school_id = q.school_id and v.poll_id = q.id
        and v.person_id = ${personAt(actor, school)}::uuid) as answered,
      c.yes, c.no, c.unsure
    from agreement_poll q left join lateral (
      select sum(number) filter (where answer = 'yes')::int as yes, sum(number) filter (where answer = 'no')::int as no,
        sum(number) filter (where answer = 'unsure')::int as unsure
      from agreement_poll_count c where c.school_id = q.school_id and c.poll_id = q.id) c on true
    where q.school_id = ${school}::uuid and q.agreement_id = ${id}::uuid
      and (${reads}::boolean or (q.body = ${sectionOf(actor.hat)}::text and q.closes_on >= app.today()))
    order by q.body`.execute(db)
  return rows.map(({ answered, yes, no, unsure, ...poll }) => {
    const isOpen = poll.isOpen && withdrawn === null
    // Of few the database shows no number at all.
    const shown = yes === null || no === null || unsure === null ? null : { yes, no, unsure }
    const isTold = !isOpen && reads
    const isFew = isTold && (shown === null || shown.yes + shown.no + shown.unsure < fewestAnswers)
    return {
      ...poll,
      isOpen,
      isAsked: isOpen && poll.body === sectionOf(actor.hat) && !answered,
      counts: isTold && !isFew ? shown : null,
      isFew,
    }
  })
}

const findOwnKept = (db: Db<AgreementView>, actor: Entered, { school, id }: Agreement) =>
  db
    .selectFrom('agreement_kept')
    .select(['month', 'kept', 'total'])
    .where('school_id', '=', school)
    .where('agreement_id', '=', id)
    .where('person_id', '=', personAt(actor, school))
    .orderBy('month', 'desc')
    .limit(12)
    .execute()
