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
import { Note } from '#ui/part/note.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { Personas, type PersonaGroup } from './personas.tsx'

export interface SignInPageProps {
  frame: Frame
  /** Where to go afterwards: a path of ours, checked by the route. */
  back?: string | undefined
  /** What was typed before. */
  login?: string | undefined
  /** Whether this address is one that passkeys belong to. */
  passkeys?: boolean | undefined
  /** By field: `login`, `password`, or '' for the two together, or the passkey. */
  errors?: FieldErrors | undefined
  /** The reader comes from signing out. */
  signedOut?: boolean | undefined
  /** The cast of the demo. Empty outside the demo, and then nothing tells of it. */
  personas?: readonly PersonaGroup[] | undefined
}

export const SignInPage: FC<SignInPageProps> = ({ frame, back, login, errors = {}, signedOut, ...rest }) => {
  const { personas = [], passkeys = false } = rest
  const words = texts(frame.lang).signIn
  const wrong = Object.keys(errors).length > 0
  return (
    <DoorFrame frame={frame} title={words.title} wrong={wrong}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        {signedOut && !wrong && <Note>{words.signedOut}</Note>}
        <PageHead title={words.heading} line={words.line} />
        <Form frame={frame} action={paths.signIn} class="stack">
          {back !== undefined && <input type="hidden" name="back" value={back} />}
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
            error={errors.password}
            autocomplete="current-password"
          />
          <Button look="main" wide>
            {words.submit}
          </Button>
        </Form>
        {passkeys && <PasskeyForm frame={frame} kind="sign-in" back={back} />}
        <p>
          <a class="link-row" href={paths.forgotten}>
            {words.forgotten}
          </a>
        </p>
        <p>
          <a class="link-row" href={paths.letter}>
            {words.letter}
          </a>
        </p>
        <p class="muted">{words.help}</p>
      </section>
      {personas.length > 0 && <Personas frame={frame} groups={personas} />}
    </DoorFrame>
  )
}
