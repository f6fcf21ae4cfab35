import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { dateInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Moment } from '#ui/part/moment.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { DataTable, type Column } from '#ui/table/data-table.tsx'
import type { TimetableOf } from '../lesson.ts'
import { paths } from '../paths.ts'
import type { FeedLine, Owner } from '../queries.ts'
import { texts } from '../texts.ts'
import { ownerInList } from './owner-name.ts'

export interface TimetablesPageProps {
  frame: Frame
  picked: PickedSchool
  feeds: readonly FeedLine[]
  /** Whose timetable the form reads in, and who there are of those. */
  kind: TimetableOf['kind']
  owners: readonly Owner[]
  /** Of the form: `of`, `file`. */
  errors?: FieldErrors | undefined
  of?: string | undefined
}

export const TimetablesPage: FC<TimetablesPageProps> = (props) => {
  const { frame, picked, feeds, errors = {} } = props
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.title} line={words.line} />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: paths.ofSchool(id, props.kind),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {feeds.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <DataTable caption={words.list.caption} captionHidden columns={columnsOf(frame)} rows={feeds} />
      )}
      <AddCard {...props} errors={errors} />
    </DeskFrame>
  )
}

const columnsOf = ({ lang }: Frame): Column<FeedLine>[] => {
  const words = texts(lang)
  return [
    {
      head: words.list.of,
      rowHead: true,
      cell: ({ id, owner }) => (
        <a href={paths.timetable(id)}>
          <Name>{ownerInList(owner)}</Name>
        </a>
      ),
    },
    { head: words.list.kind, cell: ({ kind }) => words.add.kinds[kind] },
    { head: words.list.lessons, number: true, cell: ({ lastReading }) => lastReading.lessons },
    { head: words.list.until, cell: ({ lastReading }) => dateInWords(lang, lastReading.lastDay) },
    { head: words.list.readAt, cell: ({ lastReading }) => <Moment lang={lang} at={lastReading.readAt} /> },
  ]
}

const kinds = ['group', 'pupil', 'staff'] as const

const AddCard: FC<TimetablesPageProps & { errors: FieldErrors }> = ({ frame, picked, kind, owners, errors, of }) => {
  const words = texts(frame.lang).add
  return (
    <Card id="inlezen" title={words.title}>
      <div class="stack prose no-print">
        <LinkSwitch
          label={words.chooseKind}
          items={kinds.map((one) => ({
            href: `${paths.ofSchool(picked.school.id, one)}#inlezen`,
            label: words.kinds[one],
            current: one === kind,
          }))}
        />
        {owners.length === 0 ? (
          <p class="muted">{words.nobody[kind]}</p>
        ) : (
          <Form
            frame={frame}
            action={paths.ofSchool(picked.school.id, kind)}
            multipart
            class="stack"
            labelledby="inlezen-kop"
          >
            <Select
              name="of"
              label={words.of[kind]}
              error={errors.of}
              empty={words.choose[kind]}
              value={of}
              options={owners.map((owner) => ({ value: owner.id, label: ownerInList(owner) }))}
            />
            <FileField
              name="file"
              label={words.file}
              hint={words.fileHint}
              error={errors.file}
              accept=".ics,text/calendar"
            />
            <p>
              <Button look="main">{words.submit}</Button>
            </p>
          </Form>
        )}
      </div>
    </Card>
  )
}
