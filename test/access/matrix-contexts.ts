import type pg from 'pg'
import { codeHash, idOf, loginOf, people, tokenHash, type PersonName, type SchoolNumber } from './cast-names.ts'
import { birthDate, letterHash } from './letters-of-cast.ts'

/** How an actor of docs/access.md comes in: always as the program does it, never by setting what the policies read. */
export type Entrance = {
  school: SchoolNumber
  enter: (db: pg.Client) => Promise<unknown>
  person: PersonName | null
  hat: string | null
  account: string | null
}

const signedIn = (person: PersonName, school: SchoolNumber = 1, hat = ''): Entrance => ({
  school,
  person,
  hat: hat === '' ? hatOf(person) : hat,
  account: idOf(school, `account ${person}`),
  enter: (db) => db.query('select app.enter($1)', [tokenHash(school, person, hat)]),
})

const hatOf = (person: PersonName): string | null =>
  person === 'child' || person === 'classmate' || person === 'adult'
    ? 'pupil'
    : person.endsWith('guardian')
      ? person === 'former-guardian'
        ? null
        : 'guardian'
      : person === 'left-staff'
        ? null
        : 'staff'

const asHouse = (sql: string, values: unknown[], hat: string | null): Entrance => ({
  school: 1,
  person: null,
  account: null,
  hat,
  enter: (db) => db.query(sql, values),
})

const ownSchool = idOf(1, 'school')
const task = (name: string): Entrance => asHouse('select app.act_as_task($1)', [name], 'task')

export const nobody = asHouse('select 1', [], null)

export const entrances: Readonly<Record<string, Entrance>> = {
  nobody,
  'passer-by': asHouse('select app.show_school($1)', ['school-1'], null),
  door: {
    ...asHouse(`select set_config('app.signing_in', $1, true)`, [loginOf(1, 'guardian')], null),
    account: idOf(1, 'account guardian'),
  },
  'link-holder': {
    ...asHouse('select app.enter_by_code($1)', [codeHash(1, 'invited')], null),
    account: idOf(1, 'account invited'),
  },
  'letter-holder': asHouse('select app.answer_letter($1, $2, null)', [letterHash(1, 'open'), '2000-01-01'], null),
  'letter-opener': {
    ...asHouse('select app.answer_letter($1, $2, null)', [letterHash(1, 'open'), birthDate], null),
    account: idOf(1, 'account lettered'),
  },
  'letter-joiner': {
    ...asHouse('select 1', [], null),
    account: idOf(1, 'account left-staff'),
    enter: async (db) => {
      const [letter, account, session] = [
        letterHash(1, 'open'),
        idOf(1, 'account left-staff'),
        tokenHash(1, 'left-staff', ''),
      ]
      await db.query('select app.answer_letter($1, $2, null)', [letter, birthDate])
      await db.query('delete from app.account_person where person_id = $1', [idOf(1, 'lettered')])
      await db.query('select app.enter($1)', [session])
      await db.query(`select set_config('app.presented', $1, true)`, [letter.toString('hex')])
      await db.query(
        `insert into app.letter_use (school_id, letter_id, account_id, session_id, pupil_id, person_id)
          values ($1, $2, $3, app.session_in_use(), $4, $5)`,
        [ownSchool, idOf(1, 'letter open'), account, idOf(1, 'child'), idOf(1, 'lettered')],
      )
    },
  },
  ...Object.fromEntries(people.filter((name) => name !== 'two-hats').map((name) => [name, signedIn(name)])),
  'parent-hat': signedIn('two-hats', 1, 'guardian'),
  'staff-hat': signedIn('two-hats', 1, 'staff'),
  // Belongs to school 2, and tries the rows of school 1.
  'other-office': { ...signedIn('office', 2), school: 1 },
  installer: asHouse('select app.act_as_operator(null)', [], 'operator'),
  operator: asHouse('select app.act_as_operator($1)', [ownSchool], 'operator'),
  counter: asHouse('select app.act_as_task($1, $2)', ['kept', ownSchool], 'task'),
  releaser: asHouse('select app.act_as_task($1, $2)', ['release', ownSchool], 'task'),
  'task-ledger': task('ledger'),
  'task-purge': task('purge'),
  'task-erasure': task('erasure'),
}
