import { WrongUse } from './wrong-use.ts'

/** A day that exists, as YYYY-MM-DD. @throws WrongUse */
export const readDay = (text: string, option: string): string => {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number) ?? []
  const exists =
    year !== undefined && month !== undefined && day !== undefined && day >= 1 && day <= daysIn(year, month)
  if (!exists || year < 1900 || year > 2100)
    throw new WrongUse(`${option} is ${JSON.stringify(text)}, but must be a day that exists, such as 2026-08-01.`)
  return text
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month < 1 || month > 12 ? 0 : [4, 6, 9, 11].includes(month) ? 30 : 31
}
