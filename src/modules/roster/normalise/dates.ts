// Days as files write them. A day is 'YYYY-MM-DD'; a day that does not exist is told apart from one that is not there.

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const two = (value: number): string => String(value).padStart(2, '0')

const day = (year: number, month: number, date: number): string | null =>
  year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)
    ? null
    : `${year}-${two(month)}-${two(date)}`

// ISO with or without a time and zone behind it, or written closed up.
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\S*|Z|[+-]\d{2}:?\d{2})?$/u
const closed = /^(\d{4})(\d{2})(\d{2})$/u
// Dutch order: day, month, year. A year of two digits is not guessed at.
const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u

/** The day in the text, or 'impossible' when the text is no day of the calendar between 1900 and 2199. */
export const readDay = (text: string): string | 'impossible' => {
  const yearFirst = iso.exec(text) ?? closed.exec(text)
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])) ?? 'impossible'
  const dayFirst = dutch.exec(text)
  if (dayFirst) return day(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])) ?? 'impossible'
  return 'impossible'
}
