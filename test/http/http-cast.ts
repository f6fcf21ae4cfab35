import { readFileSync } from 'node:fs'
import { hashPassword } from '#modules/accounts/password.ts'
import { makeLog } from '#platform/log.ts'
import { makeMatrixCast, people, tokenOf, type PersonName, type SchoolNumber } from '#test/access/matrix-cast.ts'
import { parseAccess } from '#test/access/parse-access.ts'
import { appFor, freshDatabase, type TestDatabase } from '#test/rig.ts'
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

export type HttpHouse = {
  db: TestDatabase
  app: App
  /** Every line the program logged, from debug on. */
  lines: string[]
  /** The program in front of the same database, with other settings. */
  appWith(changes: Parameters<typeof appFor>[1]): App
}

/** Two schools with the cast of docs/access.md behind the front door, on a Monday in November. Drop the database at the end. */
export const httpHouse = async (): Promise<HttpHouse> => {
  const db = await freshDatabase()
  await db.setNow(monday)
  await makeMatrixCast(db.owner)
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
  return { db, app, lines, appWith }
}
