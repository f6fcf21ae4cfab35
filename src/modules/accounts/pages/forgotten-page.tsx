import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { NewPassword } from '#ui/form/new-login.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorFrame } from '#ui/layout/door-frame.tsx'
import { DoorForm } from '#ui/layout/door-form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { Section } from '#ui/part/section.tsx'
import { shortestPassword } from '../login.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface ForgottenPageProps {
  frame: Frame
  /** Whether this house sends mail. */
  mails: boolean
  login?: string | undefined
  code?: string | undefined
  /** By field: `login`, `code`. */
  errors?: FieldErrors | undefined
}

/** The way back in: a link by mail where there is mail, a code from the office everywhere. */
export const ForgottenPage: FC<ForgottenPageProps> = ({ frame, mails, login, code, errors = {} }) => {
  const { forgotten: words, signIn } = texts(frame.lang)
  return (
    <DoorFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        <PageHead title={words.title} line={mails ? words.line : words.noMail} />
        {mails ? (
          <Form frame={frame} action={paths.forgotten} class="stack">
            <TextField
              name="login"
              label={signIn.login}
              hint={signIn.loginHint}
              error={errors.login}
              value={login}
              autocomplete="username"
              literal
            />
            <Button look="main" wide>
              {words.submit}
            </Button>
          </Form>
        ) : (
          <p>{words.noMailLine}</p>
        )}
        <Section id="code-van-school" title={words.code} size="small">
          <Form frame={frame} action={paths.resetByCode} class="stack">
            <TextField
              name="code"
              label={words.codeField}
              hint={words.codeHint}
              error={errors.code}
              value={code}
              autocomplete="off"
              literal
            />
            <p>
              <Button>{words.codeSubmit}</Button>
            </p>
          </Form>
        </Section>
        <ToSignIn frame={frame} />
      </section>
    </DoorFrame>
  )
}

const ToSignIn: FC<{ frame: Frame }> = ({ frame }) => (
  <p>
    <a class="link-row" href={paths.signIn}>
      {texts(frame.lang).forgotten.toSignIn}
    </a>
  </p>
)

/** One answer whatever was typed: whether somebody has that name is nobody's business. */
export const ForgottenSentPage: FC<{ frame: Frame; minutes: number }> = ({ frame, minutes }) => {
  const words = texts(frame.lang).forgotten
  return (
    <DoorFrame frame={frame} title={words.sentTitle}>
      <section class="stack-l">
        <PageHead title={words.sentTitle} />
        <p class="lead">{words.sent(minutes)}</p>
        <p class="muted">{words.sentNone}</p>
        <ToSignIn frame={frame} />
      </section>
    </DoorFrame>
  )
}

export interface ResetPageProps {
  frame: Frame
  code: string
  login: string
  /** By field: `password`. */
  errors?: FieldErrors | undefined
}

/** Chooses a new password with a code. */
export const ResetPage: FC<ResetPageProps> = ({ frame, code, login, errors = {} }) => {
  const { reset: words, choose } = texts(frame.lang)
  return (
    <DoorForm
      frame={frame}
      title={words.title}
      line={words.line}
      action={paths.reset(code)}
      submit={words.submit}
      errors={errors}
      before={<Facts items={[{ term: words.login, value: <bdi>{login}</bdi> }]} />}
    >
      <input type="text" value={login} autocomplete="username" hidden readonly />
      <NewPassword label={words.password} hint={choose.passwordHint(shortestPassword)} error={errors.password} />
    </DoorForm>
  )
}

/** The code is used, too old, or never was: one answer for all three. */
export const ResetOverPage: FC<{ frame: Frame }> = ({ frame }) => {
  const words = texts(frame.lang).reset
  return (
    <DoorFrame frame={frame} title={words.overTitle}>
      <section class="stack-l">
        <PageHead title={words.overTitle} />
        <p class="lead">{words.overLine}</p>
        <p>
          <a class="btn btn-plain" href={paths.forgotten}>
            {words.again}
          </a>
        </p>
      </section>
    </DoorFrame>
  )
}
