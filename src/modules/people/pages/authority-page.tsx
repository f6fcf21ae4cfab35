import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Check, Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { useLang } from '#ui/layout/language.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import type { RelationFile } from '../authority-queries.ts'
import { authorities, documentKinds } from '../authority.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export interface AuthorityPageProps extends FormState {
  frame: Frame
  file: RelationFile
}

/** Asks what a guardian may know of a child, with what follows before it is done, and the paper it rests on. */
export const AuthorityPage: FC<AuthorityPageProps> = ({ frame, file, ...state }) => {
  const words = texts(frame.lang)
  const { authority } = words
  const { values, errors } = state
  const [guardian, child] = [fullName(file.guardian), fullName(file.pupil)]
  return (
    <DeskFrame frame={frame} title={authority.changeTitle} wrong={isWrong(state)}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={authority.changeTitle}
        line={<Name>{authority.relationTitle(guardian, child)}</Name>}
        crumbs={[
          { label: child, href: paths.pupil(file.pupil.id) },
          { label: authority.link, href: paths.relation(file.id) },
          { label: authority.changeTitle },
        ]}
      />
      <Form frame={frame} action={paths.authority(file.id)} class="card stack prose">
        <Choice
          name="state"
          label={authority.state}
          error={errors.state}
          value={values.state}
          options={authorities.map((value) => ({
            value,
            label: authority.names[value],
            line: authority.consequences[value](guardian, child),
          }))}
        />
        <p class="small muted">{authority.notAddress}</p>
        <PaperFields {...state} />
        <div class="row">
          <Button look="main">{authority.submit}</Button>
          <ButtonLink look="link" href={paths.relation(file.id)}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}

/** The paper that was seen, and when it is to be looked at again. */
const PaperFields: FC<FormState> = ({ values, errors }) => {
  const { authority } = texts(useLang())
  return (
    <>
      <Select
        name="kind"
        label={authority.kind}
        hint={authority.kindHint}
        empty={authority.kindEmpty}
        value={values.kind}
        error={errors.kind}
        options={documentKinds.map((value) => ({ value, label: authority.kinds[value] }))}
      />
      <TextField
        name="datedOn"
        label={authority.datedOn}
        hint={authority.datedHint}
        value={values.datedOn}
        error={errors.datedOn}
        autocomplete="off"
        short
      />
      <TextField
        name="reference"
        label={authority.referenceLabel}
        hint={authority.referenceHint}
        value={values.reference}
        error={errors.reference}
        autocomplete="off"
      />
      <Check
        name="forbids"
        label={authority.forbids}
        line={authority.forbidsLine}
        error={errors.forbids}
        checked={values.forbids !== undefined}
      />
      <TextField
        name="reviewOn"
        label={authority.reviewOn}
        hint={authority.reviewHint}
        value={values.reviewOn}
        error={errors.reviewOn}
        autocomplete="off"
        short
      />
    </>
  )
}
