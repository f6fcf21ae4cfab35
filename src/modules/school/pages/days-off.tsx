import type { FC } from 'hono/jsx'
import { daysInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import type { DayOff } from '../queries.ts'
import { texts } from '../texts.ts'

export interface DaysOffProps {
  frame: Frame
  school: string
  daysOff: readonly DayOff[]
  /** May add and remove them. */
  keeps: boolean
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}

/** The school's own days without lessons, and the form that adds one. */
export const DaysOff: FC<DaysOffProps> = (props) => {
  const { frame, daysOff, keeps } = props
  const words = texts(frame.lang).daysOff
  return (
    <Card id="vrije-dagen" title={words.title}>
      <div class="stack">
        <p class="muted">{words.line}</p>
        {daysOff.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="lines">
            {daysOff.map((dayOff) => (
              <Line frame={frame} dayOff={dayOff} keeps={keeps} />
            ))}
          </ul>
        )}
        {keeps && <AddForm {...props} />}
      </div>
    </Card>
  )
}

const Line: FC<{ frame: Frame; dayOff: DayOff; keeps: boolean }> = ({ frame, dayOff, keeps }) => {
  const words = texts(frame.lang).daysOff
  return (
    <li class="row spread">
      <span>
        <strong>
          <Name>{dayOff.name}</Name>
        </strong>
        <br />
        <small class="muted">{daysInWords(frame.lang, dayOff.startsOn, dayOff.endsOn)}</small>
      </span>
      {keeps && (
        <Form frame={frame} action={paths.dayOffEnd(dayOff.id)} class="no-print">
          <Button look="plain" about={words.removeAbout(dayOff.name)}>
            {words.remove}
          </Button>
        </Form>
      )}
    </li>
  )
}

const AddForm: FC<DaysOffProps> = ({ frame, school, errors, values }) => {
  const words = texts(frame.lang).daysOff
  return (
    <Form frame={frame} action={paths.daysOff(school)} class="stack prose no-print" labelledby="vrije-dag-erbij">
      <h3 id="vrije-dag-erbij">{words.addTitle}</h3>
      <TextField name="name" label={words.name} hint={words.nameHint} error={errors.name} value={values.name} />
      <div class="pair">
        <TextField
          name="firstDay"
          label={words.first}
          hint={words.dayHint}
          error={errors.firstDay}
          value={values.firstDay}
          autocomplete="off"
        />
        <TextField
          name="lastDay"
          label={words.last}
          hint={words.lastHint}
          error={errors.lastDay}
          value={values.lastDay}
          autocomplete="off"
        />
      </div>
      <p>
        <Button look="main">{words.submit}</Button>
      </p>
    </Form>
  )
}
