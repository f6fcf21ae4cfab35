import { readFileSync } from 'node:fs'
import { hashPassword } from '#modules/accounts/password.ts'
import { makeLog } from '#platform/log.ts'
import { people, tokenOf, type PersonName, type SchoolNumber } from '#test/access/cast-names.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { letterCodeOf } from '#test/access/letters-of-cast.ts'
import { parseAccess } from '#test/access/parse-access.ts'
import { appFor, freshDatabase, type TestDatabase } from '#test/rig.ts'
import { readResults } from './read-results.ts'
import { readRosters } from './read-rosters.ts'
import type { App } from './reader.ts'

export const accessTable = parseAccess(readFileSync('docs/access.md', 'utf8'))

/** The password of everybody in the cast who has a login name. */
export const password = 'vier groene fietsen'
/** A Monday of the school year of the cast. */
export const monday = '2026-11-23T09:00:00+01:00'

/** An actor of docs/access.md who can hold a browser. */
export type HttpActor = {
  name: string
  /** Where this one stands. */
  school: SchoolNumber
  person: PersonName | null
  hat: string
  token: string | null
}

const signedIn = (name: string, school: SchoolNumber, person: PersonName, hat = ''): HttpActor => ({
  name,
  school,
  person,
  hat,
  token: tokenOf(school, person, hat),
})

export const anonymous: HttpActor = { name: 'nobody', school: 1, person: null, hat: '', token: null }

export const httpActors: readonly HttpActor[] = [
  anonymous,
  ...people.filter((name) => name !== 'two-hats').map((name) => signedIn(name, 1, name)),
  signedIn('parent-hat', 1, 'two-hats', 'guardian'),
  signedIn('staff-hat', 1, 'two-hats', 'staff'),
  signedIn('other-office', 2, 'office'),
]

export const actorNamed = (name: string): HttpActor => {
  const actor = httpActors.find((one) => one.name === name)
  if (actor === undefined) throw new Error(`${name} holds no browser`)
  return actor
}

/** What every name of the cast begins with, so that it is known wherever it turns up. */
export const canary = 'Kanarie'

export type HttpHouse = {
  db: TestDatabase
  app: App
  /** Every line the program logged, from debug on. */
  lines: string[]
  /** The program in front of the same database, with other settings. */
  appWith(changes: Parameters<typeof appFor>[1]): App
}

/** What may stand neither in the log nor in a row of the ledger: names, what opens a door, and what somebody typed. */
const secrets = [
  canary,
  'Van School',
  'Nieuwkomer',
  'Zq[0-9a-f]{12}q',
  'voorbeeld',
  'kwaad',
  'alert\\(',
  'fietsen',
  'trommels',
  '_____',
  'code [12]',
  'zoek=',
  'argon2',
  letterCodeOf(1, 'open'),
  'AAAA BBBB',
]

/** Whatever came out of this house that should have stayed in, line by line. */
export const leaksOf = async ({ db, lines }: HttpHouse): Promise<string[]> => {
  const { rows } = await db.owner.query<{ row: string }>(
    `select e::text as row from app.ledger_entry e union all select j::text from pgboss.job j`,
  )
  const secret = new RegExp(secrets.join('|'), 'i')
  return [...lines, ...rows.map(({ row }) => row)].filter((line) => secret.test(line))
}

/** Looks whether anything leaked during the test, and gives the database up. */
export const closeHouse = async (house: HttpHouse): Promise<void> => {
  const leaks = await leaksOf(house)
  const { length } = house.lines
  await house.db.drop()
  if (length === 0) throw new Error('nothing was logged, so nothing was looked at')
  if (leaks.length > 0) throw new Error(`the log or the ledger tells: ${leaks.slice(0, 5).join('')}`)
}

/** Two schools with the cast of docs/access.md behind the front door, on a Monday in November. Drop the database at the end. */
export const httpHouse = async (): Promise<HttpHouse> => {
  const db = await freshDatabase()
  await db.setNow(monday)
  await makeMatrixCast(db.owner)
  await db.owner.query(`update app.person set first_name = $1 || first_name`, [canary])
  await db.owner.query('update app.account set password_hash = $1 where login is not null', [
    await hashPassword(password),
  ])
  const lines: string[] = []
  const log = makeLog(
    (line) => lines.push(line),
    () => 'debug',
  )
  const appWith = (changes: Parameters<typeof appFor>[1] = {}) => appFor(db, { log, ...changes })
  const app = appWith()
  await readRosters(db, app)
  await readResults(db, app)
  return { db, app, lines, appWith }
}
