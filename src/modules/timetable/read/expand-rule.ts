import ICAL from 'ical.js'
import { LIMITS } from './calendar.ts'
import { later, readWallTime, secondsBetween, wallIn, type WallTime } from './wall-time.ts'

/** Days as `YYYY-MM-DD`, both included. */
export type Window = { from: string; to: string }

export type Expansion =
  { starts: string[]; cutShort: boolean; steps: number } | { unreadable: 'rule-unreadable' | 'rule-too-frequent' }

class TooManySteps extends Error {}

/**
 * The starts of a series inside the window, as wall times in the zone of its first start. The iterator of ical.js does
 * the calendar; this bounds it, because a rule that never holds (30 February) keeps it busy for ever.
 */
export function expandRule(rule: string, first: WallTime, window: Window, budget: number): Expansion {
  const parts = readRule(rule, first)
  if (typeof parts === 'string') return { unreadable: parts }
  const limit = Math.min(LIMITS.stepsPerRule, budget)
  const last = parts.until && parts.until < `${window.to}T23:59:59` ? parts.until : `${window.to}T23:59:59`
  const starts: string[] = []
  let steps = 0
  const step = () => {
    if (++steps > limit) throw new TooManySteps()
  }
  try {
    const iterator = parts.recur.iterator(ICAL.Time.fromDateTimeString(skipAhead(parts, first.local, window)))
    boundInnerLoop(iterator, step)
    for (let next = iterator.next(); next; next = iterator.next()) {
      step()
      const start = next.toString()
      if (start > last) break
      if (start >= `${window.from}T00:00:00` && fits(parts, next)) starts.push(start)
    }
    return { starts, cutShort: false, steps }
  } catch (error) {
    return error instanceof TooManySteps ? { starts, cutShort: true, steps } : { unreadable: 'rule-unreadable' }
  }
}

type Rule = { recur: ICAL.Recur; until: string | null; months: number[]; days: number[] }

/** Stricter than ical.js, which skips what it does not know: a rule half understood puts lessons on wrong days. */
function readRule(text: string, first: WallTime): Rule | 'rule-unreadable' | 'rule-too-frequent' {
  const parts = text
    .trim()
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '')
  if (!parts.every((part) => /^(FREQ|UNTIL|COUNT|INTERVAL|WKST|BY[A-Z]+|X-[A-Z0-9-]+)=[A-Z0-9,+:-]+$/.test(part)))
    return 'rule-unreadable'
  if (parts.some((part) => /^FREQ=(SECONDLY|MINUTELY|HOURLY)$/.test(part) || /^BY(SECOND|MINUTE|HOUR)=/.test(part)))
    return 'rule-too-frequent'
  if (parts.some((part) => /^(INTERVAL|COUNT)=0*$/.test(part))) return 'rule-unreadable'
  const written = parts.find((part) => part.startsWith('UNTIL='))?.slice('UNTIL='.length)
  const end = written === undefined ? null : readWallTime(written, first.zone)
  if (written !== undefined && !end) return 'rule-unreadable'
  try {
    const recur = ICAL.Recur.fromString(parts.filter((part) => !/^(UNTIL|X-)/.test(part)).join(';'))
    const until = end && (end.dateOnly ? `${end.local.slice(0, 10)}T23:59:59` : wallIn(end, first.zone))
    return { recur, until, months: numbersIn(parts, 'BYMONTH'), days: numbersIn(parts, 'BYMONTHDAY') }
  } catch {
    return 'rule-unreadable'
  }
}

const numbersIn = (parts: string[], name: string): number[] =>
  parts
    .filter((part) => part.startsWith(`${name}=`))
    .flatMap((part) =>
      part
        .slice(name.length + 1)
        .split(',')
        .map(Number),
    )

/** A series without a count may start whole periods later, so that an old one costs no more than a new one. */
function skipAhead({ recur }: Rule, local: string, window: Window): string {
  const days = recur.freq === 'DAILY' ? recur.interval : recur.freq === 'WEEKLY' ? recur.interval * 7 : 0
  const away = Math.floor(secondsBetween(local, `${window.from}T00:00:00`) / 86_400) - days
  return days === 0 || recur.count || away <= 0 ? local : later(local, Math.floor(away / days) * days * 86_400)
}

// The loop inside next() that skips what BYMONTH and the like exclude has no end of its own.
function boundInnerLoop(iterator: ICAL.RecurIterator, step: () => void) {
  const check = iterator.check_contracting_rules.bind(iterator)
  iterator.check_contracting_rules = () => {
    step()
    return check()
  }
}

/** ical.js 2.2.1 lets 30 February run on into March. */
function fits({ months, days }: Rule, at: ICAL.Time): boolean {
  if (months.length > 0 && !months.includes(at.month)) return false
  const fromEnd = at.day - ICAL.Time.daysInMonth(at.month, at.year) - 1
  return days.length === 0 || days.includes(at.day) || days.includes(fromEnd)
}
