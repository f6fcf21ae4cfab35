// Addresses and numbers to reach somebody, and the codes that go with a guardian.
import { relations, type Relation } from '../roster.ts'

/** A mail address in small letters, or null when it cannot be one. */
export const readEmail = (text: string): string | null => {
  const address = text
    .toLowerCase()
    .replace(/^mailto:/u, '')
    .replace(/^<(.*)>$/u, '$1')
  return address.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/u.test(address) ? address : null
}

/** A telephone number as people write it. A Dutch mobile number that lost its first zero in a spreadsheet gets it back. */
export const readPhone = (text: string): { phone: string; zero: boolean } | null => {
  const digits = phoneDigits(text)
  if (digits.length < 6 || digits.length > 15 || !/^[+(\d][\d\s().\-/]*$/u.test(text)) return null
  if (/^6\d{8}$/u.test(digits) && !text.startsWith('+')) return { phone: `0${digits}`, zero: true }
  return { phone: text, zero: false }
}

const phoneDigits = (text: string): string => text.replaceAll(/\D/gu, '')

/** Two writings of one number are equal: 06…, +31 6… and 0031 6… are the same telephone. */
export const phoneKey = (text: string): string => phoneDigits(text).replace(/^(?:00)?31(?=\d{9}$)/u, '0')

const relationWords: Record<Relation, readonly string[]> = {
  mother: ['mother', 'moeder', 'mama', 'mom', 'mum'],
  father: ['father', 'vader', 'papa', 'dad'],
  caretaker: [
    'caretaker',
    'caregiver',
    'verzorger',
    'verzorgster',
    'ouder',
    'parent',
    'ouder/verzorger',
    'stiefouder',
    'stiefmoeder',
    'stiefvader',
  ],
  guardian: ['guardian', 'voogd', 'voogdes', 'legalguardian'],
  foster: ['foster', 'fosterparent', 'pleegouder', 'pleegmoeder', 'pleegvader'],
  institution: ['institution', 'instelling', 'voogdijinstelling', 'gecertificeerdeinstelling', 'gi'],
  other: ['other', 'overig', 'overige', 'anders', 'oma', 'opa', 'familie', 'relative'],
}
const relationByWord = new Map(relations.flatMap((relation) => relationWords[relation].map((word) => [word, relation])))

/** How somebody stands to the child; null when the word is not known. */
export const readRelation = (text: string): Relation | null =>
  relationByWord.get(text.toLowerCase().replaceAll(/[\s._-]/gu, '')) ?? null

const languageWords = new Map(
  Object.entries({
    nederlands: 'nl',
    dutch: 'nl',
    engels: 'en',
    english: 'en',
    turks: 'tr',
    turkish: 'tr',
    türkçe: 'tr',
    arabisch: 'ar',
    arabic: 'ar',
    pools: 'pl',
    polish: 'pl',
    polski: 'pl',
    oekraïens: 'uk',
    oekraiens: 'uk',
    ukrainian: 'uk',
    ua: 'uk',
    duits: 'de',
    german: 'de',
    frans: 'fr',
    french: 'fr',
    spaans: 'es',
    spanish: 'es',
    roemeens: 'ro',
    bulgaars: 'bg',
    portugees: 'pt',
    italiaans: 'it',
    chinees: 'zh',
    tigrinya: 'ti',
    somalisch: 'so',
    farsi: 'fa',
    perzisch: 'fa',
    fries: 'fy',
  }),
)

/** A language as its code of ISO 639 (nl, en, tr, …), from a code, a locale or the usual Dutch or English word. */
export const readLanguage = (text: string): string | null => {
  const word = text.toLowerCase()
  const code = languageWords.get(word) ?? /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/u.exec(word)?.[1]
  return code ?? null
}
