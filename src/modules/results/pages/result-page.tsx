import type { Child, FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Moment } from '#ui/part/moment.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import type { Known, SubjectResults } from '../known.ts'
import { paths } from '../paths.ts'
import type { OwnResult } from '../queries.ts'
import { texts } from '../texts.ts'
import { averageSaid, GradeMark, gradeSaid } from './grade-words.tsx'
import { onMoment } from './moment-words.tsx'

export interface ResultPageProps {
  frame: Frame
  own: OwnResult
  known: Known
  subject: SubjectResults
  errors: FieldErrors
  said: 'saved' | 'undone' | undefined
  agreed: Child
}

/** One result of a pupil's own, and the question whether the pupil tells it at home. */
export const ResultPage: FC<ResultPageProps> = (props) => {
  const { frame, own, known, errors, said, agreed } = props
  const { lang } = frame
  const words = texts(lang)
  const title = known.tenths === null && known.mark === null ? words.result.seen : words.result.title
  return (
    <OwnFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} ids={{ choice: 'choice' }} />
      {said && <Note>{words.result[said]}</Note>}
      <PageHead crumbs={[{ label: words.own.title, href: paths.results }, { label: known.subject }]} title={title} />
      <Got {...props} />
      {!own.homeReads ? (
        <p>{words.result.ofAge}</p>
      ) : own.atHome && own.choice !== 'told' ? (
        <p>{words.result.atHome}</p>
      ) : (
        <Tell {...props} />
      )}
      {agreed}
    </OwnFrame>
  )
}

const Got: FC<ResultPageProps> = ({ frame: { lang }, own, known, subject }) => {
  const words = texts(lang)
  const before = known.before.at(-1)
  return (
    <section class="card stack" aria-label={words.grade}>
      <div class="result">
        <div>
          <p class="what">
            <Name>{known.subject}</Name>
          </p>
          <p>
            <Name>{known.title}</Name>
          </p>
          {known.retakeOf !== null && <p class="small muted">{words.retake}</p>}
        </div>
        {(known.tenths !== null || known.mark !== null) && (
          <p class="mark">
            <span class="vh">{words.grade}: </span>
            <GradeMark lang={lang} got={known} />
          </p>
        )}
      </div>
      <p class="small muted">{countsOf(lang, known, subject)}</p>
      {before && <p class="small muted">{words.was(gradeSaid(lang, before))}</p>}
      {known.retakes.length > 0 && (
        <p class="small">
          {words.retakeGot(known.retakes.map((retake) => gradeSaid(lang, retake)).join(', '))} {words.bestCounts}
        </p>
      )}
      {known.kind === 'cito' && <p class="small">{words.levels}</p>}
      {known.words !== null && (
        <div>
          <p dir="auto">“{known.words}”</p>
          {known.by !== null && (
            <p class="small muted">
              <Name>{known.by}</Name>
            </p>
          )}
        </div>
      )}
      {own.reason !== null && <p class="small">{words.result.early(own.reason)}</p>}
    </section>
  )
}

const countsOf = (lang: Lang, known: Known, { average }: SubjectResults): string => {
  const words = texts(lang)
  const counts = known.retakeOf === null ? words.counts(known.tenths === null ? 0 : known.weight) : words.bestCounts
  return average === null ? counts : `${counts} ${words.result.averageNow(averageSaid(lang, average))}`
}

const Tell: FC<ResultPageProps> = (props) => {
  const { frame, own, known, errors } = props
  const { lang } = frame
  const words = texts(lang).result
  if (own.choice !== null) return <Chosen {...props} />
  const due = own.homeDue
  return (
    <Form frame={frame} action={paths.tell(own.id)} class="stack" labelledby="thuis">
      <div class="stack-s">
        <h2 id="thuis">{words.tellTitle}</h2>
        <p>{words.nobodyKnows}</p>
      </div>
      <ol class="clocks">
        <li>
          <b>{words.you}</b>
          {words.now}
        </li>
        <li>
          <b>{words.home}</b>
          {due === null ? words.atReport : <Moment lang={lang} at={due} />}
        </li>
      </ol>
      {own.waits && <p class="small">{words.waits}</p>}
      <Choice
        name="choice"
        label={words.tellTitle}
        labelHidden
        error={errors.choice}
        options={[
          {
            value: 'told',
            label: words.told,
            line: known.retakeOf === null ? words.toldLine : words.toldRetakeLine,
          },
          { value: 'self', label: words.self, line: due === null ? words.selfLineNoDay : words.selfLine },
          { value: 'mentor', label: words.mentor, line: words.mentorLine },
        ]}
      />
      <Button look="main" wide>
        {words.save}
      </Button>
      <p>
        <a href={paths.help(own.id)}>{words.help}</a>
      </p>
      <p class="small muted">{due === null ? words.nothingReport : words.nothing(onMoment(lang, due))}</p>
    </Form>
  )
}

const Chosen: FC<ResultPageProps> = ({ frame, own }) => {
  const { lang } = frame
  const words = texts(lang).result
  const line = { told: words.chosenTold, self: words.chosenSelf, mentor: words.chosenMentor }
  const canUndo = own.choice !== 'told' || own.canUndo
  return (
    <section class="card stack" aria-labelledby="thuis">
      <h2 id="thuis">{words.tellTitle}</h2>
      {own.choice !== null && <p>{line[own.choice]}</p>}
      {own.choice !== 'told' && (
        <p class="small muted">
          {own.homeDue === null ? words.nothingReport : words.nothing(onMoment(lang, own.homeDue))}
        </p>
      )}
      {canUndo && (
        <Form frame={frame} action={paths.untell(own.id)} class="stack-s">
          <Button>{own.choice === 'told' ? words.undoTold : words.undo}</Button>
          {own.choice === 'told' && <p class="small muted">{words.undoLine}</p>}
        </Form>
      )}
      {own.choice !== 'told' && (
        <p>
          <a href={paths.help(own.id)}>{words.help}</a>
        </p>
      )}
    </section>
  )
}
