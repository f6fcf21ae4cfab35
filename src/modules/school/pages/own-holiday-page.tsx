import type { FC } from 'hono/jsx'
import { dateInWords, daysInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { paths } from '../paths.ts'
import { holidayKey, type Holiday } from '../school.ts'
import { texts } from '../texts.ts'

export interface OwnHolidayPageProps {
  frame: Frame
  school: string
  holiday: Holiday
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
}

/** How the school keeps one national holiday of one school year. */
export const OwnHolidayPage: FC<OwnHolidayPageProps> = ({ frame, school, holiday, errors = {}, values }) => {
  const { ownHoliday: words, holidays, daysOff, title: schoolTitle } = texts(frame.lang)
  const { kind, firstYear, national, standing, source, checkedOn } = holiday
  const title = words.title(holidays[kind], `${firstYear}-${firstYear + 1}`)
  const own = holiday.as === 'moved' ? holiday.days : null
  const typed = values ?? { how: holiday.as, firstDay: dayTyped(own?.startsOn), lastDay: dayTyped(own?.endsOn) }
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={title}
        line={words.nationalDays(daysInWords(frame.lang, national.startsOn, national.endsOn))}
        crumbs={[{ label: schoolTitle, href: paths.ofSchool(school) }, { label: holidays[kind] }]}
      />
      <Form frame={frame} action={paths.holiday(school, holidayKey(holiday))} class="stack prose">
        <p class="muted">{words[standing]}</p>
        <Choice
          name="how"
          label={words.how}
          error={errors['how']}
          value={typed['how']}
          options={[
            { value: 'national', label: words.national },
            { value: 'moved', label: words.moved, line: words.movedLine },
            { value: 'none', label: words.dropped },
          ]}
        />
        <div class="pair">
          <TextField
            name="firstDay"
            label={words.first}
            hint={daysOff.dayHint}
            error={errors['firstDay']}
            value={typed['firstDay']}
            autocomplete="off"
          />
          <TextField
            name="lastDay"
            label={words.last}
            hint={daysOff.lastHint}
            error={errors['lastDay']}
            value={typed['lastDay']}
            autocomplete="off"
          />
        </div>
        <p>
          <Button look="main">{words.submit}</Button>
        </p>
        <p class="small muted">{words.source(source, dateInWords(frame.lang, checkedOn))}</p>
      </Form>
    </DeskFrame>
  )
}

const dayTyped = (day: string | undefined): string => {
  const [year, month, date] = (day ?? '').split('-')
  return year && month && date ? `${Number(date)}-${Number(month)}-${year}` : ''
}
