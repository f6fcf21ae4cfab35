import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { fullName } from '#ui/person-name.ts'
import type { Namesake } from '../guardian-queries.ts'
import { paths } from '../paths.ts'
import { relations, type PersonName } from '../person.ts'
import { texts } from '../texts.ts'
import { ContactFields } from './contact-fields.tsx'
import { isWrong, type FormState } from './form-state.ts'
import { NameFields } from './name-fields.tsx'
import { SameChoice } from './same-choice.tsx'

export interface AddGuardianPageProps extends FormState {
  frame: Frame
  pupil: PersonName & { id: string }
  namesakes: readonly Namesake[]
}

/** Asks who the guardian is, and whether that is somebody the school knows already. */
export const AddGuardianPage: FC<AddGuardianPageProps> = ({ frame, pupil, namesakes, ...state }) => {
  const words = texts(frame.lang)
  const name = fullName(pupil)
  return (
    <DeskFrame frame={frame} title={`${words.guardian.addTitle}: ${name}`} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead
        title={words.guardian.addTitle}
        line={words.guardian.addLine(name)}
        crumbs={[
          { label: words.pupils.title, href: paths.pupils },
          { label: name, href: paths.pupil(pupil.id) },
          { label: words.guardian.addTitle },
        ]}
      />
      <Form frame={frame} action={paths.guardians(pupil.id)} class="card stack prose">
        <SameChoice namesakes={namesakes} {...state} />
        <p class="small muted">{words.guardian.institution}</p>
        <NameFields {...state} />
        <Select
          name="relation"
          label={words.guardian.relation}
          empty={words.guardian.relationEmpty}
          value={state.values.relation}
          error={state.errors.relation}
          options={relations.map((value) => ({ value, label: words.relation[value] }))}
        />
        <Choice
          name="authority"
          label={words.authority.add}
          hint={words.authority.addHint}
          value={state.values.authority}
          error={state.errors.authority}
          options={[
            { value: 'full', label: words.authority.addFull, line: words.authority.addFullLine },
            { value: 'on_request', label: words.authority.addAsk, line: words.authority.addAskLine },
          ]}
        />
        <h2 class="sec-head">{words.contact.title}</h2>
        <ContactFields {...state} />
        <div class="row">
          <Button look="main">{words.guardian.submit}</Button>
          <ButtonLink look="link" href={paths.pupil(pupil.id)}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
