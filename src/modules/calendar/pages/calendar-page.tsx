import type { Child, FC } from 'hono/jsx'
import type { DayOff, Holiday, PickedSchool } from '#modules/school/index.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import type { CalendarEvent } from '../event.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { CalendarList } from './calendar-list.tsx'
import { EventFields, type EventFormState } from './event-fields.tsx'

export interface CalendarPageProps {
  frame: Frame
  picked: PickedSchool
  firstYear: number
  years: readonly number[]
  holidays: readonly Holiday[]
  daysOff: readonly DayOff[]
  events: readonly CalendarEvent[]
  said?: 'erbij' | 'erbij-laat' | 'gewijzigd' | 'gewijzigd-laat' | 'weg' | undefined
  form: EventFormState
  /** What was agreed about telling of events in time. */
  agreed: Child
}

/** The calendar of one school year, and the form that adds to it. */
export const CalendarPage: FC<CalendarPageProps> = (props) => {
  const { frame, picked, firstYear, said, form } = props
  const words = texts(frame.lang)
  const { errors = {} } = form
  const wrong = Object.keys(errors).length > 0
  const school = picked.school.id
  return (
    <DeskFrame frame={frame} title={words.title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && !wrong && <Note tone={said.endsWith('-laat') ? 'notice' : undefined}>{words.said[said]}</Note>}
      <PageHead
        title={words.title}
        line={words.line}
        deeds={
          <ButtonLink href="#erbij" look="plain" icon="calendar">
            {words.add}
          </ButtonLink>
        }
      />
      <LinkSwitch
        label={words.choose}
        items={picked.schools.map(({ id, name }) => ({
          href: paths.ofYear(id, firstYear),
          label: name,
          current: id === school,
        }))}
      />
      <LinkSwitch
        label={words.years}
        items={props.years.map((year) => ({
          href: paths.ofYear(school, year),
          label: words.year(year),
          current: year === firstYear,
        }))}
      />
      <Card id="jaar" title={words.yearTitle(firstYear)}>
        <CalendarList {...props} school={school} />
      </Card>
      <Card id="erbij" title={words.addTitle}>
        <Form
          frame={frame}
          action={paths.ofYear(school, firstYear)}
          class="stack prose no-print"
          labelledby="erbij-kop"
        >
          {props.agreed}
          <EventFields lang={frame.lang} form={form} />
          <p>
            <Button look="main">{words.form.submit}</Button>
          </p>
        </Form>
      </Card>
    </DeskFrame>
  )
}
