import type { FC } from 'hono/jsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLang } from '#ui/layout/language.ts'
import { contactLanguages } from '../person.ts'
import { texts } from '../texts.ts'
import type { FormState } from './form-state.ts'

/** How somebody can be reached at once. */
export const ReachFields: FC<FormState> = ({ values, errors }) => {
  const words = texts(useLang()).contact
  return (
    <>
      <TextField
        name="email"
        label={words.email}
        type="email"
        value={values.email}
        error={errors.email}
        autocomplete="off"
        literal
      />
      <TextField
        name="phone"
        label={words.phone}
        type="tel"
        value={values.phone}
        error={errors.phone}
        autocomplete="off"
        short
      />
    </>
  )
}

/** How and in which language somebody can be reached. */
export const ContactFields: FC<FormState> = (state) => {
  const { values, errors } = state
  const lang = useLang()
  const words = texts(lang).contact
  const known = values.language ?? 'nl'
  const languages = [...new Set([...contactLanguages, known])]
  return (
    <>
      <ReachFields {...state} />
      <TextField name="street" label={words.street} value={values.street} error={errors.street} autocomplete="off" />
      <TextField
        name="postalCode"
        label={words.postalCode}
        value={values.postalCode}
        error={errors.postalCode}
        autocomplete="off"
        short
      />
      <TextField name="city" label={words.city} value={values.city} error={errors.city} autocomplete="off" />
      <TextField
        name="contactName"
        label={words.contactName}
        hint={words.contactNameHint}
        value={values.contactName}
        error={errors.contactName}
        autocomplete="off"
      />
      <Select
        name="language"
        label={words.language}
        hint={words.languageHint}
        error={errors.language}
        value={known}
        options={languages.map((value) => ({ value, label: languageName(lang, value) }))}
      />
    </>
  )
}

/** The name of a language in the reader's own: 'Turks'. A code that names none stays as it is. */
export const languageName = (lang: string, code: string): string => {
  try {
    const name = new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)
  } catch {
    return code
  }
}
