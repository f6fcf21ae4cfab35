import type { Child, FC } from 'hono/jsx'
import type { DayOff, Holiday } from '#modules/school/index.ts'
import { daysInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { eventName, type CalendarEvent } from '../event.ts'
import { eventWords } from '../event-words.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface CalendarListProps {
  frame: Frame
  school: string
  holidays: readonly Holiday[]
  daysOff: readonly DayOff[]
  events: readonly CalendarEvent[]
}

type Item = { startsOn: string; endsOn: string; name: string; tag: Child; line: string; deeds: Child }

/** Everything of one school year in order of day: events, days off and holidays. */
export const CalendarList: FC<CalendarListProps> = ({ frame, school, holidays, daysOff, events }) => {
  const { lang } = frame
  const items = [
    ...holidays.map((holiday) => holidayItem(lang, school, holiday)),
    ...daysOff.map((dayOff) => dayOffItem(lang, dayOff)),
    ...events.map((event) => eventItem(frame, event)),
  ].toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : 0))
  return (
    <div class="stack">
      {events.length === 0 && <p class="muted">{texts(lang).none}</p>}
      <ul class="lines lines-deeds">
        {items.map(({ startsOn, endsOn, name, tag, line, deeds }) => (
          <li class="row spread">
            <span>
              <strong>
                <Name>{name}</Name>
              </strong>{' '}
              {tag}
              <br />
              <small class="muted">{[daysInWords(lang, startsOn, endsOn), line].filter(Boolean).join('. ')}</small>
            </span>
            {deeds && <span class="row no-print">{deeds}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const ChangeLink: FC<{ lang: Lang; href: string; name: string }> = ({ lang, href, name }) => (
  <a class="link-row" href={href}>
    {texts(lang).change}
    <span class="vh"> {texts(lang).about(name)}</span>
  </a>
)

const holidayItem = (lang: Lang, school: string, holiday: Holiday): Item => {
  const words = texts(lang)
  const { kind, firstYear, as, national, standing } = holiday
  const name = words.holidays[kind]
  const nationally = words.nationally(daysInWords(lang, national.startsOn, national.endsOn))
  const tag =
    as === 'moved' ? words.moved : as === 'none' ? words.dropped : standing === 'advice' ? words.advice : words.holiday
  return {
    ...(holiday.days ?? national),
    name,
    tag: <Tag tone={as === 'national' ? undefined : 'notice'}>{tag}</Tag>,
    line: as === 'moved' ? nationally : '',
    deeds: <ChangeLink lang={lang} href={paths.holiday(school, `${firstYear}-${kind}`)} name={name} />,
  }
}

const dayOffItem = (lang: Lang, { name, startsOn, endsOn }: DayOff): Item => ({
  startsOn,
  endsOn,
  name,
  tag: <Tag>{texts(lang).dayOff}</Tag>,
  line: '',
  deeds: null,
})

const eventItem = (frame: Frame, event: CalendarEvent): Item => {
  const { lang } = frame
  const words = texts(lang)
  const name = eventName(lang, event)
  return {
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    name,
    tag: event.name !== null && event.kind !== 'other' ? <Tag>{words.kinds[event.kind]}</Tag> : null,
    line: eventWords(lang, event).line,
    deeds: (
      <>
        <ChangeLink lang={lang} href={paths.event(event.id)} name={name} />
        <Form frame={frame} action={paths.eventEnd(event.id)}>
          <Button look="plain" about={words.about(name)}>
            {words.remove}
          </Button>
        </Form>
      </>
    ),
  }
}
