import {
  kindWords,
  shapeOf,
  type AnyTerms,
  type Body,
  type Kind,
  type Lines,
  type Scope,
} from '#modules/agreements/index.ts'
import { schoolYearAround } from '#modules/school/index.ts'
import { dayAfter } from '#modules/today/index.ts'
import { weekdayOf } from './weekday.ts'

/** One version of an agreement: the starter of the catalogue it was made from, and what the school made otherwise. */
export type Version = {
  starter: string
  terms?: AnyTerms
  lines?: Partial<Lines>
  /** Since which August it is in force; or that it comes, or still lies before the council. */
  since: 'last year' | 'this year' | 'soon' | 'undecided'
  /** Of one that is undecided: who said yes already. */
  saidYes?: readonly Body[]
}

/** What was agreed about one kind for one scope. Of several versions each takes the place of the one before it. */
export type Matter = { kind: Kind; scope: Scope; versions: readonly [Version, ...Version[]] }

export const forSchool: Scope = { level: 'school', of: null }

/** @throws for a starter that the catalogue has not */
export const contentOf = (
  { kind, scope }: Pick<Matter, 'kind' | 'scope'>,
  { starter, terms, lines }: Pick<Version, 'starter' | 'terms' | 'lines'>,
) => {
  const [shape, words] = [shapeOf(kind).starters[starter], kindWords('nl', kind).starters[starter]]
  if (shape === undefined || words === undefined) throw new Error(`${kind} has no starter ${starter}`)
  const { school, parents, pupils } = words
  return { kind, scope, terms: { ...shape, ...terms }, lines: { school, parents, pupils, ...lines } }
}

/** When a version was laid, decided and begun, 'YYYY-MM-DD'. Of an undecided one the day is that of who said yes already. */
export type Days = { laidOn: string; answerBy: string; decidedOn: string; startsOn: string | null }

/** How long the council has. */
const term = 42

/** @param place the place of the agreement among those of the school: they were not all talked about in one meeting */
export const daysOf = ({ since }: Version, place: number, today: string): Days => {
  if (since === 'undecided') {
    const laidOn = dayAfter(today, -14)
    return { laidOn, answerBy: dayAfter(laidOn, term), decidedOn: tuesdayFrom(dayAfter(today, -9)), startsOn: null }
  }
  const { startsOn: latest } = schoolYearAround(today)
  const august = since === 'last year' ? schoolYearAround(dayAfter(latest, -1)).startsOn : latest
  const spring = `${august.slice(0, 4)}-${place % 2 === 0 ? '05-08' : '06-12'}`
  const decidedOn = tuesdayFrom(since === 'soon' ? dayAfter(today, -20) : spring)
  const laidOn = dayAfter(decidedOn, -28)
  const startsOn = since === 'soon' ? firstOfMonthAfter(dayAfter(today, 28)) : august
  return { laidOn, answerBy: dayAfter(laidOn, term), decidedOn, startsOn }
}

/** Councils meet on a Tuesday. */
const tuesdayFrom = (day: string): string => dayAfter(day, (8 - weekdayOf(day)) % 7)

const firstOfMonthAfter = (day: string): string => `${dayAfter(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`

const long = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })

export const minutesOf = (day: string, place: number): string =>
  `Vergadering van ${long.format(Date.parse(day))}, punt ${2 + Math.floor(place / 2)}`
