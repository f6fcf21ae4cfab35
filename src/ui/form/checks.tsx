import type { Child, FC } from 'hono/jsx'
import { describedBy, FieldWords, type FieldProps } from './field.tsx'

export interface CheckOption {
  /** Each box has a name of its own: a form says no name twice. */
  name: string
  label: Child
  checked: boolean
}

export interface ChecksProps extends Omit<FieldProps, 'name'> {
  id: string
  options: readonly CheckOption[]
}

/** Several out of some, beside each other where there is room. The first box has the id of the group. */
export const Checks: FC<ChecksProps> = ({ id, label, hint, error, options }) => (
  <div class={error ? 'field-wrong' : undefined}>
    <fieldset class="field" aria-describedby={describedBy(id, hint, error)}>
      <legend>{label}</legend>
      <FieldWords id={id} hint={hint} error={error} />
      <div class="checks">
        {options.map((option, at) => (
          <label class="choice">
            <input
              id={at === 0 ? id : `${id}-${at + 1}`}
              type="checkbox"
              name={option.name}
              value="on"
              checked={option.checked}
            />
            <span class="choice-name">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  </div>
)
