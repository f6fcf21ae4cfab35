import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PasswordField } from '#ui/form/password-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { CodeField } from './second-step-page.tsx'

export interface ProofPageProps {
  frame: Frame
  /** The page that asked for it. */
  back: string
  login: string | null
  app: boolean
  passkeys: boolean
  /** By field: `password`, `code`, or '' for the passkey. */
  errors?: FieldErrors | undefined
}

/** Asks once more who the reader is, before something that could shut somebody out or let somebody in. */
export const ProofPage: FC<ProofPageProps> = ({ frame, back, login, app, passkeys, errors = {} }) => {
  const { proof: words, secondStep } = texts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.title} line={words.line} />
      <Card id="wachtwoord" title={words.password}>
        <Form frame={frame} action={paths.proof} class="stack">
          <input type="hidden" name="terug" value={back} />
          {login !== null && <input type="text" value={login} autocomplete="username" hidden readonly />}
          <PasswordField
            name="password"
            label={words.password}
            error={errors.password}
            autocomplete="current-password"
          />
          <p>
            <Button look="main">{words.submit}</Button>
          </p>
        </Form>
      </Card>
      {app && (
        <Card id="code-kaart" title={words.or}>
          <Form frame={frame} action={paths.proof} class="stack">
            <input type="hidden" name="terug" value={back} />
            <CodeField label={words.code} hint={secondStep.codeHint} error={errors.code} />
            <p>
              <Button>{words.codeSubmit}</Button>
            </p>
          </Form>
        </Card>
      )}
      {passkeys && <PasskeyForm frame={frame} kind="prove" back={back} />}
      <p>
        <a class="link-row" href={back}>
          {words.cancel}
        </a>
      </p>
    </OwnFrame>
  )
}
