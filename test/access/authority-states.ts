import type pg from 'pg'
import { idOf } from './cast-names.ts'

/** A guardian of the child under one state of authority, with the child at one age. */
export const states = ['full', 'on_request', 'blocked'] as const
export type State = (typeof states)[number]
export const ages = ['unknown', 'under 16', '16 or 17', 'of age', 'of age, let in'] as const
export type Age = (typeof ages)[number]

const years: Readonly<Record<Age, number | null>> = {
  unknown: null,
  'under 16': 9,
  '16 or 17': 16,
  'of age': 18,
  'of age, let in': 18,
}

const id = (name: string): string => idOf(1, name)

/** Makes the two guardians of the child what they are to be, and the child as old, past the policies. */
export const arrange = async (
  owner: pg.Client,
  { age, guardians }: { age: Age; guardians: Readonly<Record<'guardian' | 'co-guardian', State>> },
): Promise<void> => {
  await owner.query(
    `update app.person set birth_date = (app.today() - make_interval(years => $1))::date where id = $2`,
    [years[age], id('child')],
  )
  for (const [name, state] of Object.entries(guardians)) {
    const relation = [id('school'), id(`guards ${name}`), id(name), id('child')]
    await owner.query('delete from app.guardianship_authority where school_id = $1 and guardian_id = $2', [
      id('school'),
      id(name),
    ])
    await owner.query('delete from app.adult_opening where school_id = $1 and guardian_id = $2', [
      id('school'),
      id(name),
    ])
    if (state !== 'full') {
      await owner.query(
        `insert into app.guardianship_authority (school_id, guardianship_id, guardian_id, pupil_id, state, document_id,
          started_on, review_on) values ($1, $2, $3, $4, $5, $6, app.today() - 1, app.today() + 30)`,
        [...relation, state, id('document')],
      )
    }
    if (age === 'of age, let in') {
      await owner.query(
        `insert into app.adult_opening (school_id, guardianship_id, guardian_id, pupil_id) values ($1, $2, $3, $4)`,
        relation,
      )
    }
  }
}

/** Whether this guardian sees the child: the rule in one line, written apart from code and policies. */
const sees = (state: State, age: Age): boolean => state === 'full' && age !== 'of age'

/** Whose row of the reviewed table holds for a guardian in this state, who guards nobody else. */
export const like = (state: State, age: Age): 'guardian' | 'asked-guardian' | 'former-guardian' => {
  if (state === 'blocked') return 'former-guardian'
  return sees(state, age) ? 'guardian' : 'asked-guardian'
}
