import type { Relation } from './tables.ts'

/** A name as pages show it. Where the first name is not known, the initials stand in its place. */
export type PersonName = { firstName: string | null; prefix: string | null; lastName: string | null }

/** Where and in which language a person can be reached. */
export type Contact = {
  email: string | null
  phone: string | null
  street: string | null
  postalCode: string | null
  city: string | null
  /** ISO 639, as 'nl'. */
  language: string
  /** Who answers, where the guardian is an institution. */
  contactName?: string | null
}

/** A name as it is filled in. */
export type NewName = { firstName: string | null; initials?: string | null; prefix: string | null; lastName: string }

export const noContact: Contact = {
  email: null,
  phone: null,
  street: null,
  postalCode: null,
  city: null,
  language: 'nl',
}

export const relations: readonly Relation[] = [
  'mother',
  'father',
  'caretaker',
  'guardian',
  'foster',
  'institution',
  'other',
]

/** The languages the office can choose from; a roster may bring others. */
export const contactLanguages: readonly string[] = ['nl', 'en', 'tr', 'ar', 'pl', 'uk']
