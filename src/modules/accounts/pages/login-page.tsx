import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface LoginPageProps {
  frame: Frame
  now: string
  wanted?: string | undefined
  /** Whether this house sends mail. */
  mails: boolean
  /** By field: `login`. */
  errors?: FieldErrors | undefined
}

export const LoginPage: FC<LoginPageProps> = ({ frame, now, wanted, mails, errors = {} }) => {
  const words = texts(frame.lang).login
  return (
    <OwnFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.title} line={words.line} />
      <Facts items={[{ term: words.now, value: <bdi>{now}</bdi> }]} />
      <Form frame={frame} action={paths.login} class="stack">
        <TextField
          name="login"
          label={words.field}
          hint={mails ? words.mailLine : undefined}
          error={errors.login}
          value={wanted}
          autocomplete="username"
          literal
        />
        <p>
          <Button look="main">{words.submit}</Button>
        </p>
      </Form>
      <Back frame={frame} />
    </OwnFrame>
  )
}

const Back: FC<{ frame: Frame }> = ({ frame }) => (
  <p>
    <a class="link-row" href={paths.account}>
      {texts(frame.lang).login.back}
    </a>
  </p>
)

export const LoginMailedPage: FC<{ frame: Frame; login: string; minutes: number }> = ({ frame, login, minutes }) => {
  const words = texts(frame.lang).login
  return (
    <OwnFrame frame={frame} title={words.mailedTitle}>
      <PageHead title={words.mailedTitle} />
      <p class="prose">{words.mailed(login, minutes)}</p>
      <Back frame={frame} />
    </OwnFrame>
  )
}

/** The link of the mail: only the press of the button changes anything. */
export const LoginConfirmPage: FC<{ frame: Frame; login: string; code: string; errors?: FieldErrors }> = ({
  frame,
  login,
  code,
  errors = {},
}) => {
  const words = texts(frame.lang).login
  return (
    <OwnFrame frame={frame} title={words.confirmTitle} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.confirmTitle} />
      <p>
        {words.confirmLine} <strong>{login}</strong>
      </p>
      <Form frame={frame} action={paths.loginConfirm(code)}>
        <Button look="main">{words.confirm}</Button>
      </Form>
      <Back frame={frame} />
    </OwnFrame>
  )
}

export const LoginOverPage: FC<{ frame: Frame }> = ({ frame }) => {
  const words = texts(frame.lang).login
  return (
    <OwnFrame frame={frame} title={words.overTitle}>
      <PageHead title={words.overTitle} />
      <p class="prose">{words.overLine}</p>
      <Back frame={frame} />
    </OwnFrame>
  )
}
