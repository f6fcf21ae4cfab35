import type { FC } from 'hono/jsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface FileFieldProps extends FieldProps {
  /** Kinds the browser offers first, ".xml,.csv". The server judges. */
  accept?: string | undefined
}

/** A file from this device. Its form needs `multipart`. */
export const FileField: FC<FileFieldProps> = (props) => (
  <Field {...props}>
    <input {...controlAttributes(props)} class="input" type="file" accept={props.accept} />
  </Field>
)
