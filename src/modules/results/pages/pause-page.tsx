import type { FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import type { Paused } from '../deeds/pause.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface PausePageProps {
  frame: Frame
  paused: Paused
  errors: FieldErrors
  until: string
  said: 'added' | 'ended' | undefined
}

/** A pupil who is ill or has no device: the days do not count for the moment at home. */
export const PausePage: FC<PausePageProps> = ({ frame, paused, errors, until, said }) => {
  const words = texts(frame.lang)
  const title = words.pause.title(paused.name)
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      {said && <Note>{words.pause[said]}</Note>}
      <PageHead
        crumbs={[{ label: words.staff.title, href: paths.results }, { label: words.pause.short }]}
        title={<Name>{title}</Name>}
        line={words.pause.line}
      />
      <div class="prose stack">
        {paused.pause === null ? (
          <Form frame={frame} action={paths.pauses(paused.id)} class="stack">
            <TextField
              name="until"
              label={words.pause.until}
              hint={words.pause.untilHint}
              error={errors.until}
              value={until}
              short
            />
            <p>
              <Button look="main">{words.pause.submit}</Button>
            </p>
          </Form>
        ) : (
          <Form frame={frame} action={paths.pauseEnd(paused.id)} class="stack">
            <p>{words.pause.now(dayInWords(frame.lang, paused.pause.until))}</p>
            <p>
              <Button look="main">{words.pause.end}</Button>
            </p>
          </Form>
        )}
      </div>
    </DeskFrame>
  )
}
