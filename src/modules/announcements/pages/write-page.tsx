import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { Button } from '#ui/form/button.tsx'
import { Checks } from '#ui/form/checks.tsx'
import { Check, Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { audiences, fieldNames, fileFields, type Offer } from '../announcement.ts'
import { paths } from '../paths.ts'
import type { Announcement } from '../queries.ts'
import { texts } from '../texts.ts'

export interface WritePageProps {
  frame: Frame
  /** For a new one: the school it is for, and those it could be for. */
  picked: PickedSchool | null
  offer: Offer
  fileHint: string
  /** The one that is changed. */
  kept: Pick<Announcement, 'id' | 'files' | 'title'> | null
  once?: string | undefined
  /** What was typed, or what is changed. Files cannot be given back. */
  typed: Readonly<Record<string, unknown>>
  errors: FieldErrors
}

export const WritePage: FC<WritePageProps> = (props) => {
  const { frame, picked, offer, kept, errors } = props
  const all = texts(frame.lang)
  const words = all.form
  const title = kept ? words.changeTitle : words.freshTitle
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={title}
        line={kept ? words.changeLine : words.freshLine}
        crumbs={[
          { label: all.title, href: paths.announcements },
          ...(kept ? [{ label: kept.title, href: paths.announcement(kept.id) }] : []),
        ]}
      />
      {picked && (
        <LinkSwitch
          label={all.chooseSchool}
          items={picked.schools.map(({ id, name }) => ({
            href: paths.freshOf(id),
            label: name,
            current: id === picked.school.id,
          }))}
        />
      )}
      {offer.groups.length === 0 && !offer.whole ? <Empty>{words.noGroups}</Empty> : <Fields {...props} />}
    </DeskFrame>
  )
}

const Fields: FC<WritePageProps> = (props) => {
  const { frame, picked, kept, once, errors } = props
  const words = texts(frame.lang).form
  return (
    <Form
      frame={frame}
      action={kept ? paths.change(kept.id) : paths.ofSchool(picked?.school.id ?? '')}
      multipart
      once={once}
      class="stack-l prose"
    >
      <TextField name="title" label={words.subject} error={errors.title} value={textOf(props, 'title')} />
      <TextArea
        name="body"
        label={words.text}
        hint={words.textHint}
        error={errors.body}
        value={textOf(props, 'body')}
        rows={10}
      />
      <Audience {...props} />
      <Files {...props} />
      <div class="pair">
        <TextField
          name="from"
          label={words.from}
          hint={words.fromHint}
          error={errors.from}
          value={textOf(props, 'from')}
          autocomplete="off"
        />
        <TextField
          name="until"
          label={words.until}
          hint={words.untilHint}
          error={errors.until}
          value={textOf(props, 'until')}
          autocomplete="off"
        />
      </div>
      <Check
        name="important"
        label={words.important}
        line={words.importantLine}
        checked={isTicked(props, 'important')}
      />
      <p>
        <Button look="main">{kept ? words.submitChange : words.submit}</Button>
      </p>
    </Form>
  )
}

const textOf = ({ typed }: WritePageProps, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}
const isTicked = (props: WritePageProps, name: string): boolean => textOf(props, name) !== ''

const Audience: FC<WritePageProps> = (props) => {
  const { frame, offer, errors } = props
  const all = texts(frame.lang)
  const words = all.form
  const years = [...new Set(offer.groups.flatMap(({ yearGroup }) => yearGroup ?? []))].filter(
    (year) => offer.groups.filter(({ yearGroup }) => yearGroup === year).length > 1,
  )
  return (
    <>
      <Checks
        id="guardian"
        label={words.whom}
        error={errors.guardian}
        options={audiences.map((one) => ({ name: one, label: capital(all.whom[one]), checked: isTicked(props, one) }))}
      />
      {offer.whole && (
        <Choice
          name="reach"
          label={words.reach}
          error={errors.reach}
          value={textOf(props, 'reach')}
          options={[
            { value: 'alles', label: words.reachWhole, line: words.reachWholeLine },
            { value: 'groepen', label: words.reachGroups },
          ]}
        />
      )}
      {offer.groups.length > 0 && (
        <Checks
          id="groups"
          label={offer.whole ? words.groups : words.reach}
          error={errors.groups}
          options={offer.groups.map(({ id, name }) => ({
            name: fieldNames.group(id),
            label: <Name>{name}</Name>,
            checked: isTicked(props, fieldNames.group(id)),
          }))}
        />
      )}
      {years.length > 0 && (
        <Checks
          id="years"
          label={words.years}
          options={years.map((year) => ({
            name: fieldNames.year(year),
            label: words.year(year),
            checked: isTicked(props, fieldNames.year(year)),
          }))}
        />
      )}
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)

const Files: FC<WritePageProps> = (props) => {
  const { frame, kept, errors, fileHint } = props
  const words = texts(frame.lang).form
  const wrong = Object.keys(errors).length > 0
  return (
    <>
      {kept && kept.files.length > 0 && (
        <Checks
          id="bijlagen"
          label={words.kept}
          hint={words.keptHint}
          options={kept.files.map(({ id, name }) => ({
            name: fieldNames.takeOff(id),
            label: <Name>{words.takeOff(name)}</Name>,
            checked: isTicked(props, fieldNames.takeOff(id)),
          }))}
        />
      )}
      {fileFields.map((name, at) => (
        <FileField
          name={name}
          label={words.file(at + 1)}
          hint={at > 0 ? undefined : wrong ? `${fileHint} ${words.again}` : fileHint}
          error={errors[name]}
          accept="image/jpeg,image/png,image/webp,application/pdf"
        />
      ))}
    </>
  )
}
