import { daysBetween } from '#modules/school/index.ts'
import type { Seen } from './tally.ts'
import { situationsOfClass, situationsOfStages } from './scope.ts'

/** For whom an event is, as the calendar tells the ledger. `stages` are those of whom it is for, whichever way that was said. */
export type ToldOf = {
  startsOn: string
  endsOn: string
  whom: string
  stage: string | null
  groups: readonly string[]
}

/**
 * Whether who changes an event tells a family something new: another day, or that it is for them too. What stays on its days and is
 * for the same people or fewer was told before.
 */
export const isToldAnew = (before: ToldOf, after: ToldOf): boolean =>
  before.startsOn !== after.startsOn || before.endsOn !== after.endsOn || !isAmong(after, before)

const isAmong = (some: ToldOf, all: ToldOf): boolean => {
  if (all.whom === 'school') return true
  if (some.whom !== all.whom) return false
  return all.whom === 'stage' ? some.stage === all.stage : some.groups.every((group) => all.groups.includes(group))
}

/** Something the ledger has of an event or of homework. `person` is null when no member of staff did it; days are 'YYYY-MM-DD'. */
type Done = { person: string | null; day: string }
export type EventDone = Done & (({ what: 'told'; stages: readonly string[] } & ToldOf) | { what: 'removed' })
type Asked = { dueOn: string; way: string; subject: string | null; group: string; years: readonly string[] }
export type HomeworkDone = Done & (({ what: 'asked' } & Asked) | { what: 'withdrawn' })

/**
 * What counts of one event: the last time its day was told, by whoever told it, against that day. What was put in the calendar after
 * its day was written down, not told; and what was taken out of it by its day was never held.
 * @param done everything the ledger has of it up to the end of a month, in order
 * @returns its day, and the telling; null when nothing counts
 */
export const seenOfEvent = (school: string, done: readonly EventDone[]): { on: string; seen: Seen } | null => {
  let told: Extract<EventDone, { what: 'told' }> | null = null
  let by: Done = { person: null, day: '' }
  for (const one of done) {
    if (one.what === 'removed') {
      if (told !== null && one.day <= told.startsOn) return null
      break
    }
    if (one.startsOn < one.day) continue
    if (told === null || isToldAnew(told, one)) by = one
    told = one
  }
  if (told === null || by.person === null) return null
  const amount = daysBetween(by.day, told.startsOn)
  const situations = situationsOfStages(school, told.stages)
  return { on: told.startsOn, seen: { kind: 'events', person: by.person, day: by.day, situations, amount } }
}

/**
 * What counts of one piece of homework: how it stood on the evening before the day it was for, by who last said how it may be done, or
 * for which subject. What was changed or withdrawn on that day or later came when the work was made; what was withdrawn before it was
 * asked of nobody.
 * @param stages those that the school teaches
 */
export const seenOfHomework = (
  school: string,
  stages: readonly string[],
  done: readonly HomeworkDone[],
): { on: string; seen: Seen } | null => {
  let asked: Extract<HomeworkDone, { what: 'asked' }> | null = null
  let by: Done = { person: null, day: '' }
  for (const one of done) {
    if (asked === null) {
      if (one.what === 'withdrawn') return null
      asked = one
      by = one
    } else if (one.what === 'withdrawn') {
      if (one.day < asked.dueOn) return null
    } else if (one.day < one.dueOn) {
      if (asked.way !== one.way || asked.subject !== one.subject) by = one
      asked = one
    }
  }
  if (asked === null || by.person === null) return null
  const { dueOn, way, group, years, subject } = asked
  const situations = situationsOfClass({ school, stages, group, years, subject })
  const amount = way === 'screen' ? 0 : 1
  return { on: dueOn, seen: { kind: 'on-paper', person: by.person, day: by.day, situations, amount } }
}
