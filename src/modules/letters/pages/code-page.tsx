import type { FC } from 'hono/jsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorForm } from '#ui/layout/door-form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { paths } from '../paths.ts'
import { doorTexts } from '../door/texts.ts'

export interface CodePageProps {
  frame: Frame
  code?: string | undefined
  errors?: FieldErrors | undefined
}

/** For who has a letter and no camera: the code is typed. */
export const CodePage: FC<CodePageProps> = ({ frame, code, errors = {} }) => {
  const words = doorTexts(frame.lang).code
  return (
    <DoorForm
      frame={frame}
      title={words.title}
      line={words.line}
      action={paths.door}
      submit={words.submit}
      errors={errors}
      after={
        <ul class="stack-s">
          <li>
            <a class="link-row" href={paths.slip}>
              {words.slip}
            </a>
          </li>
          <li>
            <a class="link-row" href="/inloggen">
              {words.signIn}
            </a>
          </li>
        </ul>
      }
    >
      <TextField
        name="code"
        label={words.field}
        hint={words.hint}
        error={errors.code}
        value={code}
        autocomplete="off"
        literal
      />
    </DoorForm>
  )
}
