import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { categories, choices, type Category, type Choice as Chosen, type ChoiceOf } from '../choice.ts'
import { paths } from '../paths.ts'
import type { SightRequest } from '../request.ts'
import { texts } from '../texts.ts'
import { AskCard } from './ask-card.tsx'

export type Said = 'bewaard' | 'gevraagd' | 'ingetrokken' | 'wacht' | 'mag' | 'gestopt' | 'laat'

/** A child, with what the guardian last asked of it. */
export type OfChild = { child: { id: string; name: string }; request: SightRequest | undefined; mayAsk: boolean }

/** The form of which child was wrong, and what was typed. */
export type Wrong = { child: string; errors: FieldErrors; values: Readonly<Record<string, string>> }

export interface GuardianPageProps {
  frame: Frame
  family: readonly OfChild[]
  choiceOf: ChoiceOf
  said?: Said | undefined
  wrong?: Wrong | undefined
  once: string
}

/** What a guardian wants to see of each child: first everything at once, then part by part, then asking for more. */
export const GuardianPage: FC<GuardianPageProps> = (props) => {
  const { frame, family, said, wrong } = props
  const words = texts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.title.guardian} wrong={wrong !== undefined}>
      <div class="prose stack-l">
        {wrong && <ErrorSummary errors={summaryOf(wrong)} />}
        {said && !wrong && <Note tone={said === 'laat' ? 'notice' : undefined}>{words.said[said]}</Note>}
        <PageHead title={words.title.guardian} line={words.line.guardian} />
        {family.length === 0 ? (
          <Empty>{words.empty.guardian}</Empty>
        ) : (
          <div class="stack-s">
            <p>{words.onlyYou}</p>
            <p>{words.always}</p>
          </div>
        )}
        {family.map((one) => (
          <ChildCard {...props} one={one} />
        ))}
      </div>
    </OwnFrame>
  )
}

/** Fields of several children have names alike: what is wrong leads to the field of the child it is about. */
const summaryOf = ({ child, errors }: Wrong): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, words]) => [name === '' ? '' : `${name}-${child}`, words]))

const ChildCard: FC<GuardianPageProps & { one: OfChild }> = (props) => {
  const { frame, choiceOf, one } = props
  const words = texts(frame.lang)
  const { child } = one
  const id = `zicht-${child.id}`
  const chosen = categories.map((category) => choiceOf(child.id, category))
  const all = (['agreed', 'none'] as const).find((choice) => chosen.every((other) => other === choice))
  return (
    <Card id={id} title={<Name>{child.name}</Name>}>
      <div class="stack">
        <p>{words.now[all ?? 'own']}</p>
        <Form frame={frame} action={paths.sight} labelledby={`${id}-kop`}>
          <input type="hidden" name="kind" value={child.id} />
          <div class="row">
            {(['agreed', 'none'] as const).map((choice) => (
              <Button name="alles" value={choice} about={child.name}>
                {words.all[choice]}
              </Button>
            ))}
          </div>
        </Form>
        <Parts {...props} open={all === undefined} />
        <AskCard {...props} />
      </div>
    </Card>
  )
}

const Parts: FC<GuardianPageProps & { one: OfChild; open: boolean }> = ({ frame, choiceOf, wrong, one, open }) => {
  const words = texts(frame.lang)
  const { child } = one
  const typed = wrong?.child === child.id && categories.some((category) => wrong.errors[category]) ? wrong : undefined
  const valueOf = (category: Category): string => typed?.values[category] ?? choiceOf(child.id, category)
  return (
    <Fold title={words.parts} open={open || typed !== undefined}>
      <Form frame={frame} action={paths.sight} class="stack" labelledby={`zicht-${child.id}-kop`}>
        <input type="hidden" name="kind" value={child.id} />
        {categories.map((category) => (
          <Choice
            name={category}
            id={`${category}-${child.id}`}
            label={words.categories[category]}
            error={typed?.errors[category]}
            value={valueOf(category)}
            row
            options={choices.map((choice: Chosen) => ({ value: choice, label: words.choices[choice] }))}
          />
        ))}
        <p>
          <Button about={child.name}>{words.save}</Button>
        </p>
      </Form>
    </Fold>
  )
}
