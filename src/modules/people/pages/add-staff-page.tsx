import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { Namesake } from '../guardian-queries.ts'
import { paths, withQuery } from '../paths.ts'
import { texts } from '../texts.ts'
import { ReachFields } from './contact-fields.tsx'
import { isWrong, type FormState } from './form-state.ts'
import { NameFields } from './name-fields.tsx'
import { SameChoice } from './same-choice.tsx'

export interface AddStaffPageProps extends FormState {
  frame: Frame
  school: string
  namesakes: readonly Namesake[]
}

/** Asks who comes to work at the school. */
export const AddStaffPage: FC<AddStaffPageProps> = ({ frame, school, namesakes, ...state }) => {
  const words = texts(frame.lang)
  const list = withQuery(paths.staff, { school })
  return (
    <DeskFrame frame={frame} title={words.staff.add} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead
        title={words.staff.add}
        line={words.staff.addLine}
        crumbs={[{ label: words.staff.title, href: list }, { label: words.staff.add }]}
      />
      <Form frame={frame} action={list} class="card stack prose">
        <SameChoice namesakes={namesakes} {...state} />
        <NameFields {...state} />
        <ReachFields {...state} />
        <TextField
          name="lastDay"
          label={words.employment.lastDay}
          hint={words.employment.lastDayHint}
          value={state.values.lastDay}
          error={state.errors.lastDay}
          autocomplete="off"
          short
        />
        <div class="row">
          <Button look="main">{words.staff.submit}</Button>
          <ButtonLink look="link" href={list}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
