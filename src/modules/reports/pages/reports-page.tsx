import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { usualTime } from '../period.ts'
import { texts } from '../texts.ts'
import type { Texts } from '../texts.nl.ts'
import { PeriodFields } from './period-fields.tsx'
import { StageCard, type StageView } from './stage-card.tsx'

export interface ReportsPageProps {
  frame: Frame
  /** The school of who works there; of a family null. */
  picked: PickedSchool | null
  views: readonly StageView[]
  errors: FieldErrors
  values: Readonly<Record<string, string>>
  said: keyof Texts['said'] | undefined
}

/** When the report comes, per stage; and for who keeps that, the form that adds a period. */
export const ReportsPage: FC<ReportsPageProps> = ({ frame, picked, views, errors, values, said }) => {
  const words = texts(frame.lang)
  const wrong = Object.keys(errors).length > 0
  const kept = views.filter(({ keeps }) => keeps).map(({ stage }) => stage)
  return (
    <OwnFrame frame={frame} title={words.title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && !wrong && <Note>{words.said[said]}</Note>}
      <PageHead title={words.title} line={kept.length > 0 ? words.keepLine : words.line} />
      {picked && (
        <LinkSwitch
          label={words.choose}
          items={picked.schools.map(({ id, name }) => ({
            href: paths.ofSchool(id),
            label: name,
            current: id === picked.school.id,
          }))}
        />
      )}
      {views.length === 0 && <Empty>{words.noStage}</Empty>}
      {views.map((view) => (
        <StageCard frame={frame} view={view} />
      ))}
      {picked && kept.length > 0 && (
        <Card id="erbij" title={words.add}>
          <Form
            frame={frame}
            action={paths.ofSchool(picked.school.id)}
            class="stack prose no-print"
            labelledby="erbij-kop"
          >
            <PeriodFields
              lang={frame.lang}
              stages={kept}
              errors={errors}
              values={{ reportAt: usualTime.replace(':', frame.lang === 'nl' ? '.' : ':'), ...values }}
            />
            <p>
              <Button look="main">{words.form.submit}</Button>
            </p>
          </Form>
        </Card>
      )}
    </OwnFrame>
  )
}
