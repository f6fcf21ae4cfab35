import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { hasLetter, type RelationLine } from '../letter.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { MakeCard, WhoIsIn } from './letters-page.tsx'
import { stateInWords } from './state-words.ts'

export interface GroupPageProps {
  frame: Frame
  group: { id: string; name: string }
  lines: readonly RelationLine[]
  loopback: boolean
}

/** One class: who is in, who has a letter, who has none. */
export const GroupPage: FC<GroupPageProps> = ({ frame, group, lines, loopback }) => {
  const { group: words, office } = texts(frame.lang)
  const pupils = lines.filter((line) => line.guardianship === null && !hasLetter(line))
  return (
    <DeskFrame frame={frame} title={words.title(group.name)}>
      <PageHead
        title={words.title(group.name)}
        crumbs={[{ label: office.title, href: paths.letters }, { label: group.name }]}
      />
      {lines.length === 0 ? (
        <Empty>{office.nobody}</Empty>
      ) : (
        <>
          <WhoIsIn frame={frame} lines={lines} />
          <MakeCard frame={frame} lines={lines} school={null} group={group.id} loopback={loopback} />
          {pupils.length > 0 && (
            <Card id="briefjes" title={office.slips}>
              <Form frame={frame} action={paths.slips(group.id)} class="stack">
                <p>{office.slipsLine}</p>
                <p>
                  <Button look="plain">{office.slipsButton}</Button>
                </p>
              </Form>
            </Card>
          )}
          <LinesTable frame={frame} lines={lines} />
        </>
      )}
    </DeskFrame>
  )
}

const LinesTable: FC<{ frame: Frame; lines: readonly RelationLine[] }> = ({ frame, lines }) => {
  const { group: words, office } = texts(frame.lang)
  const toOf = (line: RelationLine): string => (line.guardianship === null ? words.self : fullName(line.to))
  return (
    <DataTable
      caption={office.countsLabel}
      captionHidden
      columns={[
        { head: words.child, rowHead: true, cell: (line: RelationLine) => <Name>{sortName(line.child)}</Name> },
        { head: words.to, cell: (line: RelationLine) => <Name>{toOf(line)}</Name> },
        { head: words.state, cell: (line: RelationLine) => stateInWords(frame.lang, line) },
        {
          head: words.deed,
          cell: (line: RelationLine) => (
            <a href={line.guardianship === null ? paths.pupil(line.pupil) : paths.relation(line.guardianship)}>
              {words.open}
              <span class="vh"> {words.about(toOf(line), fullName(line.child))}</span>
            </a>
          ),
        },
      ]}
      rows={lines}
    />
  )
}
