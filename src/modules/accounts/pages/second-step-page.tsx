import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorFrame } from '#ui/layout/door-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { PasskeyForm } from './passkey-form.tsx'

export interface SecondStepPageProps {
  frame: Frame
  /** Where to go afterwards. */
  back: string
  /** What this account can show. */
  app: boolean
  passkeys: boolean
  /** By field: `code`, `recovery`, or '' for the passkey. */
  errors?: FieldErrors | undefined
}

/** The step between the password and the work: a code out of the app, a passkey, or a recovery code. */
export const SecondStepPage: FC<SecondStepPageProps> = ({ frame, back, app, passkeys, errors = {} }) => {
  const words = texts(frame.lang).secondStep
  return (
    <DoorFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        <PageHead title={words.heading} line={app ? words.line : undefined} />
        {app && (
          <Form frame={frame} action={paths.secondStep} class="stack">
            <input type="hidden" name="terug" value={back} />
            <CodeField label={words.code} hint={words.codeHint} error={errors.code} />
            <Button look="main" wide>
              {words.submit}
            </Button>
          </Form>
        )}
        {passkeys && <PasskeyForm frame={frame} kind="prove" back={back} />}
        <Otherwise frame={frame} />
        {app && <Lost frame={frame} back={back} error={errors.recovery} />}
        <Form frame={frame} action={frame.links.signOut}>
          <Button look="link">{words.signOut}</Button>
        </Form>
      </section>
    </DoorFrame>
  )
}

/** Six digits out of an app. A phone offers the digits, and what it knows of codes. */
export const CodeField: FC<{ label: string; hint: string; error: string | undefined; id?: string }> = (props) => (
  <TextField name="code" {...props} autocomplete="one-time-code" inputmode="numeric" short literal />
)

const Otherwise: FC<{ frame: Frame }> = ({ frame }) => {
  const words = texts(frame.lang).secondStep
  const [hat] = frame.hats
  if (hat === undefined) return null
  return (
    <div class="stack-s">
      <p class="muted">{words.whyLine}</p>
      <p>
        <a class="btn btn-plain btn-wide" href={frame.links.home}>
          {words.otherwise(hat.label)}
        </a>
      </p>
    </div>
  )
}

const Lost: FC<{ frame: Frame; back: string; error: string | undefined }> = ({ frame, back, error }) => {
  const words = texts(frame.lang).secondStep
  return (
    <details class="more" open={error !== undefined}>
      <summary>{words.lost}</summary>
      <div class="stack">
        <p>{words.lostLine}</p>
        <Form frame={frame} action={paths.secondStep} class="stack">
          <input type="hidden" name="terug" value={back} />
          <TextField
            name="recovery"
            label={words.recovery}
            hint={words.recoveryHint}
            error={error}
            autocomplete="off"
            literal
          />
          <p>
            <Button>{words.recoverySubmit}</Button>
          </p>
        </Form>
        <p class="muted">{words.lostOffice}</p>
      </div>
    </details>
  )
}
