import type { FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { PasskeyForm } from './passkey-form.tsx'

export interface PasskeyLine {
  id: string
  name: string
  /** YYYY-MM-DD. */
  createdOn: string
  usedOn: string | null
}

export interface PasskeysCardProps {
  frame: Frame
  passkeys: readonly PasskeyLine[]
  /** Where the reader proves first who it is; null when that was done a moment ago. */
  proof: string | null
  /** The passkey whose name came back with an error. */
  renaming?: string | undefined
  errors: FieldErrors
}

/** The own passkeys, each with its name; adding one needs a device that can. */
export const PasskeysCard: FC<PasskeysCardProps> = ({ frame, passkeys, proof, renaming, errors }) => {
  const words = texts(frame.lang).passkey
  return (
    <Card id="passkeys" title={words.title}>
      <div class="stack">
        <p class="muted">{words.line}</p>
        {passkeys.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="lines">
            {passkeys.map((passkey) => (
              <Line frame={frame} passkey={passkey} error={renaming === passkey.id ? errors.name : undefined} />
            ))}
          </ul>
        )}
        {proof === null ? (
          <>
            <PasskeyForm frame={frame} kind="add" />
            <noscript>
              <p class="muted">{words.scriptOff}</p>
            </noscript>
          </>
        ) : (
          <p>
            <a class="btn" href={proof}>
              {words.add}
            </a>
          </p>
        )}
      </div>
    </Card>
  )
}

const Line: FC<{ frame: Frame; passkey: PasskeyLine; error: string | undefined }> = ({ frame, passkey, error }) => {
  const { lang } = frame
  const words = texts(lang).passkey
  const day = (on: string): string => dayInWords(lang, on, { year: true })
  return (
    <li class="stack-s">
      <div class="row spread">
        <span>
          <strong>
            <bdi>{passkey.name}</bdi>
          </strong>
          <br />
          <small class="muted">
            {words.added(day(passkey.createdOn))}
            {passkey.usedOn !== null && `, ${words.used(day(passkey.usedOn))}`}
          </small>
        </span>
        <Form frame={frame} action={paths.passkeyEnd(passkey.id)}>
          <Button look="plain" about={words.removeAbout(passkey.name)}>
            {words.remove}
          </Button>
        </Form>
      </div>
      <details class="more" open={error !== undefined}>
        <summary>
          {words.rename}
          <span class="vh"> {words.removeAbout(passkey.name)}</span>
        </summary>
        <Form frame={frame} action={paths.passkeyName(passkey.id)} class="stack">
          <TextField
            name="name"
            id={`naam-${passkey.id}`}
            label={words.name}
            value={passkey.name}
            error={error}
            autocomplete="off"
          />
          <p>
            <Button>{words.rename}</Button>
          </p>
        </Form>
      </details>
    </li>
  )
}
