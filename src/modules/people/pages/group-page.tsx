import type { FC } from 'hono/jsx'
import { daysInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { GroupFile, Member } from '../group-queries.ts'
import type { Substitution } from '../substitute-queries.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface GroupPageProps {
  frame: Frame
  group: GroupFile
  /** When the reader stands in here. */
  ownDays: readonly Pick<Substitution, 'from' | 'until'>[]
}

/** How many boxes to tick fit beside a name on paper. */
const ticks = 8

/** The class list: on the screen with the guardians, on paper with names and boxes to tick alone. */
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
              {
                head: words.groups.columnCalled,
                on: 'screen',
                cell: ({ firstName }) => <Name>{firstName ?? ''}</Name>,
              },
              {
                head: words.groups.columnGuardians,
                on: 'screen',
                cell: ({ guardians }) => <Guardians lang={frame.lang} guardians={guardians} />,
              },
              ...Array.from({ length: ticks }, () => ({ head: '', on: 'paper' as const, cell: () => null })),
            ]}
            rows={rows}
          />
          <p class="small muted no-print">{words.groups.print}</p>
        </>
      )}
    </DeskFrame>
  )
}

const Guardians: FC<{ lang: Lang; guardians: Member['guardians'] }> = ({ lang, guardians }) => {
  const { groups: words, relation } = texts(lang)
  if (guardians.length === 0) return <span class="muted">{words.noGuardian}</span>
  return (
    <>
      {guardians.map((one, at) => (
        <>
          {at > 0 && ', '}
          <Name>{fullName(one)}</Name> <span class="muted">({relation[one.relation].toLowerCase()})</span>
        </>
      ))}
    </>
  )
}
