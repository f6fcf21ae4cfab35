import type { FC } from 'hono/jsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface PasswordFieldProps extends FieldProps {
  /** So that a password manager fills in or makes up the right one. */
  autocomplete: 'current-password' | 'new-password'
}

/** A password: may be pasted, and never comes back in a page. */
export const PasswordField: FC<PasswordFieldProps> = (props) => (
  <Field {...props}>
    <input {...controlAttributes(props)} class="input" type="password" autocomplete={props.autocomplete} />
  </Field>
)
