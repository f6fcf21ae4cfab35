import type { FC } from 'hono/jsx'
import type { FieldErrors } from './field.tsx'
import { PasswordField } from './password-field.tsx'
import { TextField } from './text-field.tsx'

export interface NewPasswordProps {
  label: string
  hint: string
  error: string | undefined
}

/** A password that somebody makes up: field `password`. */
export const NewPassword: FC<NewPasswordProps> = ({ label, hint, error }) => (
  <PasswordField name="password" label={label} hint={hint} error={error} autocomplete="new-password" />
)

export interface NewLoginProps {
  words: { login: string; loginHint: string; password: string }
  passwordHint: string
  /** What was typed as the login name. */
  login: string | undefined
  /** By field: `login`, `password`. */
  errors: FieldErrors
}

/** A login name and a password that somebody chooses: fields `login` and `password`. */
export const NewLogin: FC<NewLoginProps> = ({ words, passwordHint, login, errors }) => (
  <>
    <TextField
      name="login"
      label={words.login}
      hint={words.loginHint}
      error={errors.login}
      value={login}
      autocomplete="username"
      literal
    />
    <NewPassword label={words.password} hint={passwordHint} error={errors.password} />
  </>
)
