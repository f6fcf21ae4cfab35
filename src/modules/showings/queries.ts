import { sql, type RawBuilder } from 'kysely'
import type { FileNames } from '#modules/files/index.ts'
import { taughtGroups, visibleTo as visiblePupils, type PeopleView } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import type { Entered } from '#platform/db/context.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { ShowingTables } from './tables.ts'

/** What this module reads: its own table, names of pupils and teachers, files without their bytes, and the stages of a school. */
export type ShowingView = ShowingTables & PeopleView & FileNames & Pick<SchoolTables, 'school_stage'>

/** The first wall: what the own children show, what the pupil shows, and what was placed for pupils of the groups taught. */
const visibleTo = (db: Db<ShowingView>, actor: Actor) =>
  db
    .selectFrom('showing')
    .where(
      sql<boolean>`(showing.school_id, showing.pupil_id) in (${visiblePupils(db, actor).select(['pupil.school_id', 'pupil.person_id'])})`,
    )
    .$if(actor.hat === 'staff', (query) => query.where('showing.placed_by', 'is not', null))

export type Showing = Awaited<ReturnType<typeof findShowings>>[number]

const mostShown = 40

/** What the actor may see of this school year, the newest first. */
export const findShowings = (db: Db<ShowingView>, actor: Actor, pupil: string | null = null) =>
  visibleTo(db, actor)
    .innerJoin('person as p', (join) =>
      join.onRef('p.school_id', '=', 'showing.school_id').onRef('p.id', '=', 'showing.pupil_id'),
    )
    .innerJoin('file as f', (join) =>
      join.onRef('f.school_id', '=', 'showing.school_id').onRef('f.id', '=', 'showing.file_id'),
    )
    // A teacher who left is not everybody's to know any more.
    .leftJoin('person as t', (join) =>
      join.onRef('t.school_id', '=', 'showing.school_id').onRef('t.id', '=', 'showing.placed_by'),
    )
    .where('showing.on_day', '>=', sql<string>`(select app.school_year_began())`)
    .$if(pupil !== null, (query) => query.where('showing.pupil_id', '=', pupil ?? ''))
    .select([
      'showing.id',
      'showing.pupil_id as pupil',
      'showing.line',
      'showing.on_day as day',
      sql<boolean>`showing.placed_by is not null`.as('placed'),
      sql<string>`coalesce(p.first_name, p.initials, p.last_name)`.as('child'),
      sql<string | null>`nullif(concat_ws(' ', coalesce(t.first_name, t.initials), t.prefix, t.last_name), '')`.as(
        'placer',
      ),
      'f.id as file',
      'f.kind',
      'f.name',
      'f.width',
      'f.height',
    ])
    .orderBy('showing.on_day', 'desc')
    .orderBy('showing.shown_at', 'desc')
    .limit(mostShown)
    .execute()

/** One showing, for who may take it back: the pupil, or a teacher of the group for what was placed. @throws NotFound */
export const findOwn = (db: Db<ShowingView>, actor: Actor, id: string) =>
  visibleTo(db, actor)
    .where('showing.id', '=', id)
    .where(sql<boolean>`${actor.hat === 'pupil' || actor.hat === 'staff'}`)
    .select(['showing.id', 'showing.school_id as school', 'showing.pupil_id as pupil'])
    .executeTakeFirstOrThrow(() => new NotFound('showing'))

/** Whether the form with this id was sent before. */
export const isShown = async (db: Db<ShowingView>, actor: Actor, id: string): Promise<boolean> =>
  (await visibleTo(db, actor).where('showing.id', '=', id).select('showing.id').executeTakeFirst()) !== undefined

export type PupilOf = { id: string; school: string; name: string; hasShown: boolean }

/** Whose work the actor may show: the own, or of pupils in the groups taught at schools where pupils have no account. */
export const findPupilsToShow = (db: Db<ShowingView>, actor: Actor): Promise<PupilOf[]> =>
  visiblePupils(db, actor)
    .where(whereShown(db, actor))
    .select([
      'pupil.person_id as id',
      'pupil.school_id as school',
      sql<string>`concat_ws(' ', coalesce(person.first_name, person.initials), person.prefix, person.last_name)`.as(
        'name',
      ),
      sql<boolean>`exists (select from showing s where s.school_id = pupil.school_id and s.pupil_id = pupil.person_id
        and s.on_day = (select app.today()))`.as('hasShown'),
    ])
    .orderBy('person.first_name')
    .orderBy('person.last_name')
    .orderBy('pupil.person_id')
    .execute()

/** Those who oversee a school see all its pupils, and place nothing for those they do not teach. */
const whereShown = (db: Db<ShowingView>, actor: Actor): RawBuilder<boolean> =>
  actor.hat === 'pupil'
    ? sql`true`
    : sql`(pupil.school_id in (${db.selectFrom('school_stage').where('stage', 'in', ['BO', 'SO']).select('school_id')})
      and exists (select from group_member m where m.school_id = pupil.school_id and m.pupil_id = pupil.person_id
        and ${holdsToday('m')} and (m.school_id, m.group_id) in (${taughtGroups(actor)})))`

/** Whether work is placed for pupils at a school where the actor works: where they have no account. */
export const placesWork = async (db: Db<ShowingView>, actor: Actor): Promise<boolean> =>
  (await db
    .selectFrom('school_stage')
    .where(sql<boolean>`school_id = any (${actor.at.map(({ school }) => school)}::uuid[])`)
    .where('stage', 'in', ['BO', 'SO'])
    .select('stage')
    .limit(1)
    .executeTakeFirst()) !== undefined

export type Child = { id: string; name: string }

/** The own children, for the switch between them. */
export const findChildren = (db: Db<ShowingView>, actor: Actor): Promise<Child[]> =>
  visiblePupils(db, actor)
    .select([
      'pupil.person_id as id',
      sql<string>`coalesce(person.first_name, person.initials, person.last_name)`.as('name'),
    ])
    .orderBy(sql`person.birth_date nulls last`)
    .orderBy('person.first_name')
    .orderBy('pupil.person_id')
    .execute()

/** What a child showed, as a line on another page. */
export type ShownLine = { id: string; pupil: string; name: string; line: string; day: string }

/** What the children in reach showed in the last three days, the newest first. Written once; the policies bound it. */
export const shownQuery = statement<[schools: readonly string[], pupils: readonly string[]], ShownLine>(
  (schools, pupils) => sql<ShownLine>`
  select w.id, w.pupil_id as pupil, coalesce(p.first_name, p.initials, p.last_name) as name, w.line, w.on_day as day
  from showing w join person p on p.school_id = w.school_id and p.id = w.pupil_id
  where w.school_id = any (${schools}::uuid[]) and w.pupil_id = any (${pupils}::uuid[]) and w.on_day >= (select app.today()) - 3
  order by w.shown_at desc limit 3`,
)

const askedBy = (known: Entered): [readonly string[], readonly string[]] => [
  [...new Set(known.at.map(({ school }) => school))],
  known.pupils,
]

/** To be sent along with the other questions of a page; only a guardian is shown something. */
export const showingsAlong = (known: Entered): readonly Step[] =>
  known.hat === 'guardian' ? [shownQuery.along(...askedBy(known))] : []

/** Their rows: those that went along, or asked now. */
export const findShown = async (db: Db<unknown>, known: Entered, answers: Answers): Promise<readonly ShownLine[]> =>
  known.hat === 'guardian' ? (shownQuery.answered(answers) ?? (await shownQuery.rows(db, ...askedBy(known)))) : []
