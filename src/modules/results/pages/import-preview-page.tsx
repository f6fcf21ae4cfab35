import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Counts } from '#ui/part/counts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { gradeText } from '../grade.ts'
import { refusalInWords } from '../import/refusal-in-words.ts'
import { countsOf, type Plan, type PlannedResult, type PlannedTest, type Refusal } from '../import/plan.ts'
import { paths } from '../paths.ts'
import type { Group } from '../staff-queries.ts'
import { texts } from '../texts.ts'

/** What the form of a preview carries, so that what is applied is what was shown. */
export type Carried = Readonly<Record<'table' | 'subject' | 'madeOn' | 'shown', string>>

export interface ImportPreviewPageProps {
  frame: Frame
  group: Group
  plan: Plan
  carried: Carried
  /** What was answered is about another state of the group than this page now shows. */
  stale: boolean
}

/** What a file of results would change in a group: what needs help first, then every test, then the deed. */
export const ImportPreviewPage: FC<ImportPreviewPageProps> = ({ frame, group, plan, carried, stale }) => {
  const all = texts(frame.lang)
  const words = all.readIn
  const { added, changed } = countsOf(plan)
  const something = added + changed > 0
  return (
    <DeskFrame frame={frame} title={words.previewTitle}>
      <PageHead
        crumbs={[
          { label: all.staff.titleOf(group.name), href: paths.ofGroup(group.id) },
          { label: words.title, href: paths.readInFor(group.id) },
          { label: words.previewTitle },
        ]}
        title={words.previewTitle}
        line={<Name>{words.titleOf(group.name)}</Name>}
      />
      <Note tone={stale || !something ? 'notice' : undefined}>
        {stale ? words.stale : something ? words.notYet : words.nothingToDo}
      </Note>
      <PlanCountsRow lang={frame.lang} plan={plan} />
      {plan.empty > 0 && <p>{words.empty(plan.empty)}</p>}
      {plan.skipped.length > 0 && (
        <p>
          <Name>{words.skipped(plan.skipped.join(', '))}</Name>
        </p>
      )}
      {plan.refused.length > 0 && <Refused lang={frame.lang} refused={plan.refused} />}
      {plan.tests.map((test, at) => (
        <PlannedSection lang={frame.lang} test={test} id={`toets-${at + 1}`} />
      ))}
      <Form frame={frame} action={paths.application} multipart class="row no-print">
        {something && (
          <>
            <input type="hidden" name="group" value={group.id} />
            {Object.entries(carried).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button look="main">{words.submitApply}</Button>
          </>
        )}
        <ButtonLink look="plain" href={paths.readInFor(group.id)}>
          {words.other}
        </ButtonLink>
      </Form>
    </DeskFrame>
  )
}

const PlanCountsRow: FC<{ lang: Lang; plan: Plan }> = ({ lang, plan }) => {
  const words = texts(lang).readIn
  const counts = countsOf(plan)
  const kinds = ['tests', 'added', 'changed', 'same', 'refused'] as const
  return (
    <Counts
      label={words.go}
      items={kinds.map((kind) => ({
        value: counts[kind],
        label: words.counts[kind],
        ...(kind === 'refused' && counts.refused > 0
          ? { href: '#geweigerd', icon: 'attention' as const, asks: true, line: words.lookHere }
          : {}),
      }))}
    />
  )
}

/** More than this a person does not read: the file needs another look. */
const mostRefused = 200

const Refused: FC<{ lang: Lang; refused: readonly Refusal[] }> = ({ lang, refused }) => {
  const all = texts(lang)
  const words = all.readIn
  const more = refused.length - mostRefused
  return (
    <Section id="geweigerd" title={words.refusedTitle}>
      <DataTable<Refusal>
        caption={words.refusedTitle}
        captionHidden
        rows={refused.slice(0, mostRefused)}
        columns={[
          { head: words.lineNumber, number: true, cell: ({ line }) => line },
          { head: words.why, rowHead: true, cell: (one) => <Name>{refusalInWords(all, one)}</Name> },
        ]}
      />
      {more > 0 && <p class="muted">{words.refusedMore(more)}</p>}
    </Section>
  )
}

const PlannedSection: FC<{ lang: Lang; test: PlannedTest; id: string }> = ({ lang, test, id }) => {
  const all = texts(lang)
  const words = all.readIn
  const title = `${test.subject}, ${test.title}`
  const hasWords = test.results.some((one) => one.words !== null)
  const facts = [
    dateInWords(lang, test.madeOn),
    all.kinds[test.kind],
    all.scales[test.scale],
    test.id === null ? words.isNew : words.isThere,
  ]
  return (
    <Section id={id} title={<Name>{title}</Name>}>
      <p class="muted">
        {facts.join(', ')}. {all.counts(test.weight)}
      </p>
      <DataTable<PlannedResult>
        caption={title}
        captionHidden
        rows={test.results}
        columns={[
          { head: words.lineNumber, number: true, cell: ({ line }) => line },
          { head: words.pupil, rowHead: true, cell: ({ name }) => <Name>{name}</Name> },
          { head: words.result, cell: (one) => gradeText(one) },
          ...(hasWords ? [{ head: words.comment, cell: (one: PlannedResult) => <Name>{one.words ?? ''}</Name> }] : []),
          { head: words.what, cell: (one) => whatHappens(lang, one) },
        ]}
      />
    </Section>
  )
}

const whatHappens = (lang: Lang, { change, before, tenths, mark }: PlannedResult): string => {
  const words = texts(lang).readIn
  if (change === 'new' || before === null) return words.added
  if (change === 'same') return words.same
  const graded = before.tenths !== tenths || before.mark !== mark
  return graded ? words.changedFrom(gradeText(before)) : words.changedWords
}
