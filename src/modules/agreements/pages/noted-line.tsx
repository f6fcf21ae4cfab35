import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { texts } from '../texts.ts'

interface NotedLineProps {
  frame: Frame
  what: 'seen' | 'yes'
  on: string
  /** Who wrote it down. */
  by: string
  action: string
}

/** What the school wrote down of the reader, by whom, and how to put it right. */
export const NotedLine: FC<NotedLineProps> = ({ frame, what, on, by, action }) => {
  const words = texts(frame.lang).noted
  return (
    <Form frame={frame} action={action} class="stack-s">
      <p>
        {words[what](dateInWords(frame.lang, on))} <Name>{by || words.somebody}</Name>.
      </p>
      <p class="muted">{words.wrong}</p>
      <p>
        <Button look="plain">{words.deny}</Button>
      </p>
    </Form>
  )
}
