import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PasswordField } from '#ui/form/password-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { LanguageSwitch } from '#ui/layout/language-switch.tsx'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { shortestPassword } from '../login.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { SessionList, type SessionLine } from './session-list.tsx'

/** What was just done, said once on the page that follows. */
export type AccountSaid = 'password' | 'session' | 'sessions' | 'language'

export interface AccountPageProps {
  frame: Frame
  login: string | null
  sessions: readonly SessionLine[]
  /** The reader came with a letter, and sees this device alone. */
  letter?: boolean | undefined
  /** Of the new password: `password`, `newPassword`. */
  errors?: FieldErrors | undefined
  said?: AccountSaid | undefined
}

export const AccountPage: FC<AccountPageProps> = ({ frame, login, sessions, letter = false, errors = {}, said }) => {
  const words = texts(frame.lang).account
  const wrong = Object.keys(errors).length > 0
  return (
    <OwnFrame frame={frame} title={words.title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && <Note>{saidWords(words, said)}</Note>}
      <PageHead title={frame.who ? <Name>{frame.who.name}</Name> : words.title} line={frame.who?.line} />
      {letter ? (
        <LetterCard open={login === null} frame={frame} />
      ) : (
        <Facts items={[{ term: words.login, value: login ?? words.noLogin }]} />
      )}
      {frame.hats.length > 1 && <HatCard frame={frame} />}
      <SessionList frame={frame} sessions={sessions} />
      {login !== null && !letter && <PasswordCard frame={frame} login={login} errors={errors} />}
      <Card id="taal" title={words.language}>
        <div class="row spread">
          <p class="muted">{words.languageLine}</p>
          <LanguageSwitch frame={frame} />
        </div>
      </Card>
    </OwnFrame>
  )
}

const saidWords = (words: ReturnType<typeof texts>['account'], said: AccountSaid): string =>
  ({
    password: words.saidPassword,
    session: words.saidSession,
    sessions: words.saidSessions,
    language: words.saidLanguage,
  })[said]

const LetterCard: FC<{ frame: Frame; open: boolean }> = ({ frame, open }) => {
  const words = texts(frame.lang).account
  return (
    <Card id="brief" title={words.letter}>
      <div class="stack-s">
        <p>{words.letterLine}</p>
        {open && (
          <p>
            <a href={paths.ownPassword}>{words.letterPassword}</a>
          </p>
        )}
      </div>
    </Card>
  )
}

const HatCard: FC<{ frame: Frame }> = ({ frame }) => {
  const words = texts(frame.lang).account
  return (
    <Card id="rollen" title={words.hats}>
      <Form frame={frame} action={frame.links.hat} class="stack-s">
        <p class="muted">{words.hatsLine}</p>
        <ul class="stack-s">
          {frame.hats.map((hat) => (
            <li>
              {hat.current ? (
                <span class="row spread">
                  {hat.label}
                  <Tag>{words.hatNow}</Tag>
                </span>
              ) : (
                <Button look="plain" name="hat" value={hat.id}>
                  {words.hatChoose(hat.label)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Form>
    </Card>
  )
}

const PasswordCard: FC<{ frame: Frame; login: string; errors: FieldErrors }> = ({ frame, login, errors }) => {
  const { account: words, choose } = texts(frame.lang)
  return (
    <Card id="wachtwoord" title={words.password}>
      <Form frame={frame} action={paths.password} class="stack">
        <p class="muted">{words.passwordLine}</p>
        {/* A password manager needs the name that the new password belongs to. */}
        <input type="text" value={login} autocomplete="username" hidden readonly />
        <PasswordField
          name="password"
          label={words.passwordNow}
          error={errors.password}
          autocomplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={words.passwordNew}
          hint={choose.passwordHint(shortestPassword)}
          error={errors.newPassword}
          autocomplete="new-password"
        />
        <p>
          <Button>{words.passwordSubmit}</Button>
        </p>
      </Form>
    </Card>
  )
}
