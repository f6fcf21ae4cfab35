import type { Child, FC } from 'hono/jsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface SelectProps extends FieldProps {
  options: readonly { value: string; label: Child }[]
  value?: string | undefined
  /** The line of the empty choice, "Kies een school". Left out when one is always chosen. */
  empty?: string | undefined
}

/** One out of many, where cards would be too long. Up to seven choices: use `Choice`. */
export const Select: FC<SelectProps> = (props) => (
  <Field {...props}>
    <select {...controlAttributes(props)} class="input">
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map((option) => (
        <option value={option.value} selected={option.value === props.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)
