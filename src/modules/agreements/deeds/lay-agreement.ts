import { sql } from 'kysely'
import { demandOverseer } from '#modules/school/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import type { FindHinders, Hinders } from '#platform/http/hinders.ts'
import { record } from '#platform/ledger/record.ts'
import { neededRights } from '../needed-rights.ts'
import { loadAgreement } from '../queries.ts'
import { stagesOf } from '../stages-of.ts'
import type { Agreement } from '../agreement.ts'
import type { Body } from '../council-rights.data.ts'
import type { AgreementView } from '../visible-to.ts'
import { hinderedElsewhere } from './hindered-elsewhere.ts'

type Laid = { school: string; id: string }

/**
 * Lays a draft before everybody the law asks and who was not asked yet. From now on its words are fixed.
 * @param laidOn the day it was laid, today at the latest: what a school agreed before it came here is written down as it was
 * @param answerBy the last day of the term, or null. Days are 'YYYY-MM-DD'
 * @param hinders what other modules hold against it
 * @returns null when it is done, or why not; then nothing is changed
 * @throws NotFound for who does not oversee the school, Conflict when it began, was taken back, or the law asks nobody
 */
export const layAgreement = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, laidOn, answerBy }: Laid & { laidOn: string; answerBy: string | null },
  hinders: readonly FindHinders[],
): Promise<Hinders | null> => {
  demandOverseer(doer, school)
  const kept = await lockAgreement(tx, school, id)
  const asked = kept.layings.map(({ body }) => body)
  const rights = (await neededOf(tx, kept)).filter(({ body }) => !asked.includes(body))
  if (isOver(kept) || rights.length === 0) throw new Conflict('nobody to ask')
  const hindrance = await hinderedElsewhere(tx, kept, null, hinders)
  if (hindrance !== null) return hindrance
  await tx
    .insertInto('agreement_laying')
    .values(
      rights.map(({ body, asks }) => ({
        school_id: school,
        agreement_id: id,
        body,
        asks,
        laid_on: laidOn,
        answer_by: answerBy,
        laid_by: personAt(doer, school),
      })),
    )
    .execute()
  await record(tx, {
    school,
    event: 'agreements.agreement.laid',
    about: [id],
    payload: { before: rights.map(({ body, asks }) => `${body} ${asks}`), laidOn, answerBy },
    doer,
  })
  return null
}

/**
 * Records that the school holds that a body need not be asked, and why. Everybody reads it with the agreement.
 * @throws NotFound for who does not oversee the school, Conflict when that body was asked, or the law does not name it
 */
export const waiveRight = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, body, reason }: Laid & { body: Body; reason: string },
): Promise<void> => {
  demandOverseer(doer, school)
  const kept = await lockAgreement(tx, school, id)
  // To count what teachers do needs the yes of their section, whatever the school holds of the law.
  if (kept.kind === 'measuring') throw new Conflict('never waived')
  const isNamed = (await neededOf(tx, kept)).some((right) => right.body === body)
  if (isOver(kept) || !isNamed || kept.layings.some((laid) => laid.body === body))
    throw new Conflict('nothing to waive')
  await tx
    .insertInto('agreement_laying')
    .values({ school_id: school, agreement_id: id, body, asks: 'unneeded', reason, laid_by: personAt(doer, school) })
    .execute()
  await record(tx, {
    school,
    event: 'agreements.agreement.waived',
    about: [id],
    payload: { body, reason },
    doer,
  })
}

/** It began, or was taken back: nobody is asked any more. */
const isOver = ({ startsOn, withdrawn }: Agreement): boolean => startsOn !== null || withdrawn !== null

/** One at a time lays, waives and begins an agreement. */
export const lockAgreement = async (tx: Tx<AgreementView>, school: string, id: string): Promise<Agreement> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${school} ${id}`}, 0))`.execute(tx)
  return loadAgreement(tx, school, id)
}

/** One at a time begins and ends agreements of a kind: whether two would hold at once is asked of them all. */
export const lockKind = async (
  tx: Tx<AgreementView>,
  { school, kind }: Pick<Agreement, 'school' | 'kind'>,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreements ${school} ${kind}`}, 0))`.execute(tx)
}

/** Whom the law asks before this agreement may be in force. */
export const neededOf = async (tx: Tx<AgreementView>, { school, kind, scope }: Agreement) =>
  neededRights(kind, scope.level, await stagesOf(tx, school, scope))
