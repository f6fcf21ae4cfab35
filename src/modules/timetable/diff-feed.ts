import type { FeedDifference, FoundLesson, KeptLesson, Renewal } from './lesson.ts'

/**
 * Holds a newer file against the lessons kept. A lesson is known again by its UID and place in its series; else by the same
 * title at the same moment, for programs that give new UIDs with every file; else by its UID and day, for a series moved
 * as a whole. A lesson that lies in the past stays as it was when the file no longer tells of it.
 * @param now milliseconds since 1970
 */
export function diffFeed(kept: readonly KeptLesson[], found: readonly FoundLesson[], now: number): FeedDifference {
  const pairs: [KeptLesson, FoundLesson][] = []
  let oldLeft = [...kept]
  let newLeft = [...found]
  for (const nameOf of names) {
    const matched = match(oldLeft, newLeft, nameOf)
    pairs.push(...matched)
    const [taken, given] = [new Set(matched.map(([old]) => old)), new Set(matched.map(([, one]) => one))]
    oldLeft = oldLeft.filter((old) => !taken.has(old))
    newLeft = newLeft.filter((one) => !given.has(one))
  }
  const [first, last] = daysOf(found)
  return {
    added: newLeft,
    renewed: pairs.map(renewal).filter(isDifferent),
    vanished: oldLeft.filter(
      (old) => !old.vanished && !old.cancelled && old.startsAt > now && old.day >= first && old.day <= last,
    ),
  }
}

type Known = Pick<KeptLesson, 'uid' | 'occurrence' | 'startsAt' | 'day' | 'title'>

const names: readonly ((lesson: Known) => string)[] = [
  ({ uid, occurrence, startsAt }) => `${uid} ${occurrence} ${startsAt}`,
  ({ uid, occurrence }) => `${uid} ${occurrence}`,
  ({ title, startsAt }) => `${title} ${startsAt}`,
  ({ uid, day }) => `${uid} ${day}`,
]

/** Pairs lessons of one name, in order of time. */
function match(
  kept: KeptLesson[],
  found: FoundLesson[],
  nameOf: (lesson: Known) => string,
): [KeptLesson, FoundLesson][] {
  const waiting = Map.groupBy(
    kept.toSorted((a, b) => a.startsAt - b.startsAt),
    nameOf,
  )
  return found
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .flatMap((one): [KeptLesson, FoundLesson][] => {
      const old = waiting.get(nameOf(one))?.shift()
      return old ? [[old, one]] : []
    })
}

function renewal([kept, found]: [KeptLesson, FoundLesson]): Renewal {
  const wasStartsAt = kept.wasStartsAt ?? kept.startsAt
  // A room that was not known yet and now is, is no change of room.
  const wasPlace = kept.wasPlace ?? kept.place
  return {
    kept,
    found,
    wasStartsAt: wasStartsAt === found.startsAt ? null : wasStartsAt,
    wasPlace: found.place === null || wasPlace === found.place ? null : wasPlace,
  }
}

const isDifferent = ({ kept, found, wasPlace, wasStartsAt }: Renewal): boolean =>
  kept.vanished ||
  kept.wasPlace !== wasPlace ||
  kept.wasStartsAt !== wasStartsAt ||
  told.some((column) => kept[column] !== found[column])

const told = [
  'uid',
  'occurrence',
  'startsAt',
  'endsAt',
  'title',
  'groupCode',
  'teacherCode',
  'place',
  'cancelled',
] as const

function daysOf(found: readonly FoundLesson[]): [first: string, last: string] {
  const days = found.map((one) => one.day).toSorted()
  return [days[0] ?? '', days.at(-1) ?? '']
}
