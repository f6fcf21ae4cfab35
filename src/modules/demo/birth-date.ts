import { dayAfter } from '#modules/today/index.ts'
import type { Birth } from './cast.ts'

/** The day of birth of who turns so many years so many days from now. A 29 February that was not is the day after. */
export const birthDate = ({ turns, inDays }: Exclude<Birth, 'unknown'>, today: string): string => {
  const birthday = dayAfter(today, inDays)
  const year = Number(birthday.slice(0, 4)) - turns
  return birthday.endsWith('-02-29') && year % 4 !== 0 ? `${year}-03-01` : `${year}${birthday.slice(4)}`
}
