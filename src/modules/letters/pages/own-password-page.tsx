import type { FC } from 'hono/jsx'
import type { PersonName } from '#modules/people/index.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { NewLogin } from '#ui/form/new-login.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { paths } from '../paths.ts'
import { doorTexts } from '../door/texts.ts'
import { BirthDateFields } from './birth-date-fields.tsx'

export interface OwnPasswordPageProps {
  frame: Frame
  child: PersonName & { birthDateKnown: boolean }
  /** The school the account is of, when letters of another were answered in this session too. */
  onlySchool: string | null
  shortest: number
  values?: Readonly<Record<string, string | undefined>> | undefined
  errors?: FieldErrors | undefined
}

/** Who came with a letter chooses a name and a password, after the question once more: the device alone proves nothing. */
export const OwnPasswordPage: FC<OwnPasswordPageProps> = (props) => {
  const { frame, child, onlySchool, shortest, values = {}, errors = {} } = props
  const { own: words, choose, question } = doorTexts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.title} line={words.line} />
      <Form frame={frame} action={paths.ownPassword} class="card stack">
        {child.birthDateKnown ? (
          <BirthDateFields
            frame={frame}
            legend={words.heading(child.firstName ?? child.lastName ?? '')}
            errors={errors}
            values={values}
          />
        ) : (
          <TextField
            name="word"
            label={question.word}
            hint={question.wordHint}
            error={errors.word}
            value={values.word}
            autocomplete="off"
            literal
          />
        )}
        <NewLogin words={choose} passwordHint={choose.passwordHint(shortest)} login={values.login} errors={errors} />
        {onlySchool !== null && <p class="muted">{words.only(onlySchool)}</p>}
        <p>
          <Button look="main">{words.submit}</Button>
        </p>
      </Form>
    </OwnFrame>
  )
}
