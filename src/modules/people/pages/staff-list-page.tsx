import type { FC } from 'hono/jsx'
import type { AccountState } from '#modules/accounts/index.ts'
import type { PickedSchool } from '#modules/school/index.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { paths, withQuery } from '../paths.ts'
import type { StaffLine } from '../staff-queries.ts'
import { texts } from '../texts.ts'
import type { Texts } from '../texts.nl.ts'

export interface StaffListPageProps {
  frame: Frame
  picked: PickedSchool
  staff: readonly StaffLine[]
  /** Who can sign in; whoever is not in it has no account yet. */
  accounts: ReadonlyMap<string, AccountState>
}

export const StaffListPage: FC<StaffListPageProps> = ({ frame, picked, staff, accounts }) => {
  const words = texts(frame.lang)
  const school = picked.schools.length > 1 ? picked.school.id : undefined
  return (
    <DeskFrame frame={frame} title={words.staff.title}>
      <PageHead
        title={words.staff.title}
        line={words.staff.all(staff.length)}
        deeds={
          <>
            <ButtonLink look="plain" href={withQuery(paths.functions, { school })}>
              {words.functions.title}
            </ButtonLink>
            <ButtonLink href={withQuery(paths.newStaff, { school })}>{words.staff.add}</ButtonLink>
          </>
        }
      />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.staff, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {staff.length === 0 ? (
        <Empty>{words.staff.none}</Empty>
      ) : (
        <DataTable caption={words.staff.title} captionHidden columns={columnsOf(words, accounts)} rows={staff} />
      )}
    </DeskFrame>
  )
}

const columnsOf = (words: Texts, accounts: StaffListPageProps['accounts']) => [
  {
    head: words.staff.columnName,
    rowHead: true,
    cell: (line: StaffLine) => (
      <a href={paths.staffMember(line.id)}>
        <Name>{sortName(line)}</Name>
      </a>
    ),
  },
  {
    head: words.staff.columnRoles,
    cell: (line: StaffLine) =>
      line.roles.length === 0 ? (
        <span class="muted">{words.staff.noRole}</span>
      ) : (
        line.roles.map((role) => words.roles[role].name).join(', ')
      ),
  },
  { head: words.staff.columnGroups, cell: (line: StaffLine) => line.groups.join(', ') },
  {
    head: words.staff.columnAccount,
    cell: (line: StaffLine) => words.staff.accounts[accounts.get(line.id) ?? 'none'],
  },
]
