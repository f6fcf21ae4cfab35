import type { FC } from 'hono/jsx'
import type { StaffRole } from '#platform/access/actor.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { fullName } from '#ui/person-name.ts'
import { paths } from '../paths.ts'
import type { PersonName } from '../person.ts'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export interface RolePageProps extends FormState {
  frame: Frame
  member: PersonName & { id: string }
  /** The roles that the reader may give and this person does not have. */
  choices: readonly StaffRole[]
}

/** Asks which role somebody gets, each with what it opens. */
export const RolePage: FC<RolePageProps> = ({ frame, member, choices, ...state }) => {
  const words = texts(frame.lang)
  const name = fullName(member)
  return (
    <DeskFrame frame={frame} title={words.role.title(name)} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead
        title={words.role.title(name)}
        crumbs={[
          { label: words.staff.title, href: paths.staff },
          { label: name, href: paths.staffMember(member.id) },
          { label: words.staff.grant },
        ]}
      />
      {choices.length === 0 ? (
        <p>{words.role.held}</p>
      ) : (
        <Form frame={frame} action={paths.roles(member.id)} class="card stack prose">
          <Choice
            name="role"
            label={words.role.label}
            error={state.errors.role}
            value={state.values.role}
            options={choices.map((role) => ({
              value: role,
              label: words.roles[role].name,
              line: words.roles[role].line,
            }))}
          />
          <div class="row">
            <Button look="main">{words.role.submit}</Button>
            <ButtonLink look="link" href={paths.staffMember(member.id)}>
              {words.cancel}
            </ButtonLink>
          </div>
        </Form>
      )}
    </DeskFrame>
  )
}
