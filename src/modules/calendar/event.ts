import type { Days } from '#modules/school/index.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import type { EventKind } from './tables.ts'
import { texts } from './texts.ts'

export const eventKinds: readonly EventKind[] = ['parents', 'sports', 'trip', 'report', 'other']

/** For whom an event is. */
export type Audience =
  { whom: 'school' } | { whom: 'stage'; stage: string } | { whom: 'groups'; groups: readonly string[] }

/** An event as it is filled in. Times are 'HH:MM'. */
export type EventPlan = Days & {
  kind: EventKind
  name: string | null
  startsTime: string | null
  endsTime: string | null
  line: string | null
  audience: Audience
}

/** An event as it is told: with the groups it is for that the reader may know of. */
export type CalendarEvent = Days & {
  id: string
  school: string
  kind: EventKind
  name: string | null
  startsTime: string | null
  endsTime: string | null
  line: string | null
  audience: 'school' | 'stage' | 'groups'
  stage: string | null
  groups: readonly { id: string; name: string }[]
}

export const audienceOf = ({
  audience,
  stage,
  groups,
}: Pick<CalendarEvent, 'audience' | 'stage' | 'groups'>): Audience => {
  if (audience === 'groups') return { whom: audience, groups: groups.map(({ id }) => id) }
  return audience === 'stage' ? { whom: audience, stage: stage ?? '' } : { whom: 'school' }
}

/** No event lasts longer: a longer one is a slip of the keys. */
const mostDays = 31

/** What is wrong with the days of an event. */
export const eventFault = ({ startsOn, endsOn }: Days): 'order' | 'long' | null => {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1
  return days < 1 ? 'order' : days > mostDays ? 'long' : null
}

/** What the event is called: its own name, or what it is. */
export const eventName = (lang: Lang, { kind, name }: Pick<CalendarEvent, 'kind' | 'name'>): string =>
  name ?? texts(lang).kinds[kind]

/** For whom, in words. For the whole school nothing is said. */
export const audienceWords = (lang: Lang, { audience, stage, groups }: CalendarEvent): string => {
  const words = texts(lang).audience
  if (audience === 'school') return ''
  if (audience === 'stage') return words.forStage(words.stages[stage ?? ''] ?? stage ?? '')
  return words.forGroups(groups.map(({ name }) => name).join(', '))
}
