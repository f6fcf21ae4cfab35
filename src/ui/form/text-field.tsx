import type { FC } from 'hono/jsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined
  /** As wide as a date or a postal code. */
  short?: boolean | undefined
  /** Names and codes: no correction, no capital. */
  literal?: boolean | undefined
  /** The id of a `datalist` with what is often typed. */
  list?: string | undefined
}

/** One line of text. What was typed comes back with the error. */
export const TextField: FC<TextFieldProps> = (props) => (
  <Field {...props}>
    <input
      {...controlAttributes(props)}
      class={props.short ? 'input input-short' : 'input'}
      type={props.type ?? 'text'}
      value={props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      list={props.list}
      autocapitalize={props.literal ? 'none' : undefined}
      spellcheck={props.literal ? false : undefined}
      dir="auto"
    />
  </Field>
)
