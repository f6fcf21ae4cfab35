import type { FC } from 'hono/jsx'
import { momentInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Moment } from '#ui/part/moment.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card, Section } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { SchoolChoice } from '#modules/school/index.ts'
import { columnsOfFile } from '../columns-of-file.ts'
import { total } from '../import-counts.ts'
import { paths } from '../paths.ts'
import type { AppliedImport, ListedPreview } from '../queries.ts'
import { formats } from '../roster.ts'
import { texts } from '../texts.ts'

export interface ListPageProps {
  frame: Frame
  school: SchoolChoice
  schools: readonly SchoolChoice[]
  previews: readonly ListedPreview[]
  imports: readonly AppliedImport[]
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
}

/** The files that were read in at a school, and the form for the next one. */
export const ListPage: FC<ListPageProps> = ({
  frame,
  school,
  schools,
  previews,
  imports,
  errors = {},
  values = {},
}) => {
  const words = texts(frame.lang).list
  return (
    <DeskFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead title={words.title} line={words.line} />
      <LinkSwitch
        label={words.choose}
        items={schools.map(({ id, name }) => ({ href: paths.ofSchool(id), label: name, current: id === school.id }))}
      />
      <UploadCard frame={frame} school={school.id} errors={errors} values={values} />
      {previews.length > 0 && <Previews frame={frame} previews={previews} />}
      <Section id="eerder" title={words.importsTitle}>
        {imports.length === 0 ? <Empty>{words.none}</Empty> : <Imports frame={frame} imports={imports} />}
      </Section>
    </DeskFrame>
  )
}

const UploadCard: FC<{
  frame: Frame
  school: string
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}> = (props) => {
  const { frame, school, errors, values } = props
  const all = texts(frame.lang)
  return (
    <Card id="bestand-kiezen" title={all.list.fileTitle}>
      <Form frame={frame} action={paths.ofSchool(school)} multipart class="stack prose no-print">
        <Choice
          name="format"
          label={all.list.format}
          error={errors.format}
          value={values.format}
          options={formats.map((format) => ({
            value: format,
            label: all.formats[format].name,
            line: (
              <>
                {all.formats[format].line}
                {format !== 'edexml' && (
                  <>
                    {' '}
                    {all.list.columns}: <code>{columnsOfFile[format]}</code>
                  </>
                )}
              </>
            ),
          }))}
        />
        <FileField
          name="file"
          label={all.list.file}
          hint={all.list.fileHint}
          error={errors.file}
          accept=".xml,.csv,.txt"
        />
        <p>
          <Button look="main">{all.list.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}

const Previews: FC<{ frame: Frame; previews: readonly ListedPreview[] }> = ({ frame, previews }) => {
  const all = texts(frame.lang)
  return (
    <Section id="proeven" title={all.list.previewsTitle}>
      <p class="muted">{all.list.previewsLine}</p>
      <ul class="lines">
        {previews.map((preview) => (
          <li class="row spread">
            <span>
              <strong>
                <Name>{preview.file_name}</Name>
              </strong>
              <br />
              <small class="muted">
                {all.formats[preview.format].name}, {momentInWords(frame.lang, preview.read_at)}
              </small>
            </span>
            <a class="link-row" href={paths.import(preview.id)}>
              {all.list.openPreview}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Imports: FC<{ frame: Frame; imports: readonly AppliedImport[] }> = ({ frame, imports }) => {
  const all = texts(frame.lang)
  const words = all.list
  return (
    <DataTable
      caption={words.importsTitle}
      captionHidden
      rows={imports}
      columns={[
        {
          head: words.when,
          cell: (row) => (
            <a href={paths.import(row.id)}>
              <Moment lang={frame.lang} at={row.applied_at} />
            </a>
          ),
        },
        { head: words.what, rowHead: true, cell: (row) => <Name>{row.file_name}</Name> },
        { head: words.who, cell: (row) => words.roles[row.role] },
        { head: words.came, number: true, cell: (row) => total(row.counts.added) },
        { head: words.changed, number: true, cell: (row) => total(row.counts.changed) },
        {
          head: words.state,
          cell: (row) => (row.reversed_at ? words.reversed : row.undoable ? words.undoable : words.over),
        },
      ]}
    />
  )
}
