import type { Laying } from './cast-names.ts'

/**
 * What the guardian does not want to see, and a request of the guardian that both granted and that was taken back. And of who was
 * a guardian, what the night clears: a choice, and requests to which both said yes, the child said no, and nobody said anything.
 */
export const laySight = async ({ s, id, put, days }: Laying): Promise<void> => {
  const by = (name: string) => ({
    school_id: s,
    pupil_id: id('child'),
    guardian_id: id(name),
    guardianship_id: id(`guards ${name}`),
  })
  for (const name of ['guardian', 'former-guardian'])
    await put('sight_choice', { ...by(name), category: 'homework', choice: 'none' })
  for (const [name, asker] of [
    ['sight request', 'guardian'],
    ['agreed request', 'former-guardian'],
    ['declined request', 'former-guardian'],
    ['bare request', 'former-guardian'],
  ] as const)
    await put('sight_request', {
      ...by(asker),
      id: id(name),
      sender: 'Kanarie',
      relation: 'mother',
      weeks: 6,
      reason: 'Om te helpen bij het leren',
    })
  for (const [request, side, says, person] of [
    ['sight request', 'pupil', 'yes', 'child'],
    ['sight request', 'mentor', 'yes', 'teacher'],
    ['agreed request', 'pupil', 'yes', 'child'],
    ['agreed request', 'mentor', 'yes', 'teacher'],
    ['declined request', 'pupil', 'no', 'child'],
  ] as const)
    await put('sight_answer', {
      school_id: s,
      request_id: id(request),
      pupil_id: id('child'),
      side,
      says,
      person_id: id(person),
    })
  const of = { school_id: s, request_id: id('sight request'), guardian_id: id('guardian'), pupil_id: id('child') }
  // Over for some days: what the pupil sees since then is not open to the guardian.
  const { rows } = await days()
  await put('sight_grant', { ...of, granted_at: rows[0]?.['on_from'] })
  await put('sight_end', { ...of, why: 'withdrawn', ended_at: rows[0]?.['on_from'] })
}
