import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorFrame } from '#ui/layout/door-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Note } from '#ui/part/note.tsx'
import { paths } from '../paths.ts'
import { doorTexts } from '../door/texts.ts'
import { BirthDateFields } from './birth-date-fields.tsx'

export interface QuestionPageProps {
  frame: Frame
  code: string
  /** Somebody is signed in with an account that the child can be put to. */
  joins: boolean
  values?: Readonly<Record<string, string | undefined>> | undefined
  errors?: FieldErrors | undefined
}

/** The one question. It is the same page for every code, there or not, so that it tells nothing of any. */
export const QuestionPage: FC<QuestionPageProps> = ({ frame, code, joins, values = {}, errors = {} }) => {
  const words = doorTexts(frame.lang).question
  return (
    <DoorFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        {frame.who && !joins && <Note tone="notice">{words.now(frame.who.name)}</Note>}
        <PageHead title={words.title} />
        <Form frame={frame} action={paths.letter(code)} class="stack">
          <BirthDateFields frame={frame} legend={words.heading} errors={errors} values={values} />
          <p class="muted">{words.line}</p>
          <details class="fold" open={values.word !== undefined && values.word !== ''}>
            <summary>{words.wordSummary}</summary>
            <TextField
              name="word"
              label={words.word}
              hint={words.wordHint}
              value={values.word}
              autocomplete="off"
              literal
            />
          </details>
          {frame.who && joins ? (
            <Where name={frame.who.name} frame={frame} />
          ) : (
            <Button look="main" wide>
              {words.submit}
            </Button>
          )}
        </Form>
      </section>
    </DoorFrame>
  )
}

/** Both buttons send the answer; the first puts the child to the account that is signed in. */
const Where: FC<{ frame: Frame; name: string }> = ({ frame, name }) => {
  const words = doorTexts(frame.lang).join
  return (
    <section class="stack">
      <h2>{words.heading}</h2>
      <p>{words.line(name)}</p>
      <Button look="main" wide name="where" value="account">
        {words.yes}
      </Button>
      <Button wide name="where" value="device">
        {words.no}
      </Button>
      <p class="muted">{words.noLine(name)}</p>
    </section>
  )
}
