import { sql } from 'kysely'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Content } from '../agreement.ts'
import { loadAgreement } from '../queries.ts'
import { columnsOfScope, isSameScope } from '../scope.ts'
import type { AgreementView } from '../visible-to.ts'
import { demandDrafter, demandOpenDraft, demandSound } from './demand-drafter.ts'
import { lockAgreement } from './lay-agreement.ts'

export type Draft = Content & {
  /** The version it is to take the place of: of the same kind, for the same. */
  follows: string | null
}

/** Writes a draft. @returns its id. @throws NotFound for a class, stage or pupil the school has not; Conflict for what no form sends */
export const writeDraft = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, ...draft }: Draft & { school: string },
): Promise<string> => {
  demandDrafter(doer, school, draft)
  const values = await columnsOf(tx, school, draft)
  const { id } = await tx
    .insertInto('agreement')
    .values({ school_id: school, ...values, written_by: personAt(doer, school) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, { school, event: 'agreements.draft.written', about: [id], payload: payloadOf(draft), doer })
  return id
}

/** Writes a draft anew, as long as nobody was asked about it. @throws NotFound, Conflict */
export const changeDraft = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, ...draft }: Draft & { school: string; id: string },
): Promise<void> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  demandDrafter(doer, school, draft)
  demandOpenDraft(kept)
  const values = await columnsOf(tx, school, draft)
  await tx
    .updateTable('agreement')
    .set({ ...values, written_at: sql<Date>`app.now()` })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  await record(tx, { school, event: 'agreements.draft.changed', about: [id], payload: payloadOf(draft), doer })
}

/** Throws a draft away that nobody was asked about. @throws NotFound, Conflict */
export const dropDraft = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id }: { school: string; id: string },
): Promise<void> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  demandOpenDraft(kept)
  await tx.deleteFrom('agreement').where('school_id', '=', school).where('id', '=', id).execute()
  await record(tx, { school, event: 'agreements.draft.dropped', about: [id], payload: payloadOf(kept), doer })
}

const columnsOf = async (tx: Tx<AgreementView>, school: string, draft: Draft) => {
  const terms = demandSound(draft)
  const { kind, scope, lines, follows } = draft
  if (follows !== null) {
    const before = await loadAgreement(tx, school, follows)
    if (before.kind !== kind || !isSameScope(before.scope, scope)) throw new Conflict('agreement follows another')
  }
  return {
    kind,
    ...columnsOfScope(scope),
    class_name: await demandScope(tx, school, scope),
    terms: JSON.stringify(terms),
    school_line: lines.school,
    parents_line: lines.parents,
    pupils_line: lines.pupils,
    follows,
  }
}

/** The name of the class, where it is of one. @throws NotFound for a class, a stage or a pupil the doer does not find */
const demandScope = async (
  tx: Tx<AgreementView>,
  school: string,
  { level, of }: Content['scope'],
): Promise<string | null> => {
  if (of === null || level === 'year' || level === 'subject') return null
  if (level === 'class') {
    const group = await tx
      .selectFrom('school_group')
      .select('name')
      .where('school_id', '=', school)
      .where('id', '=', of)
      .executeTakeFirstOrThrow(() => new NotFound('group'))
    return group.name
  }
  const { rows } = await (
    level === 'stage'
      ? sql`select from school_stage where school_id = ${school}::uuid and stage = ${of}::text`
      : sql`select from pupil where school_id = ${school}::uuid and person_id = ${of}::uuid`
  ).execute(tx)
  if (rows.length === 0) throw new NotFound(level)
  return null
}

/** What the ledger keeps of an agreement. Of one pupil the words stand in its row alone. */
export const payloadOf = ({ kind, scope, terms, lines }: Content) => ({
  kind,
  level: scope.level,
  ...(scope.level === 'pupil' ? {} : { of: scope.of, terms, lines: { ...lines } }),
})
