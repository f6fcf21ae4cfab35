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

export interface ChoosePageProps {
  frame: Frame
  code: string
  /** What was answered: it goes along, and is judged again. */
  answered: Readonly<Record<string, string | undefined>>
  shortest: number
  login?: string | undefined
  errors?: FieldErrors | undefined
}

/** A pupil has more than one device, and chooses a name and a password at once. */
export const ChoosePage: FC<ChoosePageProps> = ({ frame, code, answered, shortest, login, errors = {} }) => {
  const words = doorTexts(frame.lang).choose
  return (
    <DoorFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        <PageHead title={words.title} line={words.line} />
        <Form frame={frame} action={paths.letter(code)} class="stack">
          {Object.entries(answered).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="login"
            label={words.login}
            hint={words.loginHint}
            error={errors.login}
            value={login}
            autocomplete="username"
            literal
          />
          <PasswordField
            name="password"
            label={words.password}
            hint={words.passwordHint(shortest)}
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
