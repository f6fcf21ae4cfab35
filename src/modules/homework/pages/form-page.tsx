import type { Child, FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { kinds } from '../homework.ts'
import { paths } from '../paths.ts'
import type { Group, Item } from '../teacher-queries.ts'
import { texts } from '../texts.ts'
import { AskedFields, type DayChoice } from './asked-fields.tsx'

export type FormState = { errors: FieldErrors; values: Readonly<Record<string, string>> }

export interface NewPageProps extends FormState {
  frame: Frame
  today: string
  group: Group
  /** All groups that the teacher teaches. */
  groups: readonly Group[]
  subjects: readonly string[]
  days: readonly DayChoice[]
  /** What was agreed about homework on paper. */
  agreed: Child
  /** The key of this form. */
  once: string
}

/** Sets homework for one group: few fields, and what can be known is proposed. */
export const NewPage: FC<NewPageProps> = (props) => {
  const { frame, group, groups, errors, values, once } = props
  const { form: words, kinds: kindWords, title: all } = texts(frame.lang)
  const wrong = Object.keys(errors).length > 0
  const title = words.titleOf(group.name)
  return (
    <DeskFrame frame={frame} title={title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      <PageHead
        crumbs={[{ label: all, href: paths.ofGroup(group.id) }, { label: words.title }]}
        title={<Name>{title}</Name>}
      />
      <div class="prose stack-l">
        <LinkSwitch
          label={words.group}
          items={groups.map(({ id, name }) => ({ href: paths.add(id), label: name, current: id === group.id }))}
        />
        <Form frame={frame} action={paths.homework} once={once} class="stack-l">
          <input type="hidden" name="group" value={group.id} />
          <Choice
            name="kind"
            label={words.kind}
            row
            error={errors.kind}
            value={values.kind ?? 'homework'}
            options={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          />
          <AskedFields {...props} isTest={values.kind === 'test'} />
          <p>
            <Button look="main">{words.submit}</Button>
          </p>
        </Form>
      </div>
    </DeskFrame>
  )
}

/** For who teaches no group. */
export const NoGroupPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { form: words, staff, title: all } = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.title}>
      <PageHead crumbs={[{ label: all, href: paths.homework }, { label: words.title }]} title={words.title} />
      <Empty>{staff.noGroups}</Empty>
    </DeskFrame>
  )
}

export interface ChangePageProps extends FormState {
  frame: Frame
  today: string
  group: Group
  item: Item
  subjects: readonly string[]
  days: readonly DayChoice[]
  /** What was agreed about homework on paper. */
  agreed: Child
}

/** Changes or withdraws what was asked. */
export const ChangePage: FC<ChangePageProps> = (props) => {
  const { frame, group, item, errors } = props
  const { form: words, title: all } = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.changeTitle} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        crumbs={[{ label: all, href: paths.ofGroup(group.id) }, { label: words.changeTitle }]}
        title={words.changeTitle}
        line={<Name>{group.name}</Name>}
      />
      <div class="prose stack-l">
        {item.withdrawn ? (
          <Note tone="notice">{words.withdrawn}</Note>
        ) : (
          <>
            <Form frame={frame} action={paths.change(item.id)} class="stack-l">
              <AskedFields {...props} isTest={item.kind === 'test'} />
              <p>
                <Button look="main">{words.save}</Button>
              </p>
            </Form>
            <Card id="intrekken" title={words.withdrawTitle}>
              <Form frame={frame} action={paths.withdraw(item.id)} class="stack-s">
                <p class="muted">{words.withdrawLine}</p>
                <p>
                  <Button look="plain">{words.withdraw}</Button>
                </p>
              </Form>
            </Card>
          </>
        )}
      </div>
    </DeskFrame>
  )
}
