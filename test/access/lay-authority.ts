import type { Laying } from './cast-names.ts'

const long = '2020-08-01'

/** What limits a guardian, where the child lives, and whom the pupil of age lets in. */
export const layAuthority = async ({ s, id, put, days }: Laying): Promise<void> => {
  await put('authority_document', {
    school_id: s,
    id: id('document'),
    kind: 'court_order',
    dated_on: long,
    forbids: true,
  })
  const { rows } = await days()
  for (const [name, state] of [
    ['asked-guardian', 'on_request'],
    ['blocked-guardian', 'blocked'],
  ] as const) {
    await put('guardianship_authority', {
      school_id: s,
      id: id(`limit ${name}`),
      guardianship_id: id(`guards ${name}`),
      guardian_id: id(name),
      pupil_id: id('child'),
      state,
      document_id: state === 'blocked' ? id('document') : null,
      started_on: rows[0]?.['on_from'],
      review_on: state === 'blocked' ? rows[0]?.['on_until'] : null,
    })
  }
  await put('guardianship_home', { school_id: s, guardianship_id: id('guards guardian'), lives: 'here' })
  await put('adult_opening', {
    school_id: s,
    id: id('opening'),
    guardianship_id: id('guards opened-guardian'),
    guardian_id: id('opened-guardian'),
    pupil_id: id('adult'),
    opened_at: long,
  })
}

/** Who sits on the board, and is known for nothing else. */
export const layBoard = ({ s, id, put }: Laying): Promise<unknown> =>
  put('person_role', {
    school_id: s,
    id: id('board'),
    person_id: id('spare'),
    role: 'board_member',
    started_on: long,
  })
