import type { FC } from 'hono/jsx'
import type { CounterHelp } from '#modules/accounts/index.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface HelpCardProps {
  frame: Frame
  person: string
  /** What the reader may do for this person. */
  help: CounterHelp
}

/** For who stands at the counter and cannot get in. Renders nothing when the reader may do nothing for this person. */
export const HelpCard: FC<HelpCardProps> = ({ frame, person, help }) => {
  const words = texts(frame.lang).help
  if (!help.reset && !help.endStep) return null
  return (
    <Card id="hulp" title={words.title}>
      <div class="stack no-print">
        <p class="muted">{words.line}</p>
        <div class="row">
          {help.reset && (
            <Form frame={frame} action={paths.counterCode(person)}>
              <Button look="plain">{words.reset}</Button>
            </Form>
          )}
          {help.endStep && (
            <a class="btn btn-plain" href={paths.stepEnd(person)}>
              {words.endStep}
            </a>
          )}
        </div>
      </div>
    </Card>
  )
}
