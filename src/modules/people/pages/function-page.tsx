import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import type { Namesake } from '../guardian-queries.ts'
import { paths, withQuery } from '../paths.ts'
import type { PersonName } from '../person.ts'
import { texts } from '../texts.ts'
import { ReachFields } from './contact-fields.tsx'
import { isWrong } from './form-state.ts'
import { FunctionFields, type FunctionFieldsProps } from './function-fields.tsx'
import { NameFields } from './name-fields.tsx'
import { SameChoice } from './same-choice.tsx'

export interface FunctionPageProps extends FunctionFieldsProps {
  frame: Frame
  person: PersonName & { id: string }
  back: string
}

/** Asks which function somebody gets whom the school knows. */
export const FunctionPage: FC<FunctionPageProps> = ({ frame, person, back, ...state }) => {
  const words = texts(frame.lang)
  const title = words.functions.giveTitle(fullName(person))
  return (
    <DeskFrame frame={frame} title={title} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead title={<Name>{title}</Name>} line={words.functions.line} />
      {state.choices.length === 0 ? (
        <p>{words.functions.noChoice}</p>
      ) : (
        <Form frame={frame} action={paths.functionsOf(person.id)} class="card stack prose">
          <FunctionFields {...state} />
          <Deeds frame={frame} back={back} />
        </Form>
      )}
    </DeskFrame>
  )
}

export interface NewFunctionPageProps extends FunctionFieldsProps {
  frame: Frame
  school: string
  namesakes: readonly Namesake[]
}

/** Asks who comes from outside, and for what. */
export const NewFunctionPage: FC<NewFunctionPageProps> = ({ frame, school, namesakes, ...state }) => {
  const words = texts(frame.lang)
  const list = withQuery(paths.functions, { school })
  return (
    <DeskFrame frame={frame} title={words.functions.newTitle} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      <PageHead
        title={words.functions.newTitle}
        line={words.functions.newLine}
        crumbs={[{ label: words.functions.title, href: list }, { label: words.functions.newTitle }]}
      />
      <Form frame={frame} action={list} class="card stack prose">
        <SameChoice namesakes={namesakes} {...state} />
        <NameFields {...state} />
        <ReachFields {...state} />
        <FunctionFields {...state} />
        <Deeds frame={frame} back={list} />
      </Form>
    </DeskFrame>
  )
}

const Deeds: FC<{ frame: Frame; back: string }> = ({ frame, back }) => (
  <div class="row">
    <Button look="main">{texts(frame.lang).functions.submit}</Button>
    <ButtonLink look="link" href={back}>
      {texts(frame.lang).cancel}
    </ButtonLink>
  </div>
)
