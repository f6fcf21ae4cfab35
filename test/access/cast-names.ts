import { createHash } from 'node:crypto'

/** Two schools with the same cast: the hardest neighbour is always the closest. */
export type SchoolNumber = 1 | 2

/** An id that says in tests whose it is. */
export const idOf = (school: SchoolNumber, name: string): string => {
  const hex = createHash('sha256').update(`${school} ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Who works at the school, or did. */
export const staff = [
  'teacher',
  'substitute',
  'other-teacher',
  'former-teacher',
  'left-staff',
  'two-hats',
  'head',
  'deputy',
  'exam-secretary',
  'office',
  'administrator',
] as const

/** Who signs in with a session: the name of their person in the cast. */
export const people = [
  'guardian',
  'co-guardian',
  'other-guardian',
  'asked-guardian',
  'blocked-guardian',
  'adult-guardian',
  'opened-guardian',
  'letter-guardian',
  'former-guardian',
  'child',
  'classmate',
  'adult',
  ...staff,
] as const
export type PersonName = (typeof people)[number]

/** What is kept of a secret. */
export const hashed = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The passkey of this account. */
export const passkeyOf = (account: string): string => idOf(1, `passkey of ${account}`)

/** What the cookie of this one holds. */
export const tokenOf = (school: SchoolNumber, person: PersonName, hat = ''): string =>
  `${school}-${person}-${hat}`.padEnd(43, '_')
export const tokenHash = (school: SchoolNumber, person: PersonName, hat = ''): Buffer =>
  hashed(tokenOf(school, person, hat))
/** The one-time code in the letter to this one. */
export const codeOf = (school: SchoolNumber, account: string): string => `code ${school} ${account}`
export const codeHash = (school: SchoolNumber, account: string): Buffer => hashed(codeOf(school, account))
export const loginOf = (school: SchoolNumber, person: string): string => `${person}-${school}@voorbeeld.example`

/** What lays a part of the cast. */
export type Laying = {
  n: SchoolNumber
  s: string
  id: (name: string) => string
  put: (table: string, row: Record<string, unknown>) => Promise<unknown>
  /** Days around today, as a substitution has them. */
  days: () => Promise<{ rows: Record<string, unknown>[] }>
}
