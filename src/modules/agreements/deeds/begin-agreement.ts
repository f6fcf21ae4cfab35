import { sql } from 'kysely'
import { dayAfter } from '#modules/school/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import type { FindHinders } from '#platform/http/hinders.ts'
import { record } from '#platform/ledger/record.ts'
import { isMeeting } from '../scope.ts'
import type { AgreementView } from '../visible-to.ts'
import { demandDrafter } from './demand-drafter.ts'
import { begunBefore, countMeeting, hindranceOf, type Hindrance } from './hindrance.ts'
import { lockAgreement, lockKind } from './lay-agreement.ts'

export type Beginning = { school: string; id: string; startsOn: string; endsOn: string | null }

/**
 * Puts an agreement in force from a day on. The one it follows ends the day before.
 * @param hinders what other modules hold against it
 * @returns null when it is done, or why not; then nothing is changed
 * @throws NotFound for who may not draft it, Conflict when it began before, was taken back, or its days are in the wrong order
 */
export const beginAgreement = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, startsOn, endsOn }: Beginning,
  hinders: readonly FindHinders[],
): Promise<Hindrance | null> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  await lockKind(tx, kept)
  if (kept.startsOn !== null || kept.withdrawn !== null || (endsOn !== null && endsOn < startsOn))
    throw new Conflict('began')
  const meeting = isMeeting(kept.scope) ? await countMeeting(tx, kept) : null
  const hindrance = await hindranceOf(tx, kept, meeting, { startsOn, endsOn }, hinders)
  if (hindrance !== null) return hindrance
  const isOfPupil = kept.scope.level === 'pupil'
  await tx
    .insertInto('agreement_start')
    .values({
      school_id: school,
      agreement_id: id,
      pupil_id: isOfPupil ? kept.scope.of : null,
      starts_on: startsOn,
      agreed: sql`app.laid_of(${school}::uuid, ${id}::uuid)`,
      // Of two parents each would know what the other said.
      said_yes: isOfPupil ? null : (meeting?.said ?? null),
      asked: isOfPupil ? null : (meeting?.asked ?? null),
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
    payload: {
      kind: kept.kind,
      level: kept.scope.level,
      startsOn,
      endsOn,
      saidYes: isOfPupil ? null : (meeting?.said ?? null),
    },
    doer,
  })
  return null
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
