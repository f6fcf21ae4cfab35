import { sql } from 'kysely'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isRefused } from '../agreement.ts'
import { seatsOf, sectionOf, seesPolls, type Seat } from '../access.ts'
import { fewestAnswers, pollAnswers, type PollAnswer } from '../standing.ts'
import type { AgreementView } from '../visible-to.ts'
import { lockAgreement } from './lay-agreement.ts'

export type NewPoll = { school: string; id: string; question: string; closesOn: string }

/**
 * Asks the people of one's own section one question about what lies before the council.
 * @throws Forbidden for who has no seat there, Conflict when the section asked already, or the decision fell
 */
export const askPoll = async (
  tx: Tx<AgreementView>,
  actor: Actor,
  { school, id, question, closesOn }: NewPoll,
): Promise<string> => {
  const kept = await lockAgreement(tx, school, id)
  const seat = seatsOf(actor).find((one) => one.school === school)
  if (seat === undefined) throw new Forbidden('a seat asks')
  if (
    kept.startsOn !== null ||
    kept.withdrawn !== null ||
    isRefused(kept) ||
    kept.layings.length === 0 ||
    (await isAsked(tx, { school, id, body: seat.body }))
  )
    throw new Conflict('asked')
  const poll = await tx
    .insertInto('agreement_poll')
    .values({
      school_id: school,
      agreement_id: id,
      body: seat.body,
      question,
      closes_on: closesOn,
      asked_by: personAt(actor, school),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('agreement_poll_count')
    .values(pollAnswers.map((answer) => ({ school_id: school, poll_id: poll.id, answer })))
    .execute()
  await record(tx, {
    school,
    event: 'agreements.poll.asked',
    about: [id, poll.id],
    payload: { body: seat.body, question, closesOn },
    doer: actor,
  })
  return poll.id
}

const isAsked = async (
  tx: Tx<AgreementView>,
  { school, id, body }: { school: string; id: string; body: Seat['body'] },
): Promise<boolean> =>
  (await tx
    .selectFrom('agreement_poll')
    .select('id')
    .where('school_id', '=', school)
    .where('agreement_id', '=', id)
    .where('body', '=', body)
    .executeTakeFirst()) !== undefined

/**
 * Answers a question, once. The answer is added to a count: nothing says whose it was. All three counts are written, so that
 * not even the row that was touched last tells it; and the ledger has no row.
 * @throws NotFound for who is not asked, Forbidden for who may read the question all the same; Conflict when one answered or it is closed
 */
export const answerPoll = async (
  tx: Tx<AgreementView>,
  actor: Actor,
  { id, answer }: { id: string; answer: PollAnswer },
): Promise<void> => {
  const poll = await tx
    .selectFrom('agreement_poll')
    .select(['school_id as school', 'body'])
    .select(
      sql<boolean>`closes_on < app.today() or exists (select from agreement_withdrawal d
        where d.school_id = agreement_poll.school_id and d.agreement_id = agreement_poll.agreement_id)`.as('isClosed'),
    )
    .where('id', '=', id)
    .where(sql<boolean>`school_id = any (${actor.at.map(({ school }) => school)}::uuid[])`)
    .executeTakeFirstOrThrow(() => new NotFound('poll'))
  const person = personAt(actor, poll.school)
  if (poll.body !== sectionOf(actor.hat) || person === null)
    throw seesPolls(actor, poll.school) ? new Forbidden('others are asked') : new NotFound('poll')
  if (poll.isClosed) throw new Conflict('closed')
  const added = await tx
    .insertInto('agreement_poll_voter')
    .values({ school_id: poll.school, poll_id: id, person_id: person })
    .onConflict((on) => on.doNothing())
    .returning('person_id')
    .execute()
  if (added.length === 0) throw new Conflict('answered')
  await sql`select set_config('app.voting', ${id}, true)`.execute(tx)
  await tx
    .updateTable('agreement_poll_count')
    .set({ number: sql<number>`number + (answer = ${answer}::text)::int` })
    .where('school_id', '=', poll.school)
    .where('poll_id', '=', id)
    .execute()
  // From the tenth on the numbers may be told, once it is closed.
  await tx
    .updateTable('agreement_poll_count')
    .set({ enough: true })
    .where('school_id', '=', poll.school)
    .where('poll_id', '=', id)
    .where(sql<boolean>`app.answers_to(school_id, poll_id) >= ${fewestAnswers}`)
    .execute()
  await sql`select set_config('app.voting', '', true)`.execute(tx)
}
