import type { FC } from 'hono/jsx'
import { clockInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note as NotePart } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import type { Note } from '../note.ts'
import { paths } from '../paths.ts'
import type { Hours } from '../queries.ts'
import { texts } from '../texts.ts'
import { WaitingNote, type Waiting } from './waiting-note.tsx'

export interface GivePageProps {
  frame: Frame
  waiting: readonly Waiting[]
  done: readonly Note[]
  /** Of the schools kept. */
  hours: readonly Hours[]
  said?: 'gestuurd' | 'gegeven' | 'ingetrokken' | 'al' | 'uren' | undefined
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
  /** Of which school the hours were wrong. */
  wrongSchool?: string | undefined
}

/** What waits to be given, first; what is done today; and until when notes are taken. */
export const GivePage: FC<GivePageProps> = (props) => {
  const { frame, waiting, done, hours, said, errors = {} } = props
  const words = texts(frame.lang)
  const wrong = Object.keys(errors).length > 0
  return (
    <DeskFrame frame={frame} title={words.give.title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && !wrong && <NotePart tone={said === 'al' ? 'notice' : undefined}>{words.said[said]}</NotePart>}
      <PageHead title={words.give.title} line={words.give.waiting(waiting.length)} />
      {waiting.length === 0 ? (
        <Empty>{hours.length > 0 ? words.give.none : words.give.noneTeacher}</Empty>
      ) : (
        <ul class="stack">
          {waiting.map((one) => (
            <WaitingNote frame={frame} {...one} />
          ))}
        </ul>
      )}
      {done.length > 0 && <Done lang={frame.lang} notes={done} />}
      {hours.map((one) => (
        <HoursCard {...props} hours={[one]} several={hours.length > 1} />
      ))}
    </DeskFrame>
  )
}

const Done: FC<{ lang: Lang; notes: readonly Note[] }> = ({ lang, notes }) => {
  const words = texts(lang).give
  return (
    <Card id="klaar" title={words.doneTitle}>
      <ul class="lines">
        {notes.map(({ name, words: text, state, at }) => (
          <li class="row spread">
            <span>
              <strong>
                <Name>{name}</Name>
              </strong>
              <br />
              <small class="muted" dir="auto">
                {text}
              </small>
            </span>
            {state !== 'sent' && <Tag>{words.done[state](clockInWords(lang, at ?? ''))}</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const HoursCard: FC<GivePageProps & { several: boolean }> = ({ frame, hours, several, ...again }) => {
  const { hours: words } = texts(frame.lang)
  const [one] = hours
  if (one === undefined) return null
  const { school, name, until, phone } = one
  const mine = again.wrongSchool === school
  const errors = mine ? (again.errors ?? {}) : {}
  const values = mine ? (again.values ?? {}) : {}
  // The error summary leads to the fields by their names; a second school's have ids of their own.
  const idOf = (field: string): string | undefined => (several && !mine ? `${field}-${school}` : undefined)
  return (
    <Card id={several ? `uren-${school}` : 'uren'} title={several ? <Name>{words.titleOf(name)}</Name> : words.title}>
      <Form frame={frame} action={paths.hours(school)} class="stack prose no-print">
        <p class="muted">{words.line}</p>
        <div class="pair">
          <TextField
            name="until"
            id={idOf('until')}
            label={words.until}
            hint={words.untilHint}
            error={errors['until']}
            value={values['until'] ?? until.replace(':', frame.lang === 'nl' ? '.' : ':')}
            autocomplete="off"
          />
          <TextField
            name="phone"
            id={idOf('phone')}
            label={words.phone}
            hint={words.phoneHint}
            error={errors['phone']}
            value={values['phone'] ?? phone ?? ''}
            type="tel"
            autocomplete="off"
          />
        </div>
        <p>
          <Button>{words.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}
