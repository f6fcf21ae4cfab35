import type { FC } from 'hono/jsx'
import { daysInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { GroupFile } from '../group-queries.ts'
import type { Substitution } from '../substitute-queries.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface GroupPageProps {
  frame: Frame
  group: GroupFile
  /** When the reader stands in here. */
  ownDays: readonly Pick<Substitution, 'from' | 'until'>[]
}

/** The class list: names alone, usable from paper. */
export const GroupPage: FC<GroupPageProps> = ({ frame, group, ownDays }) => {
  const words = texts(frame.lang)
  const rows = group.members.map((member, at) => ({ ...member, number: at + 1 }))
  const parts = [words.pupils.all(rows.length), ...group.teachers.map(fullName), words.groups.year(group.schoolYear)]
  return (
    <DeskFrame frame={frame} title={words.groups.listOf(group.name)}>
      {ownDays.length > 0 && (
        <Note tone="hold">
          {words.substitutes.here(ownDays.map(({ from, until }) => daysInWords(frame.lang, from, until)).join(', '))}
        </Note>
      )}
      <PageHead
        title={words.groups.listOf(group.name)}
        line={<Name>{parts.join(', ')}</Name>}
        crumbs={[{ label: words.groups.title, href: paths.groups }, { label: group.name }]}
      />
      {rows.length === 0 ? (
        <Empty>{words.groups.noMembers}</Empty>
      ) : (
        <>
          <DataTable
            caption={words.groups.listOf(group.name)}
            captionHidden
            columns={[
              { head: words.pupils.columnNumber, number: true, cell: ({ number }) => number },
              {
                head: words.pupils.columnName,
                rowHead: true,
                cell: (member) => (
                  <a href={paths.pupil(member.id)}>
                    <Name>{sortName(member)}</Name>
                  </a>
                ),
              },
            ]}
            rows={rows}
          />
          <p class="small muted no-print">{words.groups.print}</p>
        </>
      )}
    </DeskFrame>
  )
}
