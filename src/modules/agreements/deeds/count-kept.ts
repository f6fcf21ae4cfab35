import type { Tx } from '#platform/db/types.ts'
import { asKnown } from '../agreement.ts'
import { findBegun } from '../queries.ts'
import { resolve } from '../resolve.ts'
import { schoolWide } from '../scope.ts'
import { findSeen } from '../seen-queries.ts'
import { tally, tellsOfNone, type Tally } from '../tally.ts'
import type { AgreementView } from '../visible-to.ts'

/**
 * Counts of one school how often its line was kept in a month, from the ledger: per teacher, and over all teachers together when
 * they are enough. Done again it gives the same rows: what is done after the month changes nothing in it. An agreement counts, and so
 * does that to measure, as long as it held and that was written down here.
 * The transaction is that of the task `kept` of the school.
 * @param month the first day of the month, 'YYYY-MM-DD'
 */
export const countKept = async (tx: Tx<AgreementView>, school: string, month: string): Promise<void> => {
  await tx.deleteFrom('agreement_kept').where('school_id', '=', school).where('month', '=', month).execute()
  const begun = (await findBegun(tx, school)).map(asKnown)
  if (!begun.some(({ kind }) => kind === 'measuring')) return
  const fewestOn = (day: string): number => {
    const teachers = resolve(begun, 'measuring', schoolWide(school), day)?.terms['teachers']
    return typeof teachers === 'number' ? Math.max(3, teachers) : 0
  }
  const rows = tally(begun, await findSeen(tx, school, month), fewestOn).flatMap(rowsOf)
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('agreement_kept')
      .values(rows.slice(at, at + 1000).map((row) => ({ school_id: school, month, ...row })))
      .execute()
}

/** The own figure of each teacher; and the sum, when it tells of none of them apart. */
const rowsOf = ({ agreement, byPerson, fewest }: Tally) => {
  const own = [...byPerson].map(([person_id, { kept, total }]) => ({
    agreement_id: agreement,
    person_id,
    kept,
    total,
    people: 1,
  }))
  if (!tellsOfNone(own, fewest)) return own
  const sum = { kept: 0, total: 0 }
  for (const { kept, total } of own) {
    sum.kept += kept
    sum.total += total
  }
  return [...own, { agreement_id: agreement, person_id: null, ...sum, people: own.length }]
}
