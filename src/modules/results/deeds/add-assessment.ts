import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { canWeigh, type Assessment } from '../assessment.ts'
import type { ResultView } from '../queries.ts'

/** What a teacher types of a test. */
export type AskedTest = Pick<
  Assessment,
  'subject' | 'title' | 'kind' | 'scale' | 'dossier' | 'weight' | 'period' | 'madeOn' | 'retakable'
>

export type NewTest = AskedTest & Pick<Assessment, 'school' | 'group' | 'stage' | 'retakeOf'>

/**
 * Adds a test of a group that the doer teaches. The operator lays it at a school that is made up, in the name of a teacher.
 * @param once a key of the form: what is sent twice is added once
 * @returns the id
 * @throws NotFound where the doer is nobody; Conflict for levels that would weigh
 */
export const addAssessment = async (
  tx: Tx<ResultView>,
  doer: Doer,
  { once, by, ...wish }: NewTest & { once?: string | undefined; by?: string | undefined },
): Promise<string> => {
  const setBy = 'at' in doer ? personAt(doer, wish.school) : (by ?? null)
  if (setBy === null) throw new NotFound('teacher')
  demandSound(wish)
  const added = await tx
    .insertInto('assessment')
    .values({
      school_id: wish.school,
      group_id: wish.group,
      stage: wish.stage,
      retake_of: wish.retakeOf,
      set_by: setBy,
      scale: wish.scale,
      dossier: wish.dossier,
      ...columnsOf(wish),
      ...(once === undefined ? {} : { once }),
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'set_by', 'once']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return findSent(tx, wish.school, setBy, once ?? '')
  await record(tx, {
    school: wish.school,
    event: 'results.test.added',
    about: [added.id, wish.group],
    payload: { ...payloadOf(wish), scale: wish.scale, dossier: wish.dossier, retakeOf: wish.retakeOf },
    doer,
  })
  return added.id
}

/** Levels compare children: they weigh nothing and are in no exam dossier. @throws Conflict */
const demandSound = ({ scale, weight, dossier, retakeOf, retakable }: NewTest): void => {
  if (canWeigh(scale)) return
  if (weight > 0 || dossier === 'exam' || retakeOf !== null || retakable) throw new Conflict('levels do not weigh')
}

const findSent = async (tx: Tx<ResultView>, school: string, by: string, once: string): Promise<string> =>
  (
    await tx
      .selectFrom('assessment')
      .where('school_id', '=', school)
      .where('set_by', '=', by)
      .where('once', '=', once)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id

/** What can be changed later, as the tables name it. */
export const columnsOf = ({ subject, title, kind, weight, period, madeOn, retakable }: AskedTest) => ({
  subject,
  title,
  kind,
  weight,
  period_id: period,
  made_on: madeOn,
  retakable,
})

export const payloadOf = ({ subject, title, kind, weight, period, madeOn, retakable }: AskedTest) => ({
  subject,
  title,
  kind,
  weight,
  period,
  madeOn,
  retakable,
})
