import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Counts } from '#ui/part/counts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import { Steps } from '#ui/part/steps.tsx'
import { choiceNames } from '../choice-names.ts'
import { countsOf, unchangedOf } from '../diff/diff.ts'
import { total } from '../import-counts.ts'
import { paths } from '../paths.ts'
import { changesAnything, missingLines, movers, type Preview } from '../preview.ts'
import { texts } from '../texts.ts'
import { LeaversCheck, MissingChoice, mostBoxes, type MissingChoiceProps } from './missing-choice.tsx'
import { changed, ListSection } from './preview-lists.tsx'
import { Proposals } from './proposals.tsx'
import { countsInWords } from './words.ts'

export interface PreviewPageProps {
  frame: Frame
  preview: Preview
  /** What was answered is about another state of the school than this page now shows. */
  stale?: boolean | undefined
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
}

/** What a file would change: what needs help first, then every list, then the deed. */
export const PreviewPage: FC<PreviewPageProps> = ({ frame, preview, stale = false, errors = {}, values = {} }) => {
  const all = texts(frame.lang)
  const words = all.preview
  const { version, rows, format } = preview
  const line = [`${all.formats[format].name}${version === null ? '' : ` ${version}`}`, countsInWords(frame.lang, rows)]
  return (
    <DeskFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={words.title}
        line={
          <>
            <Name>{preview.fileName}</Name>, {line.filter((part) => part !== '').join(', ')}
          </>
        }
        crumbs={[{ label: all.list.title, href: paths.ofSchool(preview.school) }, { label: words.title }]}
      />
      <Steps labels={words.steps} current={1} />
      {stale || preview.moved ? (
        <Note tone="notice">{words.stale}</Note>
      ) : (
        <Note>
          <strong>{words.notYet}</strong> {words.notYetLine}
        </Note>
      )}
      <PreviewCounts frame={frame} preview={preview} />
      {countsOf(preview.diff, 'added').guardians > 0 && <Note tone="notice">{words.authority}</Note>}
      <ListSection frame={frame} preview={preview} part="geweigerd" />
      <ListSection frame={frame} preview={preview} part="hersteld" />
      <ListSection frame={frame} preview={preview} part="gewijzigd" />
      <ListSection frame={frame} preview={preview} part="nieuw" />
      {preview.skippedFields.length > 0 && (
        <Section id="overgeslagen" title={words.skippedTitle}>
          <p class="muted">{words.skippedLine}</p>
          <p>
            <Name>{preview.skippedFields.join(', ')}</Name>
          </p>
        </Section>
      )}
      <ApplyForm frame={frame} preview={preview} errors={errors} values={values} />
    </DeskFrame>
  )
}

const PreviewCounts: FC<{ frame: Frame; preview: Preview }> = ({ frame, preview }) => {
  const words = texts(frame.lang).preview
  const { diff, decision } = preview
  const [added, changes, missing] = [countsOf(diff, 'added'), countsOf(diff, 'changed'), countsOf(diff, 'missing')]
  const moving = movers(diff)
  const link = (part: string, size: number): string | undefined => (size === 0 ? undefined : `#${part}`)
  return (
    <Counts
      label={words.go}
      items={[
        {
          value: total(added),
          label: words.added,
          line: countsInWords(frame.lang, added) || words.none,
          href: link('nieuw', total(added)),
        },
        {
          value: total(changes),
          label: words.changed,
          line: moving > 0 ? words.changedOfGroup(moving) : countsInWords(frame.lang, changes) || words.none,
          href: link('gewijzigd', total(changes)),
        },
        { value: total(unchangedOf(diff)), label: words.unchanged, line: words.nothingToDo },
        {
          value: total(missing),
          label: words.missing,
          line: total(missing) > 0 ? words.stay : words.none,
          href: link('weg', total(missing)),
        },
        {
          value: diff.repairs.length,
          label: words.repaired,
          icon: 'done',
          line: diff.repairs.length > 0 ? words.lookOver : words.nothingToDo,
          href: link('hersteld', diff.repairs.length),
        },
        {
          value: decision.refusals.length,
          label: words.refused,
          icon: 'attention',
          asks: decision.refusals.length > 0,
          line: decision.refusals.length > 0 ? words.yourHelp : words.nothingToDo,
          href: link('geweigerd', decision.refusals.length),
        },
      ]}
    />
  )
}

const ApplyForm: FC<MissingChoiceProps> = (props) => {
  const { frame, preview, values } = props
  const words = texts(frame.lang).preview
  const { decision } = preview
  const missing = missingLines(preview.diff).length
  const something = changesAnything(preview)
  const both = { pupils: 0, groups: 0, staff: 0, guardians: 0 }
  for (const kind of ['pupils', 'groups', 'staff', 'guardians'] as const)
    both[kind] = decision.added[kind] + decision.changed[kind]
  return (
    <>
      <Form frame={frame} action={paths.application(preview.id)} class="stack">
        <input type="hidden" name={choiceNames.shown} value={preview.fingerprint} />
        <Proposals frame={frame} preview={preview} values={values} />
        {missing > 0 && (
          <ListSection frame={frame} preview={preview} part="weg" instead={missing <= mostBoxes}>
            <MissingChoice {...props} />
          </ListSection>
        )}
        <LeaversCheck {...props} />
        {something || missing > 0 ? (
          <div class="row">
            <Button look="main">{words.submit(countsInWords(frame.lang, both) || words.theChoices)}</Button>
            <ButtonLink look="plain" href={paths.ofSchool(preview.school)}>
              {words.other}
            </ButtonLink>
          </div>
        ) : (
          <p>{words.submitNothing}</p>
        )}
        {changed(preview) > 0 && (
          <p class="small muted">
            {words.summary(total(decision.added), total(decision.changed), decision.refusals.length)}
          </p>
        )}
      </Form>
      <Form frame={frame} action={paths.discarding(preview.id)} class="no-print">
        <Button look="link">{words.discard}</Button>
      </Form>
    </>
  )
}
