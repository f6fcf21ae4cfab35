import type { PersonName } from '#modules/people/index.ts'

/** A letter as it is printed. */
export type Sheet = {
  to: PersonName
  child: PersonName
  /** It goes to the pupil. */
  own: boolean
  school: string
  street: string | null
  postalCode: string | null
  city: string | null
  /** The language of the home. */
  language: string
  group: string | null
  birthDateKnown: boolean
  /** In groups, as it is typed. */
  code: string
  /** Where a code is typed, without https://. */
  doorAddress: string
  qr: { size: number; path: string }
  /** The last day, 'YYYY-MM-DD'. */
  until: string
}

/** A name to sign in with and a first password. */
export type Slip = {
  name: PersonName
  login: string
  password: string
  address: string
  until: string
  group: string | null
}
