import type { FC } from 'hono/jsx'
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
import { isPrimary, mostGuideWeeks, roundings } from '../period.ts'
import { texts } from '../texts.ts'

export interface RulePageProps {
  frame: Frame
  school: string
  stage: string
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}

/** How a stage rounds, and how many weeks lie at most between two reports. Where nothing is averaged, the weeks alone. */
export const RulePage: FC<RulePageProps> = ({ frame, school, stage, errors, values }) => {
  const { title, stages, rule: words } = texts(frame.lang)
  const name = stages[stage] ?? stage
  return (
    <DeskFrame frame={frame} title={words.title(name)} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={words.title(name)}
        crumbs={[{ label: title, href: paths.ofSchool(school) }, { label: words.title(name) }]}
      />
      <Form frame={frame} action={paths.rule(school, stage)} class="stack prose">
        {!isPrimary(stage) && (
          <Choice
            name="rounding"
            label={words.rounding}
            hint={words.roundingHint}
            error={errors['rounding']}
            value={values['rounding']}
            options={roundings.map((value) => ({ value, ...words.options[value] }))}
          />
        )}
        <TextField
          name="guideWeeks"
          label={words.weeks}
          hint={words.weeksHint(mostGuideWeeks)}
          error={errors['guideWeeks']}
          value={values['guideWeeks']}
          inputmode="numeric"
          autocomplete="off"
        />
        <p>
          <Button look="main">{words.submit}</Button>
        </p>
      </Form>
    </DeskFrame>
  )
}
