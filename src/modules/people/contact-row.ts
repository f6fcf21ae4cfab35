import type { Contact } from './person.ts'

/** How a contact stands in its table. */
export const contactRow = ({ postalCode, contactName = null, ...rest }: Contact) => ({
  ...rest,
  postal_code: postalCode,
  contact_name: contactName,
})
