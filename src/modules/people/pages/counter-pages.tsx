import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

interface OfSomebody {
  frame: Frame
  name: string
  back: string
}

/** The code with which somebody at the counter chooses a new password, ready to print. */
export const CounterCodePage: FC<OfSomebody & { code: string; address: string; hours: number }> = (props) => {
  const { frame, name, back, code, address, hours } = props
  const words = texts(frame.lang).counterCode
  return (
    <DeskFrame frame={frame} title={words.title(name)}>
      <div class="stack no-print">
        <PageHead title={words.title(name)} />
        <Note tone="notice">{words.once}</Note>
      </div>
      <article class="card stack prose">
        <p>
          <Name>{words.hello(name)}</Name>
        </p>
        <ol class="numbered">
          <li>
            {words.open}
            <br />
            <code>{address}</code>
          </li>
          <li>
            {words.type}
            <br />
            <code class="big-code">{code}</code>
          </li>
          <li>{words.choose}</li>
        </ol>
        <p>{words.valid(hours)}</p>
      </article>
      <p class="no-print">
        <a class="link-row" href={back}>
          {words.back(name)}
        </a>
      </p>
    </DeskFrame>
  )
}

/** Asks whether the second step of this person may end, and says what follows. */
export const StepEndPage: FC<OfSomebody & { person: string }> = ({ frame, name, back, person }) => {
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.stepEnd.title(name)}>
      <PageHead title={words.stepEnd.title(name)} />
      <Form frame={frame} action={paths.stepEnd(person)} class="card stack prose">
        <p>{words.stepEnd.check}</p>
        <p>{words.stepEnd.follows}</p>
        <div class="row">
          <Button look="main">{words.stepEnd.submit}</Button>
          <ButtonLink look="link" href={back}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </DeskFrame>
  )
}
