import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Card } from '#ui/part/section.tsx'
import { firstUpper } from '../first-upper.ts'
import { paths } from '../paths.ts'
import { isMeeting } from '../scope.ts'
import { texts } from '../texts.ts'
import type { AgreementPageProps } from './agreement-page.tsx'

/** What was typed in this form, when it is the one that came back. */
export const fieldsOf = ({ wrong }: AgreementPageProps, form: string) => {
  const own = wrong?.form === form ? wrong : undefined
  return (name: string, fallback = '') => ({
    name,
    value: own?.typed[name] ?? fallback,
    error: own?.errors[name],
  })
}

/** Lays it before those the law asks; or says why the school holds that it need not. */
export const LayForms: FC<AgreementPageProps> = (props) => {
  const { frame, agreement, standing, today } = props
  const { lang } = frame
  const words = texts(lang)
  const lay = fieldsOf(props, 'lay')
  const waive = fieldsOf(props, 'waive')
  const open = standing.rights.filter(({ body }) => !agreement.layings.some((laid) => laid.body === body))
  return (
    <Card id="voorleggen" title={words.lay.title}>
      <div class="stack-l">
        <ul class="lines">
          {open.map(({ body, asks, source, checkedOn, standing: how }) => (
            <li>
              {words.choose.right(words.bodies[body], asks)}
              <br />
              <small class="muted">
                {words.choose.source(source, dateInWords(lang, checkedOn))}
                {how === 'inferred' && ` ${words.choose.inferred}`}
              </small>
            </li>
          ))}
        </ul>
        <Form frame={frame} action={paths.lay(agreement.id)} class="stack prose" labelledby="voorleggen-kop">
          <p>{words.lay.line}</p>
          <div class="pair">
            <TextField
              {...lay('laidOn', typedDay(today))}
              label={words.lay.laidOn}
              hint={words.lay.dayHint}
              autocomplete="off"
            />
            <TextField
              {...lay('answerBy')}
              label={words.lay.answerBy}
              hint={words.lay.answerByHint}
              autocomplete="off"
            />
          </div>
          <p>
            <Button look="main">{words.lay.submit}</Button>
          </p>
        </Form>
        {agreement.kind !== 'measuring' && (
          <Form frame={frame} action={paths.waive(agreement.id)} class="stack prose" labelledby="ontheffing-kop">
            <h3 id="ontheffing-kop">{words.lay.waiveTitle}</h3>
            <p>{words.lay.waiveLine}</p>
            {open.length === 1 ? (
              <input type="hidden" name="body" value={open[0]?.body} />
            ) : (
              <Select
                {...waive('body')}
                label={words.lay.waiveBody}
                options={open.map(({ body }) => ({ value: body, label: firstUpper(lang, words.bodies[body]) }))}
              />
            )}
            <TextArea {...waive('reason')} label={words.lay.reason} rows={2} />
            <p>
              <Button look="plain">{words.lay.waive}</Button>
            </p>
          </Form>
        )}
      </div>
    </Card>
  )
}

/** What a body decided, for each that the reader may write down. */
export const AnswerForms: FC<AgreementPageProps> = (props) => {
  const { frame, agreement, standing } = props
  const { lang } = frame
  const words = texts(lang)
  return (
    <>
      {standing.answers.map(({ id, body, asks }) => {
        const field = fieldsOf(props, `answer-${id}`)
        const consent = asks === 'consent'
        return (
          <Card id={`besluit-${body}`} title={words.answer.title(words.bodies[body])}>
            <Form
              frame={frame}
              action={paths.answer(agreement.id)}
              class="stack prose"
              labelledby={`besluit-${body}-kop`}
            >
              <input type="hidden" name="laying" value={id} />
              <p>{words.answer.line}</p>
              <Choice
                {...field('outcome')}
                id={`uitkomst-${body}`}
                label={words.answer.outcome}
                pair
                options={[
                  { value: 'yes', label: consent ? words.answer.consentYes : words.answer.adviceYes },
                  { value: 'no', label: consent ? words.answer.consentNo : words.answer.adviceNo },
                ]}
              />
              <TextField
                {...field('decidedOn')}
                id={`dag-${body}`}
                label={words.answer.decidedOn}
                hint={words.lay.dayHint}
                autocomplete="off"
              />
              <TextField
                {...field('minutes')}
                id={`notulen-${body}`}
                label={words.answer.minutes}
                hint={words.answer.minutesHint}
              />
              <p>
                <Button look="main">{words.answer.submit}</Button>
              </p>
            </Form>
          </Card>
        )
      })}
    </>
  )
}

/** From which day it holds. */
export const BeginForm: FC<AgreementPageProps> = (props) => {
  const { frame, agreement, today, yearEnds } = props
  const words = texts(frame.lang).begin
  const field = fieldsOf(props, 'begin')
  const ofMeeting = isMeeting(agreement.scope)
  return (
    <Card id="ingang" title={words.title}>
      <Form frame={frame} action={paths.begin(agreement.id)} class="stack prose" labelledby="ingang-kop">
        <div class="pair">
          <TextField
            {...field('startsOn', typedDay(today))}
            label={words.startsOn}
            hint={texts(frame.lang).lay.dayHint}
            autocomplete="off"
          />
          <TextField
            {...field('endsOn', ofMeeting ? typedDay(yearEnds) : '')}
            label={words.endsOn}
            hint={ofMeeting ? words.needsEnd : words.endsHint}
            autocomplete="off"
          />
        </div>
        <p>
          <Button look="main">{words.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}

export const EndForm: FC<AgreementPageProps> = (props) => {
  const { frame, agreement, today } = props
  const words = texts(frame.lang).end
  const field = fieldsOf(props, 'end')
  return (
    <Card id="einde" title={words.title}>
      <Form frame={frame} action={paths.end(agreement.id)} class="stack prose" labelledby="einde-kop">
        <TextField
          {...field('lastDay', typedDay(today))}
          label={words.endsOn}
          hint={texts(frame.lang).lay.dayHint}
          autocomplete="off"
        />
        <TextArea {...field('why')} label={words.reason} rows={2} />
        <p>
          <Button look="plain">{words.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}

/** '26-11-2026' from '2026-11-26': how a day stands in a field. */
export const typedDay = (day: string): string =>
  day
    .split('-')
    .toReversed()
    .map((part, at) => (at < 2 ? String(Number(part)) : part))
    .join('-')

/** Takes back what lies before the council, or was shown to a class or family. */
export const WithdrawForm: FC<AgreementPageProps> = (props) => {
  const { frame, agreement } = props
  const words = texts(frame.lang).withdraw
  return (
    <Card id="terugtrekken" title={words.title}>
      <Form frame={frame} action={paths.withdraw(agreement.id)} class="stack prose" labelledby="terugtrekken-kop">
        <p>{words.line}</p>
        <TextArea {...fieldsOf(props, 'withdraw')('reason')} label={words.reason} rows={2} />
        <p>
          <Button look="plain">{words.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}
