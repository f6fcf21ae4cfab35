import { sql, type RawBuilder } from 'kysely'
import { visibleGroups, visibleTo as visiblePupils, type PeopleView } from '#modules/people/index.ts'
import type { FileNames } from '#modules/files/index.ts'
import { schoolsWithRole, type Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { writesAt, writesForAll } from './access.ts'
import { stateOf, type State } from './announcement.ts'
import type { AnnouncementTables } from './tables.ts'

/** What this module reads: its own tables, the names of groups and pupils, and files without their bytes. */
export type AnnouncementView = AnnouncementTables & PeopleView & FileNames

/** The first wall: what is meant for the actor and shown today; and for staff what they wrote or oversee. */
const visibleTo = (db: Db<AnnouncementView>, actor: Actor) => db.selectFrom('announcement').where(readable(db, actor))

const readable = (db: Db<AnnouncementView>, actor: Actor): RawBuilder<boolean> => {
  if (actor.hat === null) return sql`false`
  const addressed = sql<boolean>`(announcement.shows_from <= ${today} and announcement.shows_until >= ${today} and exists (
    select from announcement_audience a where a.school_id = announcement.school_id
      and a.announcement_id = announcement.id and ${actor.hat === 'staff' ? toStaff(db, actor) : toFamily(db, actor)}))`
  if (actor.hat !== 'staff') return addressed
  const [schools, persons] = [actor.at.map(({ school }) => school), actor.at.map(({ person }) => person)]
  return sql<boolean>`(announcement.school_id = any (${schoolsWithRole(actor, 'office', 'administrator', 'head')}::uuid[])
    or (announcement.school_id, announcement.written_by) in (select * from unnest(${schools}::uuid[], ${persons}::uuid[]))
    or ${addressed})`
}

/** Staff read what the families of their groups are told. */
const toStaff = (db: Db<AnnouncementView>, actor: Actor): RawBuilder<boolean> => sql`(
  (a.group_id is null and a.school_id = any (${actor.at.map(({ school }) => school)}::uuid[]))
  or a.group_id in (${visibleGroups(db, actor).select('school_group.id')}))`

const toFamily = (db: Db<AnnouncementView>, actor: Actor): RawBuilder<boolean> => sql`(a.for_whom = ${actor.hat} and (
  (a.group_id is null and a.school_id in (${visiblePupils(db, actor).select('pupil.school_id')}))
  or a.group_id in (${visiblePupils(db, actor)
    .innerJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'pupil.school_id').onRef('m.pupil_id', '=', 'pupil.person_id'),
    )
    .where(holdsToday('m'))
    .select('m.group_id')})))`

const momentOf = (step: 'published' | 'changed' | 'withdrawn', which: 'min' | 'max') =>
  sql<Date | null>`(select ${which === 'min' ? sql`min` : sql`max`}(s.taken_at) from announcement_step s
    where s.school_id = announcement.school_id and s.announcement_id = announcement.id and s.step = ${step})`

const columns = [
  'announcement.id',
  'announcement.school_id as school',
  'announcement.title',
  'announcement.important',
  'announcement.shows_from as showsFrom',
  'announcement.shows_until as showsUntil',
  'announcement.wish',
  'announcement.signed',
  momentOf('published', 'min').as('publishedAt'),
  momentOf('changed', 'max').as('changedAt'),
  momentOf('withdrawn', 'min').as('withdrawnAt'),
  sql<string>`greatest(announcement.shows_from,
    (${momentOf('published', 'min')} at time zone 'Europe/Amsterdam')::date)`.as('day'),
] as const

export type AnnouncementLine = Awaited<ReturnType<typeof findAnnouncements>>[number]

const mostListed = 200

/** What the actor may read, those to stand on top first, then the newest. */
export const findAnnouncements = async (db: Db<AnnouncementView>, actor: Actor) => {
  const rows = await visibleTo(db, actor)
    .select(columns)
    .select(
      sql<number>`(select count(*)::int from announcement_attachment t
      where t.school_id = announcement.school_id and t.announcement_id = announcement.id)`.as('files'),
    )
    .orderBy('announcement.written_at', 'desc')
    .orderBy('announcement.id')
    .limit(mostListed)
    .execute()
  const shown = rows.map((row) => ({ ...row, state: stateFrom(row) }))
  const key = (row: (typeof shown)[number]): string => `${row.important ? 1 : 0}${row.day}`
  return shown.toSorted((one, other) => key(other).localeCompare(key(one)) || one.title.localeCompare(other.title))
}

const stateFrom = (row: { publishedAt: Date | null; withdrawnAt: Date | null }): State =>
  stateOf([
    ...(row.publishedAt ? [{ step: 'published' as const }] : []),
    ...(row.withdrawnAt ? [{ step: 'withdrawn' as const }] : []),
  ])

export type Child = { id: string; school: string; name: string; groups: readonly string[] }

/** The children, or the pupil itself, with the groups of today; the eldest first. */
export const findChildren = async (db: Db<AnnouncementView>, actor: Actor): Promise<Child[]> => {
  const rows = await visiblePupils(db, actor)
    .leftJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'pupil.school_id').onRef('m.pupil_id', '=', 'pupil.person_id').on(holdsToday('m')),
    )
    .select([
      'pupil.person_id as id',
      'pupil.school_id as school',
      sql<string>`coalesce(person.first_name, person.initials, person.last_name)`.as('name'),
      'm.group_id as group',
    ])
    .orderBy(sql`person.birth_date nulls last`)
    .orderBy('person.first_name')
    .orderBy('pupil.person_id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [child] = all
    return child ? [{ ...child, groups: all.flatMap(({ group }) => group ?? []) }] : []
  })
}

/** For which of these children each announcement is meant: those of the whole school for all of them there. */
export const findFor = async (
  db: Db<AnnouncementView>,
  actor: Actor,
  children: readonly Child[],
): Promise<ReadonlyMap<string, readonly Child[]>> => {
  const rows = await visibleTo(db, actor)
    .innerJoin('announcement_audience as a', (join) =>
      join.onRef('a.school_id', '=', 'announcement.school_id').onRef('a.announcement_id', '=', 'announcement.id'),
    )
    .where('a.for_whom', '=', actor.hat)
    .select(['announcement.id', 'a.school_id as school', 'a.group_id as group'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, audience]) => [
      id,
      children.filter((child) =>
        audience.some(({ school, group }) => (group === null ? school === child.school : child.groups.includes(group))),
      ),
    ]),
  )
}

/** The names of the groups that the actor knows, by id. */
export const findGroupNames = async (db: Db<AnnouncementView>, actor: Actor): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await visibleGroups(db, actor).select(['school_group.id', 'school_group.name']).execute()).map(({ id, name }) => [
      id,
      name,
    ]),
  )

export type AnnouncementFile = {
  id: string
  kind: 'picture' | 'pdf'
  name: string
  width: number | null
  height: number | null
}

export type Announcement = Omit<AnnouncementLine, 'files'> & {
  body: string
  files: readonly AnnouncementFile[]
  /** Whether the actor may change it, were it not withdrawn. */
  changes: boolean
}

/** One announcement with its files. @throws NotFound */
export const findAnnouncement = async (db: Db<AnnouncementView>, actor: Actor, id: string): Promise<Announcement> => {
  const { writtenBy, ...row } = await visibleTo(db, actor)
    .where('announcement.id', '=', id)
    .select(columns)
    .select(['announcement.body', 'announcement.written_by as writtenBy'])
    .executeTakeFirstOrThrow(() => new NotFound('announcement'))
  const files = await visibleTo(db, actor)
    .innerJoin('announcement_attachment as t', (join) =>
      join.onRef('t.school_id', '=', 'announcement.school_id').onRef('t.announcement_id', '=', 'announcement.id'),
    )
    .innerJoin('file as f', (join) => join.onRef('f.school_id', '=', 't.school_id').onRef('f.id', '=', 't.file_id'))
    .where('announcement.id', '=', id)
    .select(['f.id', 'f.kind', 'f.name', 'f.width', 'f.height'])
    .orderBy('t.position')
    .orderBy('f.id')
    .execute()
  const own = actor.at.some(({ school, person }) => school === row.school && person === writtenBy)
  const known = own ? await findGroupNames(db, actor) : new Map<string, string>()
  const reaches = !row.wish.whole && row.wish.groups.every((group) => known.has(group))
  const changes = writesForAll(actor, row.school) || (own && writesAt(actor, row.school) && reaches)
  return { ...row, state: stateFrom(row), files, changes }
}

/** Whether the form with this id was sent before, by somebody who may see what it wrote. */
export const isWritten = async (db: Db<AnnouncementView>, actor: Actor, id: string): Promise<boolean> =>
  (await visibleTo(db, actor).where('announcement.id', '=', id).select('announcement.id').executeTakeFirst()) !==
  undefined
