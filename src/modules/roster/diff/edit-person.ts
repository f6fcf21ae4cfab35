import type { PersonName } from '../roster.ts'
import type { FieldChange, PersonEdit } from './diff.ts'
import type { PeopleRows, School } from './people-rows.ts'

/** What a file says of a person. Null says nothing: what the school knows stays. */
export type Said = PersonName & {
  birthDate?: string | null
  email?: string | null
  phone?: string | null
  language?: string | null
}

export const nameOfRow = (row: PeopleRows['person'] | undefined): PersonName => ({
  firstName: row?.first_name ?? null,
  initials: row?.initials ?? null,
  prefix: row?.prefix ?? null,
  lastName: row?.last_name ?? null,
})

/** A surname comes with its prefix or without one; a first name alone says nothing of the surname. */
const personAfter = (before: PeopleRows['person'], said: Said): PeopleRows['person'] => ({
  id: before.id,
  first_name: said.firstName ?? before.first_name,
  initials: said.initials ?? before.initials,
  prefix: said.lastName === null ? (said.prefix ?? before.prefix) : said.prefix,
  last_name: said.lastName ?? before.last_name,
  birth_date: said.birthDate ?? before.birth_date,
})

export const newPerson = (id: string, said: Said): PeopleRows['person'] => ({
  id,
  first_name: said.firstName,
  initials: said.initials,
  prefix: said.prefix,
  last_name: said.lastName,
  birth_date: said.birthDate ?? null,
})

/** A contact for somebody who has none; null when the file gives no way to reach them. */
export const newContact = (id: string, said: Said): PeopleRows['person_contact'] | null =>
  (said.email ?? said.phone ?? said.language ?? null) === null
    ? null
    : {
        person_id: id,
        email: said.email ?? null,
        phone: said.phone ?? null,
        street: null,
        postal_code: null,
        city: null,
        language: said.language ?? 'nl',
      }

const personFields = [
  ['firstName', 'first_name'],
  ['initials', 'initials'],
  ['prefix', 'prefix'],
  ['lastName', 'last_name'],
  ['birthDate', 'birth_date'],
] as const
const contactFields = ['email', 'phone', 'language'] as const

/** Compares a person of the school with what the file says, adding to `changes` what differs. */
export const editPerson = (school: School, id: string, said: Said, changes: FieldChange[]): PersonEdit => {
  const edit: PersonEdit = { person: null, contact: null, contactNew: null }
  const before = school.persons.get(id)
  if (before) {
    const after = personAfter(before, said)
    const found = personFields
      .map(([field, column]): FieldChange => ({ field, from: before[column], to: after[column] }))
      .filter((one) => one.from !== one.to)
    if (found.length > 0) edit.person = { before, after }
    changes.push(...found)
  }
  const contact = school.contacts.get(id)
  if (contact === undefined) {
    edit.contactNew = newContact(id, said)
    if (edit.contactNew?.email) changes.push({ field: 'email', from: null, to: edit.contactNew.email })
    if (edit.contactNew?.phone) changes.push({ field: 'phone', from: null, to: edit.contactNew.phone })
    if (said.language) changes.push({ field: 'language', from: null, to: said.language })
    return edit
  }
  const after = {
    ...contact,
    email: said.email ?? contact.email,
    phone: said.phone ?? contact.phone,
    language: said.language ?? contact.language,
  }
  const found = contactFields
    .map((field): FieldChange => ({ field, from: contact[field], to: after[field] }))
    .filter((one) => one.from !== one.to)
  if (found.length > 0) edit.contact = { before: contact, after }
  changes.push(...found)
  return edit
}
