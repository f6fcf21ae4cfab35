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
import { PasskeysCard, type PasskeyLine } from './passkeys-card.tsx'
import { SessionList, type SessionLine } from './session-list.tsx'

/** What was just done, said once on the page that follows. */
export type AccountSaid =
  'password' | 'session' | 'sessions' | 'language' | 'login' | 'passkey' | 'passkeyName' | 'passkeyEnd' | 'secondStep'

/** The second step of who works at a school. `waits`: this session did not show it. */
export interface SecondStepLine {
  app: boolean
  recoveryLeft: number
  waits: boolean
}

export interface AccountPageProps {
  frame: Frame
  login: string | null
  sessions: readonly SessionLine[]
  /** Null for who does not work at a school. */
  secondStep?: SecondStepLine | null | undefined
  /** Null where there are none: the address is no domain, or the reader came with a letter. */
  passkeys?: readonly PasskeyLine[] | null | undefined
  /** Where the reader proves first who it is; null when that was done a moment ago. */
  proof?: string | null | undefined
  /** The passkey whose new name came back with an error. */
  renaming?: string | undefined
  /** The reader came with a letter, and sees this device alone. */
  letter?: boolean | undefined
  /** Of the new password: `password`, `newPassword`; of a passkey: `name`, or ''. */
  errors?: FieldErrors | undefined
  said?: AccountSaid | undefined
}

export const AccountPage: FC<AccountPageProps> = ({ frame, login, sessions, said, ...rest }) => {
  const { secondStep = null, passkeys = null, letter = false, proof = null, renaming, errors = {} } = rest
  const words = texts(frame.lang).account
  const wrong = Object.keys(errors).length > 0
  return (
    <OwnFrame frame={frame} title={words.title} wrong={wrong}>
      <ErrorSummary errors={errors} ids={renaming === undefined ? {} : { name: `naam-${renaming}` }} />
      {said && <Note>{saidWords(words, said)}</Note>}
      <PageHead
        title={frame.who && frame.who.name !== '' ? <Name>{frame.who.name}</Name> : words.title}
        line={frame.who?.line}
      />
      {letter ? (
        <LetterCard open={login === null} frame={frame} />
      ) : (
        <div class="row spread">
          <Facts items={[{ term: words.login, value: login === null ? words.noLogin : <bdi>{login}</bdi> }]} />
          {login !== null && (
            <a class="link-row" href={paths.login}>
              {words.changeLogin}
              <span class="vh"> {words.changeLoginAbout}</span>
            </a>
          )}
        </div>
      )}
      {frame.hats.length > 1 && <HatCard frame={frame} />}
      {secondStep && <SecondStepCard frame={frame} {...secondStep} />}
      {passkeys && <PasskeysCard frame={frame} passkeys={passkeys} proof={proof} renaming={renaming} errors={errors} />}
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
    login: words.saidLogin,
    passkey: words.saidPasskey,
    passkeyName: words.saidPasskeyName,
    passkeyEnd: words.saidPasskeyEnd,
    secondStep: words.saidSecondStep,
  })[said]

const SecondStepCard: FC<SecondStepLine & { frame: Frame }> = ({ frame, app, recoveryLeft, waits }) => {
  const words = texts(frame.lang).account
  return (
    <Card id="tweede-stap" title={words.secondStep}>
      <div class="stack-s">
        <p>{waits ? words.secondStepWaits : app ? words.secondStepOn : words.secondStepNone}</p>
        {waits ? (
          <p>
            <a class="btn" href={paths.secondStep}>
              {words.secondStepGo}
            </a>
          </p>
        ) : (
          <p>
            <a class="link-row" href={paths.enrol}>
              {app ? words.secondStepNew : words.secondStepSet}
            </a>
          </p>
        )}
        {!waits && app && (
          <Form frame={frame} action={paths.recoveryCodes} class="row spread">
            <p class="muted">{words.recoveryLeft(recoveryLeft)}</p>
            <Button look="plain">{words.recoveryNew}</Button>
          </Form>
        )}
      </div>
    </Card>
  )
}

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
