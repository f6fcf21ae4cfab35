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

export interface LeavingWorkPageProps extends FormState {
  frame: Frame
  member: PersonName & { id: string }
}

/** Asks for somebody's last day at work, and says what follows. */
export const LeavingWorkPage: FC<LeavingWorkPageProps> = ({ frame, member, ...state }) => {
  const words = texts(frame.lang)
  const { employment } = words
  const name = fullName(member)
  return (
    <DeskFrame frame={frame} title={`${employment.endTitle}: ${name}`} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead
        title={employment.endTitle}
        line={<Name>{name}</Name>}
        crumbs={[
          { label: words.staff.title, href: paths.staff },
          { label: name, href: paths.staffMember(member.id) },
          { label: employment.end },
        ]}
      />
      <Form frame={frame} action={paths.staffEnd(member.id)} class="card stack prose">
        <p dir="auto">{employment.endLine(name)}</p>
        <TextField
          name="lastDay"
          label={employment.lastDay}
          hint={words.dayHint}
          value={state.values.lastDay}
          error={state.errors.lastDay}
          autocomplete="off"
          short
        />
        <div class="row">
          <Button look="main">{employment.submit}</Button>
          <ButtonLink look="link" href={paths.staffMember(member.id)}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
