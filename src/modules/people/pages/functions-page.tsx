import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import type { PersonRole } from '#platform/access/actor.ts'
import { dateInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { FunctionLine } from '../function-queries.ts'
import { paths, withQuery } from '../paths.ts'
import { texts } from '../texts.ts'

export interface FunctionsPageProps {
  frame: Frame
  picked: PickedSchool
  functions: readonly FunctionLine[]
  grantable: readonly PersonRole[]
  said?: 'gegeven' | 'einde' | undefined
}

/** Who is something for the school without working there. */
export const FunctionsPage: FC<FunctionsPageProps> = ({ frame, picked, functions, grantable, said }) => {
  const words = texts(frame.lang)
  const school = picked.schools.length > 1 ? picked.school.id : undefined
  return (
    <DeskFrame frame={frame} title={words.functions.title}>
      {said && <Note>{said === 'gegeven' ? words.functions.saidGiven : words.functions.saidEnded}</Note>}
      <PageHead
        title={words.functions.title}
        line={words.functions.line}
        crumbs={[{ label: words.staff.title, href: paths.staff }, { label: words.functions.title }]}
        deeds={
          grantable.includes('board_member') && (
            <ButtonLink href={withQuery(paths.newFunction, { school })}>{words.functions.newTitle}</ButtonLink>
          )
        }
      />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.functions, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {functions.length === 0 ? (
        <Empty>{words.functions.none}</Empty>
      ) : (
        <DataTable
          caption={words.functions.title}
          captionHidden
          columns={columnsOf(frame, grantable)}
          rows={functions}
        />
      )}
    </DeskFrame>
  )
}

const pageOf = ({ kind, person }: FunctionLine): string =>
  ({ pupil: paths.pupil, guardian: paths.guardian, guest: paths.contact })[kind](person)

const columnsOf = (frame: Frame, grantable: readonly PersonRole[]) => {
  const { functions: words, personRoles, pupil: ending } = texts(frame.lang)
  return [
    {
      head: words.columnName,
      rowHead: true,
      cell: (line: FunctionLine) => (
        <a href={pageOf(line)}>
          <Name>{sortName(line)}</Name>
        </a>
      ),
    },
    {
      head: words.columnRole,
      cell: ({ role, groupName }: FunctionLine) =>
        [personRoles[role].name, groupName].filter((part) => part).join(', '),
    },
    { head: words.columnSince, cell: ({ startedOn }: FunctionLine) => dateInWords(frame.lang, startedOn) },
    {
      head: words.columnUntil,
      cell: (line: FunctionLine) => (
        <>
          {line.lastDay !== null && `${dateInWords(frame.lang, line.lastDay)} `}
          {grantable.includes(line.role) && (
            <a class="link-row no-print" href={paths.functionEnd(line.id)}>
              {ending.end}
              <span class="vh"> {ending.endAbout(fullName(line))}</span>
            </a>
          )}
        </>
      ),
    },
  ]
}
