import type { FC } from 'hono/jsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  value?: string | undefined
  /** Lines shown; the reader may make it taller. */
  rows?: number | undefined
}

/** A few sentences. What was typed comes back with the error. */
export const TextArea: FC<TextAreaProps> = (props) => (
  <Field {...props}>
    <textarea {...controlAttributes(props)} class="input" rows={props.rows ?? 3} dir="auto">
      {props.value}
    </textarea>
  </Field>
)
