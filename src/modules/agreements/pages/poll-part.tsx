import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { paths } from '../paths.ts'
import { pollAnswers, type Poll } from '../standing.ts'
import { texts } from '../texts.ts'
import type { AgreementPageProps } from './agreement-page.tsx'
import { fieldsOf } from './life-forms.tsx'

/** The questions to the people of a section: to ask one, to answer it, and what came of it. */
export const PollParts: FC<AgreementPageProps> = (props) => (
  <>
    {props.standing.polls.map((poll) => (
      <PollPart {...props} poll={poll} />
    ))}
    {props.standing.asksFor !== null && <AskForm {...props} />}
  </>
)

const PollPart: FC<AgreementPageProps & { poll: Poll }> = (props) => {
  const { frame, poll } = props
  const words = texts(frame.lang).poll
  const field = fieldsOf(props, 'poll-answer')
  return (
    <Card id={`vraag-${poll.body}`} title={<span dir="auto">{poll.question}</span>} deed={<Tag>{words.label}</Tag>}>
      <p class="muted small">{words.asks[poll.body]}</p>
      {poll.isAsked ? (
        <Form frame={frame} action={paths.pollAnswer(poll.id)} class="stack prose">
          <p>{words.once}</p>
          <Choice
            {...field('answer')}
            label={words.answer}
            labelHidden
            options={pollAnswers.map((value) => ({ value, label: words.answers[value] }))}
          />
          <p>
            <Button look="main">{words.answer}</Button>
          </p>
          <p class="muted small">{words.until(dateInWords(frame.lang, poll.closesOn))}</p>
        </Form>
      ) : poll.isOpen ? (
        <p>{words.open(dateInWords(frame.lang, poll.closesOn))}</p>
      ) : (
        <Outcome {...props} poll={poll} />
      )}
    </Card>
  )
}

const Outcome: FC<AgreementPageProps & { poll: Poll }> = ({ frame, poll }) => {
  const words = texts(frame.lang).poll
  if (poll.isFew) return <p>{words.few}</p>
  const { counts } = poll
  if (counts === null) return null
  return (
    <>
      <ul class="lines">
        {pollAnswers.map((answer) => (
          <li class="row spread">
            <span>{words.answers[answer]}</span>
            <span class="num">{counts[answer]}</span>
          </li>
        ))}
      </ul>
      <p class="muted small">
        {words.of(counts.yes + counts.no + counts.unsure)}. {words.line}
      </p>
    </>
  )
}

const AskForm: FC<AgreementPageProps> = (props) => {
  const { frame, agreement } = props
  const words = texts(frame.lang).poll
  const field = fieldsOf(props, 'poll')
  return (
    <Card id="achterban" title={words.title}>
      <Form frame={frame} action={paths.poll(agreement.id)} class="stack prose" labelledby="achterban-kop">
        <p>{words.line}</p>
        <TextField {...field('question')} label={words.question} hint={words.questionHint} />
        <TextField
          {...field('closesOn')}
          label={words.closesOn}
          hint={texts(frame.lang).lay.dayHint}
          autocomplete="off"
        />
        <p>
          <Button>{words.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}
