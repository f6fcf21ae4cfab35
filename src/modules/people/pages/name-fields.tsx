import type { FC } from 'hono/jsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLang } from '#ui/layout/language.ts'
import { texts } from '../texts.ts'
import type { FormState } from './form-state.ts'

/** First name, prefix, last name. */
export const NameFields: FC<FormState> = ({ values, errors }) => {
  const words = texts(useLang()).name
  return (
    <>
      <TextField name="firstName" label={words.first} value={values.firstName} error={errors.firstName} />
      <TextField
        name="prefix"
        label={words.prefix}
        hint={words.prefixHint}
        value={values.prefix}
        error={errors.prefix}
        short
        literal
      />
      <TextField name="lastName" label={words.last} value={values.lastName} error={errors.lastName} />
    </>
  )
}
