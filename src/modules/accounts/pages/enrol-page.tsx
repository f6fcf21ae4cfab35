import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Note } from '#ui/part/note.tsx'
import { Qr, type QrDrawing } from '#ui/part/qr.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { CodeField } from './second-step-page.tsx'

export interface EnrolPageProps {
  frame: Frame
  drawing: QrDrawing
  /** What the QR code says: an address that an app opens. */
  address: string
  /** The key in groups of four. */
  typed: string
  /** An app was set up before. */
  replaces: boolean
  back: string
  errors?: FieldErrors | undefined
}

/** Sets up the app for codes: scan or type over, then show one code. */
export const EnrolPage: FC<EnrolPageProps> = ({ frame, drawing, address, typed, replaces, back, errors = {} }) => {
  const { enrol: words, secondStep } = texts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.title} line={words.line} />
      {replaces && <Note tone="notice">{words.replaces}</Note>}
      <Card id="app" title={`1. ${words.app}`}>
        <p class="prose">{words.appLine}</p>
      </Card>
      <Card id="sleutel" title={`2. ${words.scan}`}>
        <div class="stack">
          <Qr drawing={drawing} label={words.qr} />
          <p>
            {words.onPhone} <a href={address}>{words.open}</a>
          </p>
          <div class="stack-s">
            <p>{words.typeOver}</p>
            <p>
              <code class="big-code">{typed}</code>
            </p>
          </div>
        </div>
      </Card>
      <Card id="bevestigen" title={`3. ${words.confirm}`}>
        <Form frame={frame} action={paths.enrol} class="stack">
          <input type="hidden" name="terug" value={back} />
          <CodeField label={secondStep.code} hint={secondStep.codeHint} error={errors.code} />
          <p>
            <Button look="main">{words.submit}</Button>
          </p>
        </Form>
      </Card>
    </OwnFrame>
  )
}

/** The codes for who loses the telephone, shown this once and ready to print. */
export const RecoveryCodesPage: FC<{ frame: Frame; codes: readonly string[]; isNew: boolean; back: string }> = ({
  frame,
  codes,
  isNew,
  back,
}) => {
  const words = texts(frame.lang).recovery
  return (
    <OwnFrame frame={frame} title={words.title}>
      {isNew && <Note>{words.done}</Note>}
      <PageHead title={words.title} line={words.line} />
      <Card id="codes" title={words.title}>
        <div class="stack">
          <p>{words.once}</p>
          <ul class="codes">
            {codes.map((code) => (
              <li>
                <code class="big-code">{code}</code>
              </li>
            ))}
          </ul>
        </div>
      </Card>
      <p class="no-print">
        <a class="btn btn-main" href={back}>
          {words.go}
        </a>
      </p>
    </OwnFrame>
  )
}
