import { z } from 'zod'

/** What people type on one line: blanks and control characters become single blanks, the ends are trimmed, letters composed. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()

/** Text of several lines as people type it: no signs that are not seen, at most one empty line between paragraphs. */
export const manyLines = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

const otherZeros = [0x0660, 0x06f0]

/** Digits as keyboards of Arabic and Persian write them, ٧ and ۷, become 7; marks of direction that stand between them go. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/\p{Bidi_Control}/gu, '').replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (otherZeros.findLast((zero) => zero <= code) ?? code))
  })

/** A line that must be filled in. `most` counts characters; the rest are the reader's sentences. */
export const lineField = (words: { most: number; missing: string; long: string }) =>
  z.string(words.missing).transform(oneLine).pipe(z.string().min(1, words.missing).max(words.most, words.long))

/** A line that may stay empty, and then is null. */
export const optionalLineField = (words: { most: number; long: string }) =>
  z
    .string(words.long)
    .optional()
    .transform((text) => oneLine(text ?? ''))
    .pipe(z.string().max(words.most, words.long))
    .transform((text) => (text === '' ? null : text))

/** A day as people type it, 31-7-2027, or as a browser's calendar sends it, 2027-07-31. Gives 'YYYY-MM-DD'. */
export const dayField = (words: { missing: string; wrong: string }) =>
  z
    .string(words.missing)
    .transform(oneLine)
    .pipe(z.string().min(1, words.missing))
    .transform((text, context) => {
      const day = readDay(text)
      if (day === null) context.addIssue({ code: 'custom', message: words.wrong })
      return day ?? z.NEVER
    })

/** A time on the clock as people type it, 14.00, 14:00 or 14 uur. Gives 'HH:MM'. */
export const timeField = (words: { missing: string; wrong: string }) =>
  z
    .string(words.missing)
    .transform(oneLine)
    .pipe(z.string().min(1, words.missing))
    .transform((text, context) => {
      const time = readTime(text)
      if (time === null) context.addIssue({ code: 'custom', message: words.wrong })
      return time ?? z.NEVER
    })

/** A field that may stay empty, and then is null. */
export const optionalField = <T>(field: z.ZodType<T>) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' && oneLine(typed) === '' ? null : (typed ?? null)),
    field.nullable(),
  )

const clockTime = /^(\d{1,2})(?:[.:](\d{2}))?(?: ?(?:uur|u|h))?$/i

/** The time in a text as 'HH:MM', or null when no clock shows it. */
export const readTime = (text: string): string | null => {
  const [, hours = '', minutes = '00'] = clockTime.exec(text) ?? []
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null
}

/** '14.00' from '14:00:00': how a time stands in a field. Empty stays empty. */
export const typedTime = (time: string | null): string => (time ?? '').slice(0, 5).replace(':', '.')

const dayFirst = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})$/
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day in a text as 'YYYY-MM-DD', or null when it is no day of the calendar between 1900 and 2199. */
export const readDay = (text: string): string | null => {
  const typed = dayFirst.exec(text)
  const iso = typed ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}` : text
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(iso)) return null
  const time = Date.parse(iso)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}

/** '31-7-2027' from '2027-07-31': how a day stands in a field. Empty stays empty. */
export const typedDay = (day: string | null): string => {
  const parts = yearFirst.exec(day ?? '')
  return parts ? `${Number(parts[3])}-${Number(parts[2])}-${parts[1]}` : ''
}
