import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { paths } from '../paths.ts'
import type { Period } from '../period.ts'
import { texts } from '../texts.ts'
import { PeriodFields } from './period-fields.tsx'

export interface PeriodPageProps {
  frame: Frame
  period: Period
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}

/** One period, to change it. */
export const PeriodPage: FC<PeriodPageProps> = ({ frame, period, errors, values }) => {
  const words = texts(frame.lang)
  const title = words.changeTitle(period.name)
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={<Name>{title}</Name>}
        line={words.stages[period.stage]}
        crumbs={[{ label: words.title, href: paths.ofSchool(period.school) }, { label: period.name }]}
      />
      <Form frame={frame} action={paths.period(period.id)} class="stack prose">
        <PeriodFields lang={frame.lang} isReported={period.isReported} errors={errors} values={values} />
        <p>
          <Button look="main">{words.form.save}</Button>
        </p>
      </Form>
    </DeskFrame>
  )
}
