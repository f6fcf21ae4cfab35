import type { FC } from 'hono/jsx'
import { fullName } from '#ui/person-name.ts'
import { Choice } from '#ui/form/choice.tsx'
import { useLang } from '#ui/layout/language.ts'
import type { Namesake } from '../guardian-queries.ts'
import { texts } from '../texts.ts'
import type { FormState } from './form-state.ts'

/** Asks whether somebody of this name is the one who is at the school already. Nobody of that name: nothing is asked. */
export const SameChoice: FC<FormState & { namesakes: readonly Namesake[] }> = ({ namesakes, values, errors }) => {
  const lang = useLang()
  const words = texts(lang).guardian
  if (namesakes.length === 0) return null
  const and = new Intl.ListFormat(lang)
  const lineOf = ({ children, isStaff }: Namesake): string => {
    if (children.length > 0) return words.sameOf(and.format(children))
    return isStaff ? words.sameStaff : words.sameOther
  }
  return (
    <Choice
      name="same"
      label={words.same}
      error={errors.same}
      value={values.same}
      options={[
        ...namesakes.map((one) => ({ value: one.id, label: words.sameYes(fullName(one)), line: lineOf(one) })),
        { value: 'new', label: words.sameNo },
      ]}
    />
  )
}
