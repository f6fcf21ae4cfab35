import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import { paths } from '../paths.ts'
import type { PersonName } from '../person.ts'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export interface LeavingPageProps extends FormState {
  frame: Frame
  pupil: PersonName & { id: string }
}

/** Asks for the last day of a pupil at school. */
export const LeavingPage: FC<LeavingPageProps> = ({ frame, pupil, ...state }) => {
  const words = texts(frame.lang)
  const name = fullName(pupil)
  return (
    <DeskFrame frame={frame} title={`${words.leaving.title}: ${name}`} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead
        title={words.leaving.title}
        line={<Name>{name}</Name>}
        crumbs={[
          { label: words.pupils.title, href: paths.pupils },
          { label: name, href: paths.pupil(pupil.id) },
          { label: words.leaving.title },
        ]}
      />
      <Form frame={frame} action={paths.leaving(pupil.id)} class="card stack prose">
        <p>{words.leaving.line}</p>
        <TextField
          name="lastDay"
          label={words.leaving.lastDay}
          hint={words.dayHint}
          value={state.values.lastDay}
          error={state.errors.lastDay}
          autocomplete="off"
          short
        />
        <div class="row">
          <Button look="main">{words.leaving.submit}</Button>
          <ButtonLink look="link" href={paths.pupil(pupil.id)}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
