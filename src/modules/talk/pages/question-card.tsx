import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { Said } from '#ui/part/said.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface QuestionCardProps {
  frame: Pick<Frame, 'csrf' | 'lang' | 'path'>
  /** One question per child, in the order of the page; empty when it is switched off. */
  questions: readonly { name: string; question: string }[]
  /** Switched off: one line to switch it on again. */
  off: boolean
}

/** The question of the day for each child, and the tap that switches it off. */
export const QuestionCard: FC<QuestionCardProps> = ({ frame, questions, off }) => {
  const words = texts(frame.lang)
  if (off) return <Switch frame={frame} action={paths.on} label={words.on} />
  if (questions.length === 0) return null
  return (
    <Card id="gespreksvraag" title={words.title}>
      <div class="stack-s">
        {questions.map(({ name, question }) => (
          <p>
            <span class="small muted">
              {words.to} <Name>{name}</Name>
            </span>
            <br />
            <strong>
              <Said>{question}</Said>
            </strong>
          </p>
        ))}
        <Switch frame={frame} action={paths.off} label={words.off} />
      </div>
    </Card>
  )
}

const Switch: FC<{ frame: QuestionCardProps['frame']; action: string; label: string }> = ({ frame, action, label }) => (
  <Form frame={frame} action={action} class="no-print">
    <input type="hidden" name="back" value={frame.path} />
    <Button look="link">{label}</Button>
  </Form>
)
