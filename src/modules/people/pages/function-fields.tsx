import type { FC } from 'hono/jsx'
import type { PersonRole } from '#platform/access/actor.ts'
import { Choice } from '#ui/form/choice.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLang } from '#ui/layout/language.ts'
import type { GroupLine } from '../group-queries.ts'
import { texts } from '../texts.ts'
import type { FormState } from './form-state.ts'

export interface FunctionFieldsProps extends FormState {
  choices: readonly PersonRole[]
  groups: readonly Pick<GroupLine, 'id' | 'name'>[]
}

/** Which function, for which class, until when. */
export const FunctionFields: FC<FunctionFieldsProps> = ({ choices, groups, values, errors }) => {
  const words = texts(useLang())
  return (
    <>
      <Choice
        name="role"
        label={words.functions.label}
        error={errors.role}
        value={values.role}
        options={choices.map((role) => ({
          value: role,
          label: words.personRoles[role].name,
          line: words.personRoles[role].line,
        }))}
      />
      {choices.includes('class_parent') && (
        <Select
          name="group"
          label={words.functions.group}
          hint={words.functions.groupHint}
          empty={words.functions.groupEmpty}
          value={values.group}
          error={errors.group}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        name="lastDay"
        label={words.functions.lastDay}
        hint={words.functions.lastDayHint}
        value={values.lastDay}
        error={errors.lastDay}
        autocomplete="off"
        short
      />
    </>
  )
}
