import type { FC } from 'hono/jsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
}

/** Several lines of text. What was typed comes back with the error. */
export const TextArea: FC<TextAreaProps> = (props) => (
  <Field {...props}>
    <textarea {...controlAttributes(props)} class="input" rows={props.rows ?? 4} dir="auto">
      {/* A browser takes the first line break for its own. */}
      {`\n${props.value ?? ''}`}
    </textarea>
  </Field>
)
