import type { Lang } from './layout/frame.ts'

/** "maandag 23 november", from "2026-11-23". With `year`, the year behind it. No time zone plays a part. */
export const dayInWords = (lang: Lang, day: string, { year = false } = {}): string => {
  const key = `${lang}${day}${year}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size > 1000) kept.clear()
  const words = said(lang, formats[lang][year ? 'dayAndYear' : 'day'].format(atMidnight(day)))
  kept.set(key, words)
  return words
}

// Every page of a day says the same few days, and a formatter takes some microseconds for each.
const kept = new Map<string, string>()

// Dutch and English days stand without a comma; a Ukrainian year ends in an abbreviation that would end a sentence.
const said = (lang: Lang, words: string): string =>
  lang === 'nl' || lang === 'en' ? words.replaceAll(',', '') : words.replace(/\sрр?\.$/, ' року')

/** "23 november 2026": a date without its weekday, such as a birthday. */
export const dateInWords = (lang: Lang, day: string): string => said(lang, formats[lang].date.format(atMidnight(day)))

/** "maandag". */
export const weekdayInWords = (lang: Lang, day: string): string => formats[lang].weekday.format(atMidnight(day))

/**
 * "maandag 19 tot en met vrijdag 23 oktober 2026": both ends count. The month, and the year, of the first day are said only
 * when they differ from those of the last.
 */
export const daysInWords = (lang: Lang, first: string, last: string): string => {
  if (first === last) return dayInWords(lang, first, { year: true })
  if (lang !== 'nl' && lang !== 'en')
    return said(lang, formats[lang].dayAndYear.formatRange(atMidnight(first), atMidnight(last)))
  const end = dayInWords(lang, last, { year: true })
  const start =
    first.slice(0, 4) !== last.slice(0, 4)
      ? dayInWords(lang, first, { year: true })
      : first.slice(0, 7) !== last.slice(0, 7)
        ? dayInWords(lang, first)
        : `${weekdayInWords(lang, first)} ${Number(first.slice(8, 10))}`
  return lang === 'nl' ? `${start} tot en met ${end}` : `${start} to ${end}`
}

/** "23 tot en met 27 november": a span without its weekdays. What the first day shares with the last is said once. */
export const datesInWords = (lang: Lang, first: string, last: string): string => {
  if (first === last) return dateInWords(lang, last)
  const start =
    first.slice(0, 4) !== last.slice(0, 4)
      ? dateInWords(lang, first)
      : first.slice(0, 7) !== last.slice(0, 7)
        ? formats[lang].shortDate.format(atMidnight(first))
        : String(Number(first.slice(8, 10)))
  const end =
    first.slice(0, 4) !== last.slice(0, 4) ? dateInWords(lang, last) : formats[lang].shortDate.format(atMidnight(last))
  return lang === 'nl' ? `${start} tot en met ${end}` : `${start} to ${end}`
}

/** "8.30" from "08:30" or "08:30:00", for columns and lists; elsewhere "8:30". */
export const clock = (lang: Lang, time: string): string => {
  const [hours = '0', minutes = '00'] = time.split(':')
  return `${Number(hours)}${lang === 'nl' ? '.' : ':'}${minutes}`
}

/** "8.30 uur", for sentences; elsewhere "8:30", to which each text puts its own words. */
export const clockInWords = (lang: Lang, time: string): string =>
  lang === 'nl' ? `${clock(lang, time)} uur` : clock(lang, time)

/** "8.30 tot 14.00 uur". */
export const hoursInWords = (lang: Lang, start: string, end: string): string =>
  `${clock(lang, start)}${between[lang]}${clockInWords(lang, end)}`

const between: Readonly<Record<Lang, string>> = { nl: ' tot ', en: ' to ', tr: '–', ar: ' – ', pl: '–', uk: '–' }

/** A moment in the Netherlands: "maandag 23 november om 8.30 uur". Daylight saving is the formatter's care. */
export const momentInWords = (lang: Lang, moment: Date): string => {
  const day = said(lang, formats[lang].momentDay.format(moment))
  const time = clockInWords(lang, formats[lang].momentClock.format(moment))
  return `${day}${beforeTime[lang]}${time}`
}

const beforeTime: Readonly<Record<Lang, string>> = {
  nl: ' om ',
  en: ' at ',
  tr: ', saat ',
  ar: '، الساعة ',
  pl: ', godz. ',
  uk: ', ',
}

const atMidnight = (day: string): number => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (parts === null) throw new RangeError('A day is written as YYYY-MM-DD.')
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
}

// A formatter costs tens of microseconds to make, so each is made once.
const formatsOf = (locale: string) => {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  return {
    day: make({ weekday: 'long', day: 'numeric', month: 'long' }),
    dayAndYear: make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    date: make({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: make({ day: 'numeric', month: 'long' }),
    weekday: make({ weekday: 'long' }),
    momentDay: make({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Amsterdam' }),
    momentClock: make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Amsterdam' }),
  }
}

// Dutch schools write their figures in the digits of Europe, so Arabic pages do too.
const formats: Readonly<Record<Lang, ReturnType<typeof formatsOf>>> = {
  nl: formatsOf('nl-NL'),
  en: formatsOf('en-GB'),
  tr: formatsOf('tr-TR'),
  ar: formatsOf('ar-u-nu-latn'),
  pl: formatsOf('pl-PL'),
  uk: formatsOf('uk-UA'),
}
