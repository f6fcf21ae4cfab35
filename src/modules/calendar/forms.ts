import { z } from 'zod'
import {
  dayField,
  lineField,
  optionalField,
  optionalLineField,
  timeField,
  typedDay,
  typedTime,
} from '#platform/http/fields.ts'
import { eventFault, eventKinds, type Audience, type CalendarEvent, type EventPlan } from './event.ts'
import type { Texts } from './texts.nl.ts'

const longestName = 120
const longestLine = 500

/** The field of a group's box, and the value of a stage's choice. */
export const groupField = (id: string): string => `groep-${id}`
export const stageValue = (stage: string): string => `stage-${stage}`

/** An event. The boxes of groups count when the groups are chosen. */
export const eventForm = ({ form: words }: Texts) =>
  z
    .looseObject({
      kind: z.enum(eventKinds, words.kindMissing),
      name: optionalLineField({ most: longestName, long: words.nameLong(longestName) }),
      firstDay: dayField({ missing: words.firstMissing, wrong: words.dayWrong }),
      lastDay: optionalField(dayField({ missing: words.dayWrong, wrong: words.dayWrong })),
      starts: optionalField(timeField({ missing: words.timeWrong, wrong: words.timeWrong })),
      ends: optionalField(timeField({ missing: words.timeWrong, wrong: words.timeWrong })),
      line: optionalLineField({ most: longestLine, long: words.lineLong(longestLine) }),
      whom: lineField({ most: 20, missing: words.whomMissing, long: words.whomMissing }),
    })
    .transform(
      ({
        kind,
        name,
        firstDay,
        lastDay,
        starts,
        ends,
        line,
        whom,
        ...rest
      }): Omit<EventPlan, 'audience'> & {
        audience: Audience | null
      } => ({
        kind,
        name,
        startsOn: firstDay,
        endsOn: lastDay ?? firstDay,
        startsTime: starts,
        endsTime: ends,
        line,
        audience: audienceOf(whom, rest),
      }),
    )
    .transform(({ audience, ...event }, context): EventPlan => {
      const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      const fault = eventFault(event)
      if (event.kind === 'other' && event.name === null) say('name', words.nameMissing)
      if (fault !== null) say('lastDay', fault === 'order' ? words.order : words.long)
      if (event.endsTime !== null && event.startsTime === null) say('starts', words.startMissing)
      else if (event.endsTime !== null && event.startsOn === event.endsOn && event.endsTime <= (event.startsTime ?? ''))
        say('ends', words.endsBefore)
      if (audience === null) say('whom', words.whomMissing)
      else if (audience.whom === 'groups' && audience.groups.length === 0) say('groups', words.groupsMissing)
      return { ...event, audience: audience ?? { whom: 'school' } }
    })

const uuid = /^groep-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const audienceOf = (whom: string, boxes: Readonly<Record<string, unknown>>): Audience | null => {
  if (whom === 'school') return { whom }
  if (whom === 'groups')
    return { whom, groups: Object.keys(boxes).flatMap((name) => uuid.exec(name)?.slice(1, 2) ?? []) }
  const [, stage] = /^stage-(BO|VO|SO|VSO)$/.exec(whom) ?? []
  return stage === undefined ? null : { whom: 'stage', stage }
}

/** An event as its form shows it. */
export const typedEvent = (event: CalendarEvent): Readonly<Record<string, string>> => ({
  kind: event.kind,
  name: event.name ?? '',
  firstDay: typedDay(event.startsOn),
  lastDay: event.endsOn === event.startsOn ? '' : typedDay(event.endsOn),
  starts: typedTime(event.startsTime),
  ends: typedTime(event.endsTime),
  line: event.line ?? '',
  whom: event.audience === 'stage' ? stageValue(event.stage ?? '') : event.audience,
  ...Object.fromEntries(event.groups.map(({ id }) => [groupField(id), 'on'])),
})
