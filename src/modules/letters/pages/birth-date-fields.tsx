import type { FC } from 'hono/jsx'
import { describedBy, FieldWords, type FieldErrors } from '#ui/form/field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { doorTexts } from '../door/texts.ts'

export interface BirthDateFieldsProps {
  frame: Frame
  /** The question. */
  legend: string
  /** By field: `day` says what is wrong with the whole. */
  errors: FieldErrors
  values: Readonly<Record<string, string | undefined>>
}

/** Day, month and year: three short fields with the keyboard of figures. All in the first one is understood as well. */
export const BirthDateFields: FC<BirthDateFieldsProps> = ({ frame, legend, errors, values }) => {
  const words = doorTexts(frame.lang).question
  const fields = [
    ['day', words.day],
    ['month', words.month],
    ['year', words.year],
  ] as const
  return (
    <fieldset
      class={errors.day ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy('day', words.example, errors.day)}
    >
      <legend>{legend}</legend>
      <FieldWords id="day" hint={words.example} error={errors.day} />
      <div class="date-parts">
        {fields.map(([name, label]) => (
          <div class="field">
            <label for={name}>{label}</label>
            <input
              id={name}
              name={name}
              class="input"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              value={values[name]}
              aria-invalid={errors.day ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
