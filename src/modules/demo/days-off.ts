import { dayAfter, isOpen, type Calendar } from '#modules/today/index.ts'
import { weekdayOf } from './weekday.ts'

/** Days off as the office adds them; both ends count. */
export type PlannedDays = { name: string; startsOn: string; endsOn: string }

export const studyDay = 'Studiedag'

/** How long before and after today no second study day is planned, in days. */
const apart = 14

type Plan = {
  school: string
  /** Today, and every closure from two weeks ago on. */
  calendar: Calendar
  /** The last day planned for. */
  until: string
  /** The last day of the national holidays that are known. */
  knownUntil: string
}

/**
 * The days off that a school would have filled in by today: a long weekend, the holidays of years for which no national dates
 * are known, and a study day soon. What lies inside days that are off already is left out.
 */
export const planDaysOff = ({ school, calendar, until, knownUntil }: Plan): PlannedDays[] => {
  const firstYear = Number(calendar.today.slice(0, 4))
  const years = [firstYear, firstYear + 1, firstYear + 2]
  const holidays = years.flatMap(likelyHolidays).filter(({ startsOn }) => startsOn > knownUntil)
  const planned = [...holidays, ...years.map(ascension)]
    .filter(({ startsOn, endsOn }) => endsOn >= calendar.today && startsOn <= until)
    .filter((days, _, all) => ![...calendar.closures, ...all].some((other) => other !== days && covers(other, days)))
  const closures = planned.map((days) => ({ ...days, school, kind: null }))
  return [...planned, ...studyDaySoon(school, { ...calendar, closures: [...calendar.closures, ...closures] })]
}

type Span = { startsOn: string; endsOn: string }

const covers = (outer: Span, inner: Span): boolean => outer.startsOn <= inner.startsOn && inner.endsOn <= outer.endsOn

/** Within a week when the school is open, so that parents are told of it, and never on the next school day. */
const studyDaySoon = (school: string, calendar: Calendar): PlannedDays[] => {
  const { today, closures } = calendar
  const [since, until] = [dayAfter(today, -apart), dayAfter(today, apart)]
  if (closures.some(({ name, startsOn }) => name === studyDay && since <= startsOn && startsOn <= until)) return []
  const days = Array.from({ length: apart }, (_, at) => dayAfter(today, at + 1)).filter((day) =>
    isOpen(calendar, school, day),
  )
  const day = days.find((one, at) => at > 0 && one >= dayAfter(today, 4))
  return day === undefined ? [] : [{ name: studyDay, startsOn: day, endsOn: day }]
}

/** Ascension Day, which the house knows, with the Friday between it and the weekend, which a school chooses. */
const ascension = (year: number): PlannedDays => {
  const sunday = easter(year)
  return { name: 'Hemelvaart', startsOn: dayAfter(sunday, 39), endsOn: dayAfter(sunday, 40) }
}

/** About where the holidays of a calendar year lie: from a Saturday up to a Sunday. */
const likelyHolidays = (year: number): PlannedDays[] => [
  holiday('Voorjaarsvakantie', `${year}-02-18`, 9),
  holiday('Meivakantie', `${year}-04-24`, 9),
  holiday('Zomervakantie', `${year}-07-12`, 44),
  holiday('Herfstvakantie', `${year}-10-14`, 9),
  holiday('Kerstvakantie', `${year}-12-19`, 16),
]

const holiday = (name: string, near: string, days: number): PlannedDays => {
  const saturday = dayAfter(near, (5 - weekdayOf(near) + 7) % 7)
  return { name, startsOn: saturday, endsOn: dayAfter(saturday, days - 1) }
}

/** Easter Sunday of the Gregorian calendar. Source: J. Meeus, Astronomical Algorithms (1991), chapter 8. */
const easter = (year: number): string => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return dayAfter(`${year}-03-01`, h + l - 7 * m + 21)
}
