import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { paths } from '../paths.ts'
import type { Group } from '../staff-queries.ts'
import { texts } from '../texts.ts'
import type { TestFormState } from './test-form-page.tsx'

export type ImportPageProps = TestFormState & {
  frame: Frame
  group: Group
  /** Used for this group before. */
  subjects: readonly string[]
}

/** Choose a file of results for a group, or paste it. */
export const ImportPage: FC<ImportPageProps> = ({ frame, group, subjects, errors, values }) => {
  const all = texts(frame.lang)
  const words = all.readIn
  const title = words.titleOf(group.name)
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        crumbs={[{ label: all.staff.titleOf(group.name), href: paths.ofGroup(group.id) }, { label: words.title }]}
        title={<Name>{title}</Name>}
        line={words.line}
      />
      <div class="prose stack-l">
        <Help lang={frame.lang} />
        <Form frame={frame} action={paths.readIn} multipart class="stack-l">
          <input type="hidden" name="group" value={group.id} />
          <FileField name="file" label={words.file} hint={words.fileHint} error={errors.file} accept=".csv,.txt,.tsv" />
          <TextArea
            name="text"
            label={words.text}
            hint={words.textHint}
            error={errors.text}
            value={values.text}
            rows={6}
          />
          <TextField
            name="subject"
            label={words.subject}
            hint={words.subjectHint}
            error={errors.subject}
            value={values.subject}
            list="vakken"
          />
          <datalist id="vakken">
            {subjects.map((subject) => (
              <option value={subject}>{subject}</option>
            ))}
          </datalist>
          <TextField
            name="madeOn"
            label={words.madeOn}
            hint={words.madeOnHint}
            error={errors.madeOn}
            value={values.madeOn}
            short
          />
          <p>
            <Button look="main">{words.submit}</Button>
          </p>
        </Form>
      </div>
    </DeskFrame>
  )
}

const Help: FC<{ lang: Lang }> = ({ lang }) => {
  const words = texts(lang).readIn
  return (
    <Fold title={words.helpTitle}>
      <p>{words.helpLong}</p>
      <p>
        <code>{words.exampleLong}</code>
      </p>
      <p>{words.helpOptional}</p>
      <p>{words.helpWide}</p>
      <p>
        <code>{words.exampleWide}</code>
      </p>
    </Fold>
  )
}
