import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import { paths } from '../paths.ts'
import type { PersonName } from '../person.ts'
import { texts } from '../texts.ts'
import { ContactFields } from './contact-fields.tsx'
import { isWrong, type FormState } from './form-state.ts'

export interface ContactPageProps extends FormState {
  frame: Frame
  person: PersonName & { id: string }
  back: string
}

/** Asks how somebody can be reached. */
export const ContactPage: FC<ContactPageProps> = ({ frame, person, back, ...state }) => {
  const words = texts(frame.lang)
  const name = fullName(person)
  return (
    <DeskFrame frame={frame} title={`${words.contact.changeTitle}: ${name}`} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead title={words.contact.changeTitle} line={<Name>{name}</Name>} />
      <Form frame={frame} action={paths.contact(person.id)} class="card stack prose">
        <p class="muted">{words.contact.line}</p>
        <ContactFields {...state} />
        <div class="row">
          <Button look="main">{words.contact.submit}</Button>
          <ButtonLink look="link" href={back}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
