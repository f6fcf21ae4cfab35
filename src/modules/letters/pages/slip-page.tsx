import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PasswordField } from '#ui/form/password-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorFrame } from '#ui/layout/door-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { paths } from '../paths.ts'
import { doorTexts } from '../door/texts.ts'

export interface SlipPageProps {
  frame: Frame
  shortest: number
  login?: string | undefined
  errors?: FieldErrors | undefined
}

/** A pupil types the name and the first password of the slip, and replaces that password at once. */
export const SlipPage: FC<SlipPageProps> = ({ frame, shortest, login, errors = {} }) => {
  const { slip: words, choose } = doorTexts(frame.lang)
  return (
    <DoorFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        <PageHead title={words.title} line={words.line} />
        <Form frame={frame} action={paths.slip} class="stack">
          <TextField
            name="login"
            label={words.login}
            error={errors.login}
            value={login}
            autocomplete="username"
            literal
          />
          <TextField
            name="firstPassword"
            label={words.first}
            hint={words.firstHint}
            error={errors.firstPassword}
            autocomplete="off"
            literal
          />
          <PasswordField
            name="password"
            label={words.own}
            hint={choose.passwordHint(shortest)}
            error={errors.password}
            autocomplete="new-password"
          />
          <Button look="main" wide>
            {words.submit}
          </Button>
        </Form>
      </section>
    </DoorFrame>
  )
}
