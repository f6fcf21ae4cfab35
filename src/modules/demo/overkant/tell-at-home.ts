import { sql } from 'kysely'
import { tell } from '#modules/results/index.ts'
import { asPupil } from '../as-owner.ts'
import { openAccount } from '../open-accounts.ts'
import { peopleOf, type Db, type Step } from '../steps.ts'
import { asker } from './give-results.ts'
import { castKey } from './people.ts'

/** Somebody of 3c for whom no button stands on the sign-in page. */
const emir = { login: 'emir@overkant.example', known: { as: 'pupil', key: asker.key } } as const

/** Merel told one grade at home; Emir wants to talk about one with the mentor first. Each chooses in a session of the own. */
export const tellAtHome: Step = async (db, loading) => {
  const people = await peopleOf(db, loading)
  await openAccount(db, { ...loading, people }, emir)
  const { school } = loading
  const [merel, other] = [people.pupils.get(castKey('Merel')), people.pupils.get(asker.key)]
  if (merel !== undefined) await choose(db, { school, person: merel }, { title: 'Het interbellum', choice: 'told' })
  if (other !== undefined) await choose(db, { school, person: other }, { title: asker.title, choice: 'mentor' })
}

type Choice = { title: string; choice: 'told' | 'mentor' }

/** Once: what was chosen before stays. */
const choose = (db: Db, owner: { school: string; person: string }, { title, choice }: Choice): Promise<void> =>
  asPupil(db, owner, async (tx, pupil) => {
    const { rows } = await sql<{ id: string }>`
      select r.id from result r join assessment a on a.school_id = r.school_id and a.id = r.assessment_id
      where r.pupil_id = ${owner.person}::uuid and a.title = ${title}
        and not exists (select from result_telling t where t.school_id = r.school_id and t.result_id = r.id)`.execute(
      tx,
    )
    const [one] = rows
    if (one !== undefined) await tell(tx, pupil, one.id, choice)
  })
