import type { Contact } from './person.ts'

/** How a contact stands in its table. */
export const contactRow = ({ postalCode, ...rest }: Contact) => ({ ...rest, postal_code: postalCode })
