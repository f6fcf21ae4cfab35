import { sql, type RawBuilder } from 'kysely'
import {
  holdsOnTheDay,
  opensChild,
  takesGroups,
  visibleTo as visiblePupils,
  type PeopleView,
} from '#modules/people/index.ts'
import { closuresOf } from '#modules/school/index.ts'
import { lessonsQuery, type DayLesson } from '#modules/timetable/index.ts'
import { schoolsWithRole, type Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { AskAlong } from '#platform/db/context.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { Addressee, Note, NotesToday } from './note.ts'
import type { NoteTables } from './tables.ts'

/** What this module reads: its own tables, and who is who. */
export type NoteView = NoteTables & PeopleView

const clockOf = (moment: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(moment)} at time zone 'Europe/Amsterdam', 'HH24:MI')`

const clockNow = sql<string>`to_char(app.now() at time zone 'Europe/Amsterdam', 'HH24:MI')`

// Notes are of one day: of the days before there is nothing left to do.
const notes = (of: RawBuilder<unknown>): RawBuilder<Note> => sql<Note>`
  select n.id, n.school_id as school, n.pupil_id as pupil,
    coalesce(p.first_name, concat_ws(' ', p.initials, p.prefix, p.last_name)) as name,
    w.words, w.sender, ${clockOf('n.sent_at')} as "sentAt", coalesce(o.outcome, 'sent') as state, o.reason, ${clockOf('o.at')} as at
  from child_note n
  join child_note_text w on w.school_id = n.school_id and w.note_id = n.id
  join person p on p.school_id = n.school_id and p.id = n.pupil_id
  left join child_note_outcome o on o.school_id = n.school_id and o.note_id = n.id
  where n.day = ${today} and ${of}
  order by n.sent_at, n.id`

type OwnIds = [schools: readonly string[], persons: readonly string[]]

export const sentQuery = statement<OwnIds, Note>((schools, persons) =>
  notes(sql`n.school_id = any (${schools}::uuid[]) and n.guardian_id = any (${persons}::uuid[])
    and exists (select from guardianship g where g.school_id = n.school_id and g.pupil_id = n.pupil_id
      and g.guardian_id = n.guardian_id and ${opensChild('g')})`),
)

const receivedQuery = statement<OwnIds, Note>((schools, persons) =>
  notes(sql`n.school_id = any (${schools}::uuid[]) and n.pupil_id = any (${persons}::uuid[])
    and coalesce(o.outcome, '') <> 'taken-back'`),
)

/** The schools kept; and the schools and persons under which the actor teaches, or takes a group for some days. */
type StaffIds = [
  kept: readonly string[],
  schools: readonly string[],
  teachers: readonly string[],
  substitutes: readonly string[],
]

const toGive = (kept: symbol, schools: symbol, teachers: symbol, substitutes: symbol): RawBuilder<unknown> => sql`(
  n.school_id = any (${kept}::uuid[]) or (n.school_id, n.pupil_id) in (
    select m.school_id, m.pupil_id from group_member m
    join (
      select t.school_id, t.group_id from group_teacher t
        where t.school_id = any (${schools}::uuid[]) and t.person_id = any (${teachers}::uuid[]) and ${holdsToday('t')}
      union all select x.school_id, x.group_id from group_substitute x
        where x.school_id = any (${schools}::uuid[]) and x.person_id = any (${substitutes}::uuid[]) and ${holdsOnTheDay('x')}
    ) taught on taught.school_id = m.school_id and taught.group_id = m.group_id
    where ${holdsToday('m')}))`

const staffQuery = statement<StaffIds, Note>((kept, schools, teachers, substitutes) =>
  notes(toGive(kept, schools, teachers, substitutes)),
)

const waitingQuery = statement<StaffIds, { waiting: number }>(
  (kept, schools, teachers, substitutes) => sql<{ waiting: number }>`
  select count(*)::int as waiting from child_note n
  left join child_note_outcome o on o.school_id = n.school_id and o.note_id = n.id
  where n.day = ${today} and o.note_id is null and ${toGive(kept, schools, teachers, substitutes)}`,
)

const ownIds = (actor: Actor): OwnIds => [
  [...new Set(actor.at.map(({ school }) => school))],
  actor.at.map(({ person }) => person),
]

const staffIds = (actor: Actor): StaffIds => {
  const substituting = actor.at.filter(takesGroups)
  return [
    schoolsWithRole(actor, 'office', 'administrator'),
    substituting.map(({ school }) => school),
    substituting.filter(({ roles }) => roles.includes('teacher')).map(({ person }) => person),
    substituting.map(({ person }) => person),
  ]
}

/** What a page that tells of the day asks, together with entering. */
export const along: AskAlong = (known) => {
  if (known.hat === 'guardian') return [sentQuery.along(...ownIds(known))]
  if (known.hat === 'pupil') return [receivedQuery.along(...ownIds(known))]
  return known.hat === 'staff' ? [waitingQuery.along(...staffIds(known))] : []
}

/** The own notes of today, those for oneself, or how many wait. */
export const findNotesToday = async <Tables>(db: Db<Tables>, actor: Actor, answers: Answers): Promise<NotesToday> => {
  if (actor.hat === null) return { for: 'nobody' }
  if (actor.hat === 'staff') {
    const rows = waitingQuery.answered(answers) ?? (await waitingQuery.rows(db, ...staffIds(actor)))
    return { for: 'staff', waiting: rows[0]?.waiting ?? 0 }
  }
  const query = actor.hat === 'guardian' ? sentQuery : receivedQuery
  const found = query.answered(answers) ?? (await query.rows(db, ...ownIds(actor)))
  return { for: actor.hat, notes: found.filter(amongAnswered(actor)) }
}

/** The notes of today that the actor sent, as a guardian. */
export const findSent = async (db: Db<NoteView>, actor: Actor): Promise<readonly Note[]> =>
  actor.hat === 'guardian' ? (await sentQuery.rows(db, ...ownIds(actor))).filter(amongAnswered(actor)) : []

/** Who came with a letter sees what is about the children whose letters were answered, whomever else the guardian has. */
const amongAnswered =
  ({ kind, only }: Actor) =>
  ({ pupil }: Note): boolean =>
    kind !== 'letter' || (only ?? []).includes(pupil)

/** The notes of today that the actor may give: of the schools kept, and for the groups taught. */
export const findToGive = async (db: Db<NoteView>, actor: Actor): Promise<readonly Note[]> =>
  actor.hat === 'staff' ? staffQuery.rows(db, ...staffIds(actor)) : []

/** One of these. @throws NotFound */
export const oneOf = (found: readonly Note[], id: string): Note => {
  const note = found.find((one) => one.id === id)
  if (note === undefined) throw new NotFound('note')
  return note
}

/** The children of the actor, and whether their school takes notes now. */
export const findAddressees = async (db: Db<NoteView>, actor: Actor): Promise<Addressee[]> => {
  if (actor.hat !== 'guardian') return []
  const [schools] = ownIds(actor)
  const until = sql<string>`to_char(coalesce((select h.until_time from child_note_hours h where h.school_id = pupil.school_id),
    '14:00'), 'HH24:MI')`
  const schoolDay = sql<boolean>`(extract(isodow from ${today}) < 6 and not exists (select from ${closuresOf(schools)} shut
    where shut.school = pupil.school_id and ${today} between shut."startsOn" and shut."endsOn"))`
  return visiblePupils(db, actor)
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .select([
      'pupil.person_id as id',
      'pupil.school_id as school',
      'school.name as schoolName',
      sql<string>`coalesce(person.first_name, concat_ws(' ', person.initials, person.prefix, person.last_name))`.as(
        'name',
      ),
      until.as('until'),
      sql<string | null>`(select h.phone from child_note_hours h where h.school_id = pupil.school_id)`.as('phone'),
      schoolDay.as('schoolDay'),
      sql<boolean>`(${schoolDay} and ${clockNow} < ${until})`.as('open'),
    ])
    .orderBy('person.birth_date')
    .orderBy('person.first_name')
    .orderBy('person.id')
    .execute()
}

export type Hours = { school: string; name: string; until: string; phone: string | null }

/** Until when the schools that the actor keeps take notes. */
export const findHours = (db: Db<NoteView>, actor: Actor): Promise<Hours[]> =>
  db
    .selectFrom('school')
    .leftJoin('child_note_hours as h', 'h.school_id', 'school.id')
    .where(sql<boolean>`school.id = any (${schoolsWithRole(actor, 'office', 'administrator')}::uuid[])`)
    .select(['school.id as school', 'school.name', 'h.phone'])
    .select(sql<string>`to_char(coalesce(h.until_time, '14:00'), 'HH24:MI')`.as('until'))
    .orderBy('school.name')
    .execute()

export type Whereabouts = { className: string; boundTo: readonly string[] }

/** The groups of these pupils, and their lessons of today, with the time it is. */
export const findWhereabouts = async (
  db: Db<NoteView>,
  pupils: readonly string[],
): Promise<{ of: ReadonlyMap<string, Whereabouts>; lessons: readonly DayLesson[]; clock: string }> => {
  const now = await sql<{ day: string; clock: string }>`select ${today} as day, ${clockNow} as clock`.execute(db)
  const { day, clock } = now.rows[0] ?? { day: '', clock: '' }
  const rows = await db
    .selectFrom('group_member as m')
    .innerJoin('school_group as g', (join) =>
      join.onRef('g.school_id', '=', 'm.school_id').onRef('g.id', '=', 'm.group_id'),
    )
    .where(sql<boolean>`m.pupil_id = any (${pupils}::uuid[])`)
    .where(holdsToday('m'))
    .select(['m.pupil_id as pupil', 'g.id', 'g.name', 'g.kind'])
    .orderBy('g.kind', 'desc')
    .orderBy('g.name')
    .execute()
  const of = new Map(
    pupils.map((pupil) => {
      const own = rows.filter((row) => row.pupil === pupil)
      const classes = own.filter(({ kind }) => kind === 'class')
      const named = classes.length > 0 ? classes : own
      return [
        pupil,
        { className: named.map(({ name }) => name).join(', '), boundTo: [pupil, ...own.map(({ id }) => id)] },
      ]
    }),
  )
  const boundTo = [...new Set([...of.values()].flatMap((one) => one.boundTo))]
  return { of, clock, lessons: boundTo.length === 0 ? [] : await lessonsQuery.rows(db, boundTo, [day], day, day) }
}
