import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DoorFrame } from '#ui/layout/door-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
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
    <DoorFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        <PageHead title={words.title} line={words.line} />
        <Form frame={frame} action={paths.door} class="stack">
          <TextField
            name="code"
            label={words.field}
            hint={words.hint}
            error={errors.code}
            value={code}
            autocomplete="off"
            literal
          />
          <Button look="main" wide>
            {words.submit}
          </Button>
        </Form>
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
      </section>
    </DoorFrame>
  )
}
