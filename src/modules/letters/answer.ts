import { plainDigits, readDay } from '#platform/http/fields.ts'

/** What somebody answered: a birth date, or the word of the week. */
export type Answer = { born: string | null; word: string | null }

const wholeDate = /^(\d{1,2})\D+(\d{1,2})\D+(\d{2}|\d{4})$/
const digitsAlone = /^(\d{2})(\d{2})(\d{2}|\d{4})$/

/**
 * A birth date as people type it: in three fields, or all of it in the first one (7-3-2016, 07/03/16, 07032016).
 * @param today the last day that a child can be born on, 'YYYY-MM-DD'
 * @returns 'YYYY-MM-DD', or null when it is no day up to today
 */
export const readBirthDate = (typed: { day: string; month: string; year: string }, today: string): string | null => {
  const fields = [typed.day, typed.month, typed.year].map((field) => plainDigits(field).trim())
  const [first = ''] = fields
  const whole = fields.slice(1).every((field) => field === '')
    ? (wholeDate.exec(first) ?? digitsAlone.exec(first))
    : null
  const [day = '', month = '', year = ''] = whole ? whole.slice(1) : fields
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^(\d{2}|\d{4})$/.test(year)) return null
  const date = readDay(`${day}-${month}-${fourDigits(year, today)}`)
  return date !== null && date <= today ? date : null
}

const fourDigits = (year: string, today: string): string => {
  if (year.length === 4) return year
  return year <= today.slice(2, 4) ? `20${year}` : `19${year}`
}

/** Words as they are compared: small letters, accents and signs aside. */
export const normalWord = (typed: string): string =>
  typed
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
