import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { ageOn } from './ages.ts'
import { byName, nameColumns, nameHas } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import { visibleTo, type PeopleView } from './visible-to.ts'

export const pupilsPerPage = 50

export type GroupName = { id: string; name: string }
export type PupilLine = PersonName & { id: string; yearGroup: string | null; groups: readonly GroupName[] }
export type PupilSearch = { school: string; search: string; group: string | null; page: number }
export type PupilList = { pupils: readonly PupilLine[]; total: number; page: number; pages: number }

/** A page of the pupils at a school, those who left aside, in the order of Dutch lists. A page beyond the last is the last. */
export const findPupils = async (db: Db<PeopleView>, actor: Actor, wanted: PupilSearch): Promise<PupilList> => {
  const found = searchPupils(db, actor, wanted)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / pupilsPerPage))
  const page = Math.min(Math.max(1, wanted.page), pages)
  const rows = await found
    .select(['pupil.person_id as id', 'pupil.year_group as yearGroup', ...nameColumns('person')])
    .orderBy(byName('person'))
    .limit(pupilsPerPage)
    .offset((page - 1) * pupilsPerPage)
    .execute()
  const ids = rows.map(({ id }) => id)
  const groups = await findGroupsOf(db, actor, wanted.school, ids)
  return { pupils: rows.map((row) => ({ ...row, groups: groups.get(row.id) ?? [] })), total, page, pages }
}

const searchPupils = (db: Db<PeopleView>, actor: Actor, { school, search, group }: PupilSearch) =>
  visibleTo(db, actor)
    .where('pupil.school_id', '=', school)
    .where(({ or, eb }) => or([eb('pupil.left_on', 'is', null), eb('pupil.left_on', '>', today)]))
    .$if(search !== '', (query) => query.where(nameHas('person', search)))
    .$if(group !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('group_member as m')
            .whereRef('m.school_id', '=', 'pupil.school_id')
            .whereRef('m.pupil_id', '=', 'pupil.person_id')
            .where('m.group_id', '=', group)
            .where(holdsToday('m')),
        ),
      ),
    )

/** The groups in which these pupils are today, by pupil: somebody in a mixed group is in both. */
export const findGroupsOf = async (
  db: Db<PeopleView>,
  actor: Actor,
  school: string,
  pupils: readonly string[],
): Promise<Map<string, GroupName[]>> => {
  const rows = await visibleTo(db, actor)
    .innerJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'pupil.school_id').onRef('m.pupil_id', '=', 'pupil.person_id'),
    )
    .innerJoin('school_group as g', (join) =>
      join.onRef('g.school_id', '=', 'm.school_id').onRef('g.id', '=', 'm.group_id'),
    )
    .where('pupil.school_id', '=', school)
    .where(sql<boolean>`pupil.person_id = any (${pupils}::uuid[])`)
    .where(holdsToday('m'))
    .where(({ or, eb }) => or([eb('g.ended_on', 'is', null), eb('g.ended_on', '>', today)]))
    .select(['pupil.person_id as pupil', 'g.id', 'g.name'])
    .orderBy('g.kind')
    .orderBy('g.name')
    .execute()
  const groups = new Map<string, GroupName[]>()
  for (const { pupil, ...group } of rows) groups.set(pupil, [...(groups.get(pupil) ?? []), group])
  return groups
}

export type PupilFile = PersonName & {
  school: string
  schoolName: string
  id: string
  birthDate: string | null
  /** In whole years today; null when the birth date is not known. */
  age: number | null
  yearGroup: string | null
  enteredOn: string | null
  /** The last day at school; null while no end is known. */
  lastDay: string | null
  /** That day is over. */
  hasLeft: boolean
  groups: readonly GroupName[]
}

/** A pupil as this actor may see it. @throws NotFound for anybody else's, and for one that is not there: the same */
export const findPupil = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<PupilFile> => {
  const pupil = await visibleTo(db, actor)
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .where('pupil.person_id', '=', id)
    .select([
      'pupil.school_id as school',
      'school.name as schoolName',
      'pupil.person_id as id',
      'person.birth_date as birthDate',
      today.as('day'),
      'pupil.year_group as yearGroup',
      'pupil.entered_on as enteredOn',
      sql<string | null>`pupil.left_on - 1`.as('lastDay'),
      sql<boolean>`coalesce(pupil.left_on <= ${today}, false)`.as('hasLeft'),
      ...nameColumns('person'),
    ])
    .executeTakeFirstOrThrow(() => new NotFound('pupil'))
  const groups = await findGroupsOf(db, actor, pupil.school, [id])
  const { day, ...file } = pupil
  return { ...file, age: ageOn(file.birthDate, day), groups: groups.get(id) ?? [] }
}
