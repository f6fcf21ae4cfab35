import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { daysInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import type { GroupLine } from '../group-queries.ts'
import { paths, withQuery } from '../paths.ts'
import type { Candidate, Substitution } from '../substitute-queries.ts'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export interface SubstitutesPageProps extends FormState {
  frame: Frame
  picked: PickedSchool
  substitutions: readonly Substitution[]
  candidates: readonly Candidate[]
  groups: readonly GroupLine[]
  said?: 'erbij' | 'einde' | undefined
}

/** Who stands in on which group, from today on, and the form to put one more. */
export const SubstitutesPage: FC<SubstitutesPageProps> = (props) => {
  const { frame, picked, substitutions, said } = props
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.substitutes.title} wrong={isWrong(props)}>
      <ErrorSummary errors={props.errors} />
      {said && <Note>{said === 'erbij' ? words.substitutes.said : words.substitutes.saidEnded}</Note>}
      <PageHead
        title={words.substitutes.title}
        line={words.substitutes.line}
        crumbs={[{ label: words.groups.title, href: paths.groups }, { label: words.substitutes.title }]}
      />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.substitutes, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {substitutions.length === 0 ? (
        <p class="muted">{words.substitutes.none}</p>
      ) : (
        <ul class="card lines">
          {substitutions.map((line) => (
            <Line frame={frame} line={line} />
          ))}
        </ul>
      )}
      <Section id="zetten" title={words.substitutes.add}>
        <Fields {...props} />
      </Section>
    </DeskFrame>
  )
}

const Line: FC<{ frame: Frame; line: Substitution }> = ({ frame, line }) => {
  const { substitutes: words } = texts(frame.lang)
  return (
    <li class="row spread">
      <span>
        <strong>
          <Name>{fullName(line)}</Name>
        </strong>
        {', '}
        <a href={paths.group(line.group)}>{line.groupName}</a>
        <br />
        <small class="muted">{daysInWords(frame.lang, line.from, line.until)}</small>
      </span>
      <Form frame={frame} action={paths.substituteEnd(line.id)} class="no-print">
        <Button about={fullName(line)}>{words.stop}</Button>
      </Form>
    </li>
  )
}

const Fields: FC<SubstitutesPageProps> = ({ frame, picked, candidates, groups, values, errors }) => {
  const words = texts(frame.lang)
  const { substitutes } = words
  return (
    <Form frame={frame} action={withQuery(paths.substitutes, { school: picked.school.id })} class="card stack prose">
      <Select
        name="person"
        label={substitutes.who}
        hint={substitutes.whoHint}
        empty={substitutes.whoEmpty}
        value={values.person}
        error={errors.person}
        options={candidates.map((one) => ({ value: one.id, label: sortName(one) }))}
      />
      <Select
        name="group"
        label={substitutes.group}
        empty={substitutes.groupEmpty}
        value={values.group}
        error={errors.group}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="from"
        label={substitutes.from}
        hint={words.dayHint}
        value={values.from}
        error={errors.from}
        autocomplete="off"
        short
      />
      <TextField
        name="until"
        label={substitutes.until}
        hint={substitutes.untilHint}
        value={values.until}
        error={errors.until}
        autocomplete="off"
        short
      />
      <div class="row">
        <Button look="main">{substitutes.submit}</Button>
      </div>
    </Form>
  )
}
