import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { record } from '#platform/ledger/record.ts'
import { mailQueue } from './jobs.ts'
import { hasLetter } from './letter.ts'
import { findRelations, type LettersView } from './queries.ts'

/** Orders a letter by mail for each guardian who needs one and has an address. @returns how many */
export const mailLetters = async (tx: Tx<LettersView>, actor: Actor, school: string): Promise<number> => {
  const lines = await findRelations(tx, actor, school)
  const to = lines.filter((line) => !hasLetter(line) && line.hasMail && line.guardianship !== null)
  if (to.length === 0) return 0
  await sql`insert into letter_mail (school_id, pupil_id, person_id)
    select ${school}, n.pupil, n.person
    from unnest(${to.map(({ pupil }) => pupil)}::uuid[], ${to.map(({ person }) => person)}::uuid[]) as n (pupil, person)
    on conflict do nothing`.execute(tx)
  await record(tx, {
    school,
    event: 'letters.mail.ordered',
    about: [...new Set(to.map(({ pupil }) => pupil))],
    payload: { count: to.length },
    doer: actor,
  })
  await enqueue(tx, mailQueue, { school }, { key: school })
  return to.length
}
