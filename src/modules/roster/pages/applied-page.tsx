import type { FC } from 'hono/jsx'
import { momentInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Counts } from '#ui/part/counts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card, Section } from '#ui/part/section.tsx'
import { Steps } from '#ui/part/steps.tsx'
import { total } from '../import-counts.ts'
import { paths } from '../paths.ts'
import type { AppliedImport } from '../queries.ts'
import { texts } from '../texts.ts'
import { countsInWords } from './words.ts'

export interface AppliedPageProps {
  frame: Frame
  applied: AppliedImport
  /** Names of the people and groups that an undo kept. */
  kept: readonly string[]
}

/** An import that was applied: what it did, and the way back. */
export const AppliedPage: FC<AppliedPageProps> = ({ frame, applied, kept }) => {
  const all = texts(frame.lang)
  const words = all.applied
  const { counts } = applied
  const line = momentInWords(frame.lang, applied.applied_at)
  const cells = [
    { label: all.preview.added, of: counts.added },
    { label: all.preview.changed, of: counts.changed },
    { label: all.preview.unchanged, of: counts.unchanged },
    { label: words.ended, of: counts.ended },
  ]
  return (
    <DeskFrame frame={frame} title={words.title}>
      <PageHead
        title={words.title}
        line={
          <>
            <Name>{applied.file_name}</Name>, {all.formats[applied.format].name}.{' '}
            {words.at(line, all.list.roles[applied.role])}
          </>
        }
        crumbs={[{ label: all.list.title, href: paths.ofSchool(applied.school_id) }, { label: words.title }]}
      />
      <Steps labels={all.preview.steps} current={2} />
      <State frame={frame} applied={applied} />
      <Counts
        label={words.title}
        items={cells.map(({ label, of }) => ({
          label,
          value: total(of),
          line: countsInWords(frame.lang, of) || all.preview.none,
        }))}
      />
      {kept.length > 0 && (
        <Section id="gebleven" title={words.keptTitle(kept.length)}>
          <p class="muted">{words.keptLine}</p>
          <ul class="lines">
            {kept.map((name) => (
              <li>
                <Name>{name}</Name>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {applied.undoable && !applied.reversed_at && (
        <Card id="terugdraaien" title={all.list.state}>
          <Form frame={frame} action={paths.reversal(applied.id)} class="stack prose no-print">
            <p class="muted">{words.reverseLine}</p>
            <p>
              <Button>{words.reverse}</Button>
            </p>
          </Form>
        </Card>
      )}
    </DeskFrame>
  )
}

const State: FC<{ frame: Frame; applied: AppliedImport }> = ({ frame, applied }) => {
  const words = texts(frame.lang).applied
  if (applied.reversed_at)
    return <Note tone="notice">{words.reversed(momentInWords(frame.lang, applied.reversed_at))}</Note>
  return (
    <Note>
      <strong>{words.done}</strong> {applied.undoable ? words.doneUndo : words.over}
    </Note>
  )
}
