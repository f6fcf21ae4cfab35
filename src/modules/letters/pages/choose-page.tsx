import type { FC } from 'hono/jsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { NewLogin } from '#ui/form/new-login.tsx'
import { DoorForm } from '#ui/layout/door-form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { paths } from '../paths.ts'
import { doorTexts } from '../door/texts.ts'

export interface ChoosePageProps {
  frame: Frame
  code: string
  /** What was answered: it goes along, and is judged again. */
  answered: Readonly<Record<string, string | undefined>>
  shortest: number
  login?: string | undefined
  errors?: FieldErrors | undefined
}

/** A pupil has more than one device, and chooses a name and a password at once. */
export const ChoosePage: FC<ChoosePageProps> = ({ frame, code, answered, shortest, login, errors = {} }) => {
  const words = doorTexts(frame.lang).choose
  return (
    <DoorForm
      frame={frame}
      title={words.title}
      line={words.line}
      action={paths.letter(code)}
      submit={words.submit}
      errors={errors}
    >
      {Object.entries(answered).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <NewLogin words={words} passwordHint={words.passwordHint(shortest)} login={login} errors={errors} />
    </DoorForm>
  )
}
