import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Moment } from '#ui/part/moment.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { isSecondary, type Assessment } from '../assessment.ts'
import { paths } from '../paths.ts'
import type { Earlier, Entered } from '../staff-queries.ts'
import { texts } from '../texts.ts'
import { nameOf } from '../boxes.ts'
import { GradeMark, gradeSaid } from './grade-words.tsx'
import { onMoment } from './moment-words.tsx'

export interface OnePageProps {
  frame: Frame
  test: Assessment
  one: Entered
  history: readonly Earlier[]
  said: 'released' | 'proposed' | undefined
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}

/** One result for who teaches: who knows it, and what can be done about it. */
export const OnePage: FC<OnePageProps> = (props) => {
  const { frame, test, one, history, said, errors } = props
  const { lang } = frame
  const words = texts(lang)
  const name = nameOf(one)
  const title = words.one.title(name)
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} ids={{ examReason: 'examReason' }} />
      {said && <Note>{words.one[said]}</Note>}
      <PageHead
        crumbs={[{ label: test.title, href: paths.test(test.id) }, { label: name }]}
        title={<Name>{title}</Name>}
        line={
          <Name>
            {test.subject}, {test.title}
          </Name>
        }
        deeds={<ButtonLink href={paths.pauses(one.pupil)}>{words.pause.link}</ButtonLink>}
      />
      <div class="prose stack-l">
        <Card id="nu" title={words.one.now}>
          <div class="stack-s">
            {(one.tenths !== null || one.mark !== null) && (
              <p class="mark">
                <GradeMark lang={lang} got={one} />
              </p>
            )}
            {one.words !== null && <p dir="auto">{one.words}</p>}
            <p>{pupilLine(lang, test, one)}</p>
            <p>{homeLine(lang, test, one)}</p>
          </div>
        </Card>
        {history.length > 0 && (
          <Card id="eerder" title={words.one.history}>
            <ul>
              {history.map((earlier) => (
                <li>
                  {gradeSaid(lang, earlier)}, <Moment lang={lang} at={earlier.endedAt} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {!one.homeKnows && <Release {...props} />}
        {test.dossier === 'exam' ? <ExamChange {...props} /> : <Withdraw {...props} />}
      </div>
    </DeskFrame>
  )
}

const pupilLine = (lang: Lang, { stage }: Assessment, { pupilKnows, pupilDue }: Entered): string => {
  const words = texts(lang).one
  if (pupilKnows) return words.pupilKnows
  if (pupilDue === null) return words.pupilLater
  return isSecondary(stage) ? words.pupilAt(onMoment(lang, pupilDue)) : words.pupilByReport
}

/** Before the teacher told the child, the moment of home in primary education is not known yet. */
const homeLine = (lang: Lang, { stage }: Assessment, { pupilKnows, homeKnows, homeDue }: Entered): string => {
  const words = texts(lang).one
  if (homeKnows) return words.homeKnows
  if (homeDue === null) return words.homeLater
  return isSecondary(stage) || pupilKnows ? words.homeAt(onMoment(lang, homeDue)) : words.homeByReport
}

const Release: FC<OnePageProps> = ({ frame, test, one, errors, values }) => {
  const words = texts(frame.lang).one
  return (
    <Card id="vrijgave" title={words.releaseTitle}>
      <Form frame={frame} action={paths.release(test.id, one.result ?? '')} class="stack">
        <p>{words.releaseLine}</p>
        {test.retakeOf !== null && <p>{words.releaseRetakeLine}</p>}
        <Choice
          name="who"
          label={words.who}
          row
          error={errors.who}
          value={values.who}
          options={[
            ...(one.pupilKnows ? [] : [{ value: 'pupil', label: words.toPupil }]),
            { value: 'home', label: words.toHome },
          ]}
        />
        <TextField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={errors.reason}
          value={values.reason}
        />
        <p>
          <Button>{words.release}</Button>
        </p>
      </Form>
    </Card>
  )
}

const Withdraw: FC<OnePageProps> = ({ frame, test, one }) => {
  const words = texts(frame.lang).one
  return (
    <Card id="intrekken" title={words.withdrawTitle}>
      <Form frame={frame} action={paths.withdrawal(test.id, one.result ?? '')} class="stack">
        <p>{words.withdrawLine}</p>
        <p>
          <Button about={nameOf(one)}>{words.withdraw}</Button>
        </p>
      </Form>
    </Card>
  )
}

const ExamChange: FC<OnePageProps> = ({ frame, test, one, errors, values }) => {
  const words = texts(frame.lang).one
  return (
    <Card id="voorstel" title={words.examTitle}>
      {one.proposed ? (
        <p>{words.alreadyProposed}</p>
      ) : (
        <Form frame={frame} action={paths.examChange(test.id, one.result ?? '')} class="stack">
          <p>{words.examLine}</p>
          <TextField
            name="grade"
            label={words.newGrade}
            hint={words.newGradeHint}
            error={errors.grade}
            value={values.grade}
            inputmode={test.scale === 'tenths' ? 'decimal' : undefined}
            short
          />
          <TextField name="examReason" label={words.reason} error={errors.examReason} value={values.examReason} />
          <p>
            <Button>{words.propose}</Button>
          </p>
        </Form>
      )}
    </Card>
  )
}
