import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { GroupLine } from '../group-queries.ts'
import { paths, withQuery } from '../paths.ts'
import { texts } from '../texts.ts'
import type { Texts } from '../texts.nl.ts'

export interface GroupsPageProps {
  frame: Frame
  picked: PickedSchool
  groups: readonly GroupLine[]
  /** Sees every group of the school, and not the own alone. */
  whole: boolean
}

export const GroupsPage: FC<GroupsPageProps> = ({ frame, picked, groups, whole }) => {
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.groups.title}>
      <PageHead
        title={words.groups.title}
        line={words.groups.all(groups.length)}
        deeds={
          whole && (
            <ButtonLink href={withQuery(paths.substitutes, { school: picked.school.id })}>
              {words.substitutes.title}
            </ButtonLink>
          )
        }
      />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.groups, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {groups.length === 0 ? (
        <Empty>{whole ? words.groups.none : words.groups.noneOwn}</Empty>
      ) : (
        <DataTable caption={words.groups.title} captionHidden columns={columnsOf(words)} rows={groups} />
      )}
    </DeskFrame>
  )
}

const columnsOf = (words: Texts) => [
  {
    head: words.groups.columnName,
    rowHead: true,
    cell: (group: GroupLine) => (
      <a href={paths.group(group.id)}>
        <Name>{group.name}</Name>
      </a>
    ),
  },
  { head: words.groups.columnYear, cell: (group: GroupLine) => yearOf(words, group) },
  {
    head: words.groups.columnTeachers,
    cell: (group: GroupLine) =>
      group.teachers.length === 0 ? (
        <span class="muted">{words.groups.noTeacher}</span>
      ) : (
        <Name>{group.teachers.map(fullName).join(', ')}</Name>
      ),
  },
  { head: words.groups.columnPupils, number: true, cell: (group: GroupLine) => group.pupils },
]

const yearOf = (words: Texts, group: GroupLine): string => {
  if (group.kind === 'mixed') return words.groups.mixed
  return group.yearGroup === null ? '' : words.year(group.yearGroup)
}
