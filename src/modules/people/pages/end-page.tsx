import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export interface EndPageProps extends FormState {
  frame: Frame
  title: string
  /** What follows from it, in one sentence. */
  consequence: string
  action: string
  back: string
}

/** Asks from which day a relation or a role is over, and says what follows. */
export const EndPage: FC<EndPageProps> = ({ frame, title, consequence, action, back, ...state }) => {
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={title} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead title={title} />
      <Form frame={frame} action={action} class="card stack prose">
        <p dir="auto">{consequence}</p>
        <TextField
          name="from"
          label={words.end.from}
          hint={words.end.fromHint}
          value={state.values.from}
          error={state.errors.from}
          autocomplete="off"
          short
        />
        <div class="row">
          <Button look="main">{words.end.submit}</Button>
          <ButtonLink look="link" href={back}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
