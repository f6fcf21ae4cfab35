import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { Pager } from '#ui/table/pager.tsx'
import type { GroupLine } from '../group-queries.ts'
import { paths, withQuery } from '../paths.ts'
import type { PupilLine, PupilList } from '../pupil-queries.ts'
import { texts } from '../texts.ts'
import type { Texts } from '../texts.nl.ts'

export interface PupilsPageProps {
  frame: Frame
  picked: PickedSchool
  list: PupilList
  groups: readonly GroupLine[]
  search: string
  group: string | null
  /** Sees every pupil of the school, and not the own groups alone. */
  whole: boolean
}

export const PupilsPage: FC<PupilsPageProps> = ({ frame, picked, list, groups, search, group, whole }) => {
  const words = texts(frame.lang)
  const school = picked.schools.length > 1 ? picked.school.id : undefined
  const filtered = search !== '' || group !== null
  const nobody = filtered ? words.pupils.notFound : whole ? words.pupils.none : words.pupils.noneOwn
  return (
    <DeskFrame frame={frame} title={words.pupils.title}>
      <PageHead
        title={words.pupils.title}
        line={whole || filtered ? words.pupils.all(list.total) : words.pupils.ofOwnGroups(list.total)}
      />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.pupils, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {(filtered || list.total > 0) && <Filters {...{ frame, school, groups, search, group }} />}
      {list.pupils.length === 0 ? (
        <Empty>{nobody}</Empty>
      ) : (
        <DataTable caption={words.pupils.title} captionHidden columns={columnsOf(words)} rows={list.pupils} />
      )}
      {filtered && (
        <p class="no-print">
          <a class="link-row" href={withQuery(paths.pupils, { school })}>
            {words.pupils.clear}
          </a>
        </p>
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        hrefOf={(blad) => withQuery(paths.pupils, { school, zoek: search, groep: group ?? undefined, blad })}
      />
    </DeskFrame>
  )
}

const columnsOf = (words: Texts) => [
  {
    head: words.pupils.columnName,
    rowHead: true,
    cell: (pupil: PupilLine) => (
      <a href={paths.pupil(pupil.id)}>
        <Name>{sortName(pupil)}</Name>
      </a>
    ),
  },
  { head: words.pupils.columnGroups, cell: (pupil: PupilLine) => pupil.groups.map(({ name }) => name).join(', ') },
  {
    head: words.pupils.columnYear,
    cell: (pupil: PupilLine) => (pupil.yearGroup === null ? '' : words.yearShort(pupil.yearGroup)),
  },
]

interface FiltersProps {
  frame: Frame
  school: string | undefined
  groups: readonly GroupLine[]
  search: string
  group: string | null
}

const Filters: FC<FiltersProps> = ({ frame, school, groups, search, group }) => {
  const words = texts(frame.lang).pupils
  return (
    <Form frame={frame} action={paths.pupils} method="get" class="filters no-print">
      {school !== undefined && <input type="hidden" name="school" value={school} />}
      <TextField name="zoek" label={words.search} type="search" value={search} autocomplete="off" literal />
      <Select
        name="groep"
        label={words.group}
        value={group ?? ''}
        empty={words.allGroups}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button>{words.submit}</Button>
    </Form>
  )
}
