import type { Child, FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { eventName, type CalendarEvent } from '../event.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { EventFields, type EventFormState } from './event-fields.tsx'

export interface EventPageProps {
  frame: Frame
  event: CalendarEvent
  form: EventFormState
  /** What was agreed about telling of events in time. */
  agreed: Child
}

/** One event, to change it. */
export const EventPage: FC<EventPageProps> = ({ frame, event, form, agreed }) => {
  const words = texts(frame.lang)
  const name = eventName(frame.lang, event)
  const { errors = {} } = form
  return (
    <DeskFrame frame={frame} title={words.changeTitle(name)} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={<Name>{words.changeTitle(name)}</Name>}
        crumbs={[{ label: words.title, href: paths.ofSchool(event.school) }, { label: name }]}
      />
      <Form frame={frame} action={paths.event(event.id)} class="stack prose">
        {agreed}
        <EventFields lang={frame.lang} form={form} />
        <p>
          <Button look="main">{words.form.save}</Button>
        </p>
      </Form>
    </DeskFrame>
  )
}
