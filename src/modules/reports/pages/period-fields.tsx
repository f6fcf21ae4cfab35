import type { FC } from 'hono/jsx'
import { Choice } from '#ui/form/choice.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Lang } from '#ui/layout/frame.ts'
import { texts } from '../texts.ts'

export interface PeriodFieldsProps {
  lang: Lang
  /** For which of these it can be; left out for a period that is there. */
  stages?: readonly string[]
  /** Its report has come: the moment is told, and not asked. */
  isReported?: boolean
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}

/** The fields of a period, for adding one and for changing it. */
export const PeriodFields: FC<PeriodFieldsProps> = ({ lang, stages = [], isReported = false, errors, values }) => {
  const { form: words, stages: names } = texts(lang)
  const field = (name: string) => ({ name, error: errors[name], value: values[name], autocomplete: 'off' as const })
  return (
    <>
      {stages.length > 1 && (
        <Choice
          name="stage"
          label={words.stage}
          error={errors['stage']}
          value={values['stage']}
          options={stages.map((stage) => ({ value: stage, label: names[stage] ?? stage }))}
        />
      )}
      {stages.length === 1 && <input type="hidden" name="stage" value={stages[0]} />}
      <TextField {...field('name')} label={words.name} hint={words.nameHint} />
      <div class="pair">
        <TextField {...field('firstDay')} label={words.first} hint={words.dayHint} />
        <TextField {...field('lastDay')} label={words.last} hint={words.dayHint} />
      </div>
      {isReported && <p>{words.fixed}</p>}
      {isReported ? (
        <>
          <input type="hidden" name="reportOn" value={values['reportOn']} />
          <input type="hidden" name="reportAt" value={values['reportAt']} />
        </>
      ) : (
        <div class="pair">
          <TextField {...field('reportOn')} label={words.reportOn} hint={words.dayHint} />
          <TextField {...field('reportAt')} label={words.reportAt} hint={words.timeHint} />
        </div>
      )}
    </>
  )
}
