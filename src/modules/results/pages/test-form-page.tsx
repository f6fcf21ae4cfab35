import type { FC } from 'hono/jsx'
import type { Period } from '#modules/reports/index.ts'
import { Button } from '#ui/form/button.tsx'
import { Check, Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { canWeigh, isSecondary, kindsOf, scalesOf, type Assessment } from '../assessment.ts'
import { paths } from '../paths.ts'
import type { Group } from '../staff-queries.ts'
import type { Scale } from '../tables.ts'
import { texts } from '../texts.ts'

export type TestFormState = { errors: FieldErrors; values: Readonly<Record<string, string>> }

type Shared = TestFormState & {
  frame: Frame
  group: Group
  stage: string
  /** Used for this group before. */
  subjects: readonly string[]
  periods: readonly Period[]
}

export type NewTestPageProps = Shared & {
  groups: readonly Group[]
  once: string
  /** The test that this one is made again for. */
  retakeOf: Assessment | null
}

/** Adds a test, or a retake of one: what can be known is filled in. */
export const NewTestPage: FC<NewTestPageProps> = (props) => {
  const { frame, group, groups, once, retakeOf, errors } = props
  const words = texts(frame.lang)
  const title = retakeOf === null ? words.form.titleOf(group.name) : words.form.retakeTitle(retakeOf.title)
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        crumbs={[{ label: words.staff.title, href: paths.ofGroup(group.id) }, { label: words.form.title }]}
        title={<Name>{title}</Name>}
        line={words.staff.line}
      />
      <div class="prose stack-l">
        <LinkSwitch
          label={words.form.group}
          items={groups.map(({ id, name }) => ({ href: paths.add(id), label: name, current: id === group.id }))}
        />
        <Form frame={frame} action={paths.tests} once={once} class="stack-l">
          <input type="hidden" name="group" value={group.id} />
          <input type="hidden" name="retakeOf" value={retakeOf?.id ?? ''} />
          <TestFields {...props} fixed={retakeOf} isRetake={retakeOf !== null} />
          <p>
            <Button look="main">{words.form.submit}</Button>
          </p>
        </Form>
      </div>
    </DeskFrame>
  )
}

export type ChangeTestPageProps = Shared & { test: Assessment; canDrop: boolean }

export const ChangeTestPage: FC<ChangeTestPageProps> = (props) => {
  const { frame, test, canDrop, errors } = props
  const words = texts(frame.lang).form
  return (
    <DeskFrame frame={frame} title={words.changeTitle} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        crumbs={[{ label: test.title, href: paths.test(test.id) }, { label: words.changeTitle }]}
        title={words.changeTitle}
        line={<Name>{test.groupName}</Name>}
      />
      <div class="prose stack-l">
        <Form frame={frame} action={paths.change(test.id)} class="stack-l">
          <TestFields {...props} fixed={test} isRetake={test.retakeOf !== null} />
          <p>
            <Button look="main">{words.save}</Button>
          </p>
        </Form>
        {canDrop && (
          <Card id="weg" title={words.drop}>
            <Form frame={frame} action={paths.drop(test.id)} class="stack-s">
              <p>{words.dropLine}</p>
              <p>
                <Button>{words.drop}</Button>
              </p>
            </Form>
          </Card>
        )}
      </div>
    </DeskFrame>
  )
}

const TestFields: FC<Shared & { fixed: Assessment | null; isRetake: boolean }> = (props) => {
  const { frame, stage, errors, values, fixed, isRetake } = props
  const { lang } = frame
  const words = texts(lang)
  const weighs = fixed === null || canWeigh(fixed.scale)
  return (
    <>
      <Choice
        name="kind"
        label={words.form.kind}
        row
        error={errors.kind}
        value={values.kind}
        options={kindsOf(stage).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      {fixed === null && (
        <Choice
          name="scale"
          label={words.form.scale}
          row
          error={errors.scale}
          value={values.scale}
          options={scalesAt(stage).map((scale) => ({ value: scale, label: words.scales[scale] }))}
        />
      )}
      <Named {...props} />
      {isRetake && <p class="hint">{words.retakeWeighs}</p>}
      {weighs && !isRetake && (
        <>
          <TextField
            name="weight"
            label={words.form.weight}
            hint={words.form.weightHint}
            error={errors.weight}
            value={values.weight}
            inputmode="numeric"
            short
          />
          {fixed === null && isSecondary(stage) && <DossierChoice lang={lang} value={values.dossier} />}
        </>
      )}
      <PeriodAndDay {...props} />
      {weighs && !isRetake && (
        <Check
          name="retakable"
          label={words.form.retakable}
          line={words.form.retakableLine}
          checked={values.retakable === 'on'}
        />
      )}
    </>
  )
}

const scalesAt = (stage: string): readonly Scale[] => [
  ...new Set(kindsOf(stage).flatMap((kind) => scalesOf(stage, kind))),
]

const Named: FC<Shared> = ({ frame, subjects, errors, values }) => {
  const words = texts(frame.lang).form
  return (
    <>
      <TextField name="subject" label={words.subject} error={errors.subject} value={values.subject} list="vakken" />
      <datalist id="vakken">
        {subjects.map((subject) => (
          <option value={subject}>{subject}</option>
        ))}
      </datalist>
      <TextField name="what" label={words.what} hint={words.whatHint} error={errors.what} value={values.what} />
    </>
  )
}

const DossierChoice: FC<{ lang: Lang; value: string | undefined }> = ({ lang, value }) => {
  const words = texts(lang)
  return (
    <Choice
      name="dossier"
      label={words.form.dossier}
      value={value ?? 'progress'}
      options={(['progress', 'exam'] as const).map((dossier) => ({
        value: dossier,
        label: words.dossiers[dossier],
        line: words.form.dossierLine[dossier],
      }))}
    />
  )
}

const PeriodAndDay: FC<Shared> = ({ frame, periods, errors, values }) => {
  const words = texts(frame.lang).form
  return (
    <>
      {periods.length > 0 && (
        <Select
          name="period"
          label={words.period}
          error={errors.period}
          value={values.period}
          empty={words.noPeriod}
          options={periods.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        name="madeOn"
        label={words.madeOn}
        hint={words.dayHint}
        error={errors.madeOn}
        value={values.madeOn}
        short
      />
    </>
  )
}

/** For who teaches no group. */
export const NoGroupPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { form: words, staff } = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.title}>
      <PageHead crumbs={[{ label: staff.title, href: paths.results }, { label: words.title }]} title={words.title} />
      <Empty>{staff.noGroups}</Empty>
    </DeskFrame>
  )
}
