import type { Child, FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { Choice } from '#ui/form/choice.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Fold } from '#ui/part/fold.tsx'
import { nextLesson, usualMinutes, ways } from '../homework.ts'
import { texts } from '../texts.ts'
import { dayLong } from './day-words.ts'
import type { FormState } from './form-page.tsx'

/** A day to choose: what of the group is for that day already. */
export type DayChoice = { day: string; minutes: number; tests: number }

export interface AskedFieldsProps extends FormState {
  frame: Frame
  today: string
  subjects: readonly string[]
  days: readonly DayChoice[]
  isTest: boolean
  agreed: Child
}

/** The fields that setting and changing share, those that are filled in most often first. */
export const AskedFields: FC<AskedFieldsProps> = (props) => {
  const { frame, errors, values, isTest } = props
  const { form: words } = texts(frame.lang)
  return (
    <>
      <TextField name="what" label={words.what} hint={words.whatHint} error={errors.what} value={values.what} />
      <Subject {...props} />
      <Choice
        name="way"
        label={words.way}
        hint={isTest ? words.forTest : undefined}
        row
        error={errors.way}
        value={values.way}
        options={ways.map((way) => ({ value: way, label: words.ways[way] }))}
      />
      {props.agreed}
      <div class="stack-s">
        <Choice
          name="minutes"
          label={words.minutes}
          row
          error={errors.minutes}
          value={values.minutes}
          options={usualMinutes.map((minutes) => ({ value: String(minutes), label: String(minutes) }))}
        />
        <TextField
          name="otherMinutes"
          label={words.otherMinutes}
          error={errors.otherMinutes}
          value={values.otherMinutes}
          short
          inputmode="numeric"
          autocomplete="off"
        />
      </div>
      <Due {...props} />
      <Fold title={words.detailsMore} open={Boolean(values.details || errors.details)}>
        <TextArea
          name="details"
          label={words.details}
          hint={words.detailsHint}
          error={errors.details}
          value={values.details}
        />
      </Fold>
    </>
  )
}

const Subject: FC<AskedFieldsProps> = ({ frame, subjects, errors, values }) => {
  const { form: words } = texts(frame.lang)
  const other = (
    <TextField
      name="otherSubject"
      label={subjects.length === 0 ? words.subject : words.otherSubject}
      error={errors.otherSubject}
      value={values.otherSubject}
      autocomplete="off"
    />
  )
  if (subjects.length === 0) return other
  return (
    <div class="stack-s">
      <Select
        name="subject"
        label={words.subject}
        error={errors.subject}
        empty={words.noSubject}
        value={values.subject}
        options={subjects.map((subject) => ({ value: subject, label: subject }))}
      />
      <Fold title={words.otherSubject} open={Boolean(values.otherSubject || errors.otherSubject)}>
        {other}
      </Fold>
    </div>
  )
}

const Due: FC<AskedFieldsProps> = ({ frame, today, days, errors, values }) => {
  const { lang } = frame
  const { form: words } = texts(lang)
  const lineOf = ({ minutes, tests }: DayChoice): string =>
    [minutes > 0 ? words.dayTaken(minutes) : '', tests > 0 ? words.dayTest : ''].filter(Boolean).join(', ')
  return (
    <div class="stack-s">
      <Choice
        name="due"
        label={words.due}
        pair
        error={errors.due}
        value={values.due ?? nextLesson}
        options={[
          { value: nextLesson, label: words.next, line: words.nextLine },
          ...days.map((choice) => ({
            value: choice.day,
            label: choice.day >= today ? dayLong(lang, today, choice.day) : dayInWords(lang, choice.day),
            line: lineOf(choice),
          })),
        ]}
      />
      <Fold title={words.otherDay} open={Boolean(values.otherDay || errors.otherDay)}>
        <TextField
          name="otherDay"
          label={words.otherDay}
          hint={words.otherDayHint}
          error={errors.otherDay}
          value={values.otherDay}
          short
          autocomplete="off"
        />
      </Fold>
    </div>
  )
}
