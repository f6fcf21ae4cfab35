import type { FC } from 'hono/jsx'
import { useLang } from '#ui/layout/language.ts'
import { Facts } from '#ui/part/facts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import type { Contact } from '../person.ts'
import { texts } from '../texts.ts'
import { languageName } from './contact-fields.tsx'

export interface ContactCardProps {
  person: string
  contact: Contact
  title?: string | undefined
}

/** How somebody can be reached, with the way to change it. */
export const ContactCard: FC<ContactCardProps> = ({ person, contact, title }) => {
  const lang = useLang()
  const words = texts(lang).contact
  const town = [contact.postalCode, contact.city].filter(Boolean).join(' ')
  const address = [contact.street, town].filter(Boolean).join(', ')
  return (
    <Card
      id="contact"
      title={title ?? words.title}
      deed={
        <a class="no-print" href={paths.contact(person)}>
          {words.change}
        </a>
      }
    >
      <Facts
        items={[
          { term: words.email, value: shown(contact.email, words.none) },
          { term: words.phone, value: shown(contact.phone, words.none) },
          { term: words.address, value: shown(address, words.none) },
          ...(contact.contactName ? [{ term: words.contactName, value: shown(contact.contactName, words.none) }] : []),
          { term: words.language, value: languageName(lang, contact.language) },
        ]}
      />
    </Card>
  )
}

const shown = (value: string | null, none: string) => (value ? <Name>{value}</Name> : <span class="muted">{none}</span>)
