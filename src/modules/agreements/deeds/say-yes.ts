import { sql } from 'kysely'
import { spokenName } from '#modules/people/index.ts'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Agreement } from '../agreement.ts'
import { loadAgreement } from '../queries.ts'
import type { AgreementView } from '../visible-to.ts'

type Said = { school: string; id: string }

/** Says yes to what was offered to one's class, child or oneself; twice is once. @throws NotFound; Forbidden for staff; Conflict when it began */
export const sayYes = async (tx: Tx<AgreementView>, actor: Actor, said: Said): Promise<void> => {
  const kept = await offered(tx, said)
  const own = personAt(actor, said.school)
  if (own === null || actor.hat === 'staff') throw new Forbidden('the family says yes')
  await noteYes(tx, actor, kept, [own], { how: 'tap', by: own })
}

/**
 * The mentor writes down who said yes without a phone: pupils of the class, or the pupil and the guardians of a talk.
 * @throws NotFound for somebody it does not concern, Forbidden for oneself, Conflict when it began
 */
export const sayYesFor = async (
  tx: Tx<AgreementView>,
  actor: Actor,
  { people, ...said }: Said & { people: readonly string[] },
): Promise<void> => {
  const kept = await offered(tx, said)
  const own = personAt(actor, said.school)
  if (own === null || people.length === 0) throw new NotFound('agreement')
  if (people.includes(own)) throw new Forbidden('the family says yes')
  const concerned = new Set((await findConcerned(tx, kept)).map(({ id }) => id))
  if (!people.every((id) => concerned.has(id))) throw new NotFound('person')
  await noteYes(tx, actor, kept, people, { how: 'mentor', by: own })
}

export type Concerned = {
  id: string
  name: string
  hat: 'pupil' | 'guardian'
  how: 'tap' | 'mentor' | null
  /** Who wrote down a yes that was not said with an own tap. */
  notedBy: string | null
}

/** Whom a class or talk agreement concerns, by name: the pupils of the class; the pupil and its guardians. Who said yes, how. */
export const findConcerned = async (
  tx: Tx<AgreementView>,
  { school, id, scope }: Agreement,
): Promise<readonly Concerned[]> => {
  const { rows } = await sql<Concerned>`
    select distinct on (w.hat, p.first_name, p.last_name, p.id) p.id,
      ${spokenName('p')} as name, w.hat, y.how, case when y.how = 'mentor' then ${spokenName('b')} end as "notedBy"
    from app.meeting_people(${school}::uuid, ${id}::uuid) w
    join person p on p.school_id = ${school}::uuid and p.id = w.person
    left join agreement_yes y on y.school_id = p.school_id and y.agreement_id = ${id}::uuid and y.person_id = p.id
    left join person b on b.school_id = y.school_id and b.id = y.said_by
    where w.hat = 'pupil' or ${scope.level}::text = 'pupil'
    order by w.hat desc, p.first_name, p.last_name, p.id`.execute(tx)
  return rows
}

const offered = async (tx: Tx<AgreementView>, { school, id }: Said): Promise<Agreement> => {
  const kept = await loadAgreement(tx, school, id)
  if (kept.offeredOn === null) throw new NotFound('offer')
  if (kept.startsOn !== null || kept.withdrawn !== null) throw new Conflict('over')
  return kept
}

const noteYes = async (
  tx: Tx<AgreementView>,
  actor: Actor,
  { school, id }: Agreement,
  people: readonly string[],
  { how, by }: { how: 'tap' | 'mentor'; by: string },
): Promise<void> => {
  const added = await tx
    .insertInto('agreement_yes')
    .values(people.map((person) => ({ school_id: school, agreement_id: id, person_id: person, how, said_by: by })))
    .onConflict((on) => on.doNothing())
    .returning('person_id')
    .execute()
  if (added.length === 0) return
  const about = [id, ...added.map(({ person_id }) => person_id)]
  await record(tx, { school, event: 'agreements.agreement.agreed', about, payload: { how }, doer: actor })
}
