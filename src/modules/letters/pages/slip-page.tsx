import type { FC } from 'hono/jsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { NewPassword } from '#ui/form/new-login.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorForm } from '#ui/layout/door-form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { paths } from '../paths.ts'
import { doorTexts } from '../door/texts.ts'

export interface SlipPageProps {
  frame: Frame
  shortest: number
  login?: string | undefined
  errors?: FieldErrors | undefined
}

/** A pupil types the name and the first password of the slip, and replaces that password at once. */
export const SlipPage: FC<SlipPageProps> = ({ frame, shortest, login, errors = {} }) => {
  const { slip: words, choose } = doorTexts(frame.lang)
  return (
    <DoorForm
      frame={frame}
      title={words.title}
      line={words.line}
      action={paths.slip}
      submit={words.submit}
      errors={errors}
    >
      <TextField name="login" label={words.login} error={errors.login} value={login} autocomplete="username" literal />
      <TextField
        name="firstPassword"
        label={words.first}
        hint={words.firstHint}
        error={errors.firstPassword}
        autocomplete="off"
        literal
      />
      <NewPassword label={words.own} hint={choose.passwordHint(shortest)} error={errors.password} />
    </DoorForm>
  )
}
