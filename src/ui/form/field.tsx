import type { Child, FC } from 'hono/jsx'
import { useTexts } from '../layout/language.ts'
import { Icon } from '../part/icon.tsx'

/** What every field shares. Its control has the id of its name, so that an error summary can link to it. */
export interface FieldProps {
  name: string
  label: Child
  /** What to fill in, with an example; stands above the control. */
  hint?: Child
  /** The sentence that says how to put it right. */
  error?: string | undefined
  /** The control's id where two forms on one page share a name. */
  id?: string | undefined
}

/** Messages by field name, as the server found them. */
export type FieldErrors = Readonly<Record<string, string | undefined>>

/** Label, hint and error around one control. Give the control `controlAttributes` of the same props. */
export const Field: FC<FieldProps & { children?: Child }> = ({ name, label, hint, error, id = name, children }) => (
  <div class={error ? 'field field-wrong' : 'field'}>
    <label for={id}>{label}</label>
    <FieldWords id={id} hint={hint} error={error} />
    {children}
  </div>
)

/** Hint and error as the control's description refers to them. */
export const FieldWords: FC<{ id: string; hint: Child; error: string | undefined }> = ({ id, hint, error }) => (
  <>
    {hint && (
      <p class="hint" id={hintId(id)}>
        {hint}
      </p>
    )}
    {error && (
      <p class="msg-wrong" id={errorId(id)}>
        <Icon name="attention" />
        <span>
          <span class="vh">{useTexts().wrongPrefix}</span>
          {error}
        </span>
      </p>
    )}
  </>
)

export const controlAttributes = ({ name, hint, error, id = name }: FieldProps) => ({
  id,
  name,
  'aria-describedby': describedBy(id, hint, error),
  'aria-invalid': error ? 'true' : undefined,
})

export const describedBy = (id: string, hint: Child, error: string | undefined): string | undefined =>
  [hint ? hintId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined

const hintId = (id: string): string => `${id}-uitleg`
const errorId = (id: string): string => `${id}-fout`
