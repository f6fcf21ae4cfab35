import { eventWords, type CalendarEvent } from '#modules/calendar/index.ts'
import type { Subject } from '#modules/today/index.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import type { DayExtra } from './extra.ts'

/** The events of the school calendar, on each of their days, of each for whom they are. */
export const eventExtras = (
  lang: Lang,
  events: readonly CalendarEvent[],
  subjects: readonly Subject[],
  days: readonly string[],
): DayExtra[] =>
  events.flatMap((event) =>
    days
      .filter((day) => event.startsOn <= day && day <= event.endsOn)
      .flatMap((day) =>
        subjects
          .filter((subject) => isFor(event, subject))
          .map((subject) => ({ kind: 'event', day, subject: subject.id, ...eventWords(lang, event) })),
      ),
  )

/** Who works at a school is told of everything there; a child and a class of what is for their groups. */
const isFor = ({ school, audience, groups }: CalendarEvent, subject: Subject): boolean =>
  school === subject.school &&
  (audience !== 'groups' || subject.kind === 'self' || groups.some(({ id }) => subject.boundTo.includes(id)))
