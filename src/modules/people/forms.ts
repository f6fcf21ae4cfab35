import { z } from 'zod'
import { dayField, lineField, optionalLineField } from '#platform/http/fields.ts'
import { relations } from './person.ts'
import type { Texts } from './texts.nl.ts'

// What a field may hold, as the tables have it.
const longest = { name: 200, prefix: 40, email: 256, phone: 40, street: 200, postalCode: 32, city: 120 }

const nameFields = ({ name: words, tooLong }: Texts) => ({
  firstName: optionalLineField({ most: longest.name, long: tooLong(longest.name) }),
  prefix: optionalLineField({ most: longest.prefix, long: tooLong(longest.prefix) }),
  lastName: lineField({ most: longest.name, missing: words.lastMissing, long: tooLong(longest.name) }),
})

const emailShape = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const phoneShape = /^\+?[\d\s().-]+$/

const reachFields = ({ contact: words, tooLong }: Texts) => ({
  email: optionalLineField({ most: longest.email, long: tooLong(longest.email) }).refine(
    (email) => email === null || emailShape.test(email),
    words.emailWrong,
  ),
  phone: optionalLineField({ most: longest.phone, long: tooLong(longest.phone) }).refine(
    (phone) => phone === null || (phoneShape.test(phone) && phone.replaceAll(/\D/g, '').length >= 6),
    words.phoneWrong,
  ),
})

const contactFields = (words: Texts) => ({
  ...reachFields(words),
  street: optionalLineField({ most: longest.street, long: words.tooLong(longest.street) }),
  postalCode: optionalLineField({ most: longest.postalCode, long: words.tooLong(longest.postalCode) }),
  city: optionalLineField({ most: longest.city, long: words.tooLong(longest.city) }),
  language: z.string(words.contact.languageWrong).regex(/^[a-z]{2,3}$/, words.contact.languageWrong),
})

// The one of that name who is at the school already; 'new' for somebody else. Asked only when there is one.
const same = z.string().max(40).optional()

export const contactForm = (words: Texts) => z.object(contactFields(words))

export const guardianForm = (words: Texts) =>
  z.object({
    ...nameFields(words),
    relation: z.enum(relations, words.guardian.relationMissing),
    ...contactFields(words),
    same,
  })

export const staffForm = (words: Texts) => z.object({ ...nameFields(words), ...reachFields(words), same })

export const roleForm = (words: Texts) =>
  z.object({ role: z.enum(['administrator', 'office', 'head', 'teacher'], words.role.missing) })

/** @param earliest the first day that can be the last, 'YYYY-MM-DD', when one is known */
export const leavingForm = ({ leaving: words, dayWrong }: Texts, earliest: string | null) =>
  z.object({
    lastDay: dayField({ missing: words.lastDayMissing, wrong: dayWrong }).refine(
      (day) => earliest === null || day >= earliest,
      words.tooEarly,
    ),
  })

/** @param earliest the first day from which it can be over, 'YYYY-MM-DD' */
export const endForm = ({ end: words, dayWrong }: Texts, earliest: string) =>
  z.object({
    from: dayField({ missing: words.fromMissing, wrong: dayWrong }).refine((day) => day >= earliest, words.tooEarly),
  })
