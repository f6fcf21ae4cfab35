import type { FC } from 'hono/jsx'
import { clockInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note as NotePart } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import type { Addressee, Note } from '../note.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { SentNote } from './sent-note.tsx'

export interface SendPageProps {
  frame: Frame
  family: readonly Addressee[]
  sent: readonly Note[]
  said?: 'gestuurd' | 'gegeven' | 'ingetrokken' | 'al' | 'uren' | undefined
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
}

/** A guardian writes one short note for one child, and sees what became of those of today. */
export const SendPage: FC<SendPageProps> = (props) => {
  const { frame, family, sent, said, errors = {} } = props
  const words = texts(frame.lang)
  const wrong = Object.keys(errors).length > 0
  const closed = family.filter(({ open }) => !open)
  return (
    <OwnFrame frame={frame} title={words.send.title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && !wrong && <NotePart tone={said === 'al' ? 'notice' : undefined}>{words.said[said]}</NotePart>}
      <div class="title">
        <h1>{words.send.title}</h1>
        <p>{words.send.line}</p>
      </div>
      {family.length === 0 && <Empty>{words.send.noChild}</Empty>}
      {closed.length < family.length && <SendForm {...props} />}
      {[...Map.groupBy(closed, ({ school }) => school).values()].map((ofSchool) => (
        <p class="card">
          <Name>{whyClosed(frame.lang, ofSchool)}</Name>
        </p>
      ))}
      {(sent.length > 0 || closed.length < family.length) && (
        <Section id="gestuurd" size="small" title={words.sent.title}>
          {sent.length === 0 ? (
            <Empty>{words.sent.none}</Empty>
          ) : (
            <ul class="card rows">
              {sent.map((note) => (
                <SentNote frame={frame} note={note} phone={family.find(({ id }) => id === note.pupil)?.phone} />
              ))}
            </ul>
          )}
        </Section>
      )}
    </OwnFrame>
  )
}

const SendForm: FC<SendPageProps> = ({ frame, family, errors = {}, values = {} }) => {
  const { send: words } = texts(frame.lang)
  const open = family.filter((child) => child.open)
  const [only] = open
  const until = open.map((child) => child.until).toSorted()[0] ?? ''
  return (
    <Form frame={frame} action={paths.notes} class="card stack">
      {open.length === 1 && only !== undefined ? (
        <>
          <input type="hidden" name="kind" value={only.id} />
          <p class="sec-head">
            <Name>{only.name}</Name>
          </p>
        </>
      ) : (
        <Choice
          name="kind"
          label={words.child}
          error={errors['kind']}
          value={values['kind']}
          options={open.map(({ id, name }) => ({ value: id, label: <Name>{name}</Name> }))}
        />
      )}
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        error={errors['words']}
        value={values['words']}
      />
      <Button look="main" wide>
        {words.submit}
      </Button>
      <p class="small muted">{words.until(clockInWords(frame.lang, until))}</p>
    </Form>
  )
}

/** Why the school of these children takes nothing now. */
const whyClosed = (lang: Lang, ofSchool: readonly Addressee[]): string => {
  const { send: words } = texts(lang)
  const [first] = ofSchool
  if (first === undefined) return ''
  const { schoolDay, until, phone } = first
  const names = ofSchool.map((child) => child.name)
  const name =
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1) ?? ''}`
  if (!schoolDay) return words.noSchool(name)
  const call = phone === null ? words.call : words.callNumber(phone)
  return `${words.tooLate(name, clockInWords(lang, until))} ${call}`
}
