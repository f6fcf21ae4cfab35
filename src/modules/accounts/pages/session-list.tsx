import type { FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface SessionLine {
  id: string
  /** "Android, Chrome"; empty when the device did not say. */
  device: string
  /** Day of signing in, YYYY-MM-DD. */
  createdOn: string
  /** Day it was last used, roughly, YYYY-MM-DD. */
  usedOn: string
  kind: 'account' | 'letter'
  /** A second step was shown in it. */
  secondStep: boolean
  current: boolean
}

/** Where this account is signed in, each with a button that ends it. */
export const SessionList: FC<{ frame: Frame; sessions: readonly SessionLine[] }> = ({ frame, sessions }) => {
  const words = texts(frame.lang).account
  return (
    <Card id="sessies" title={words.sessions}>
      <div class="stack">
        {sessions.some(({ kind }) => kind === 'account') && <p class="muted">{words.sessionsLine}</p>}
        <ul class="lines">
          {sessions.map((session) => (
            <Line frame={frame} session={session} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form frame={frame} action={paths.otherSessionsEnd}>
            <Button>{words.endOthers}</Button>
          </Form>
        )}
      </div>
    </Card>
  )
}

const Line: FC<{ frame: Frame; session: SessionLine }> = ({ frame, session }) => {
  const words = texts(frame.lang).account
  const device = session.device === '' ? words.unknownDevice : session.device
  const day = (on: string): string => dayInWords(frame.lang, on, { year: true })
  const facts = [
    `${words.since} ${day(session.createdOn)}`,
    ...(session.current || session.usedOn === session.createdOn ? [] : [words.usedOn(day(session.usedOn))]),
    ...(session.kind === 'letter' ? [words.withLetter] : []),
    ...(session.secondStep ? [words.withSecondStep] : []),
  ]
  return (
    <li class="row spread">
      <span>
        <strong>{device}</strong>
        <br />
        <small class="muted">{facts.join(', ')}</small>
      </span>
      {session.current ? (
        <Tag>{words.thisDevice}</Tag>
      ) : (
        <Form frame={frame} action={paths.sessionEnd(session.id)}>
          <Button look="plain" about={words.endAbout(device)}>
            {words.end}
          </Button>
        </Form>
      )}
    </li>
  )
}
