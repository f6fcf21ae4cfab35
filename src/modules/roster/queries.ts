import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { PeopleTables, RosterChange } from '#modules/people/index.ts'
import { importsAt } from './access.ts'
import type { ImportCounts } from './import-counts.ts'
import type { RosterFile } from './roster.ts'
import type { RosterTables } from './tables.ts'

/** What reading a file must know of a school. */
export type ImportingSchool = {
  id: string
  key: string
  name: string
  brin: string | null
  stages: string[]
  today: string
}

const withStages = (db: Db<SchoolTables>) =>
  db
    .selectFrom('school')
    .select(['school.id', 'school.key', 'school.name', 'school.brin'])
    .select(sql<string>`app.today()::text`.as('today'))
    .select(
      sql<string[]>`array(select s.stage from school_stage s where s.school_id = school.id order by s.stage)`.as(
        'stages',
      ),
    )

/** The school with this short name, for the operator; null when there is none. Its stages show once the operator acts for it. */
export const findSchoolByKey = async (db: Db<SchoolTables>, key: string): Promise<ImportingSchool | null> =>
  (await withStages(db).where('school.key', '=', key).executeTakeFirst()) ?? null

export const findImportingSchool = (db: Db<SchoolTables>, id: string): Promise<ImportingSchool> =>
  withStages(db)
    .where('school.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('school'))

export type SchoolYear = { id: string; label: string; startsOn: string; endsOn: string }

export const findSchoolYears = (db: Db<SchoolTables>, school: string): Promise<SchoolYear[]> =>
  db
    .selectFrom('school_year')
    .select(['id', 'label', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('school_id', '=', school)
    .orderBy('starts_on')
    .execute()

/** The actor's own previews, at the schools whose people the actor keeps: nobody sees a file another read in. */
const previewsVisibleTo = (db: Db<RosterTables>, actor: Actor) =>
  db
    .selectFrom('roster_preview')
    .where(sql<boolean>`school_id = any (${schoolsOf(actor)}::uuid[])`)
    .where(sql<boolean>`person_id = any (${actor.at.map(({ person }) => person)}::uuid[])`)
    .where('read_at', '>', sql<Date>`app.now() - interval '1 day'`)

/** Applied imports at the schools whose people the actor keeps. */
const importsVisibleTo = (db: Db<RosterTables>, actor: Actor) =>
  db.selectFrom('roster_import').where(sql<boolean>`roster_import.school_id = any (${schoolsOf(actor)}::uuid[])`)

const schoolsOf = (actor: Actor): string[] =>
  actor.at.map(({ school }) => school).filter((school) => importsAt(actor, school))

export const findPreview = (db: Db<RosterTables>, actor: Actor, id: string) =>
  previewsVisibleTo(db, actor)
    .select(['school_id', 'id', 'format', 'file_name', 'read_at', 'fingerprint'])
    .select(sql<RosterFile>`convert_from(content, 'UTF8')::json`.as('file'))
    .where('id', '=', id)
    .executeTakeFirst()

export type FoundPreview = NonNullable<Awaited<ReturnType<typeof findPreview>>>

export const findPreviews = (db: Db<RosterTables>, actor: Actor, school: string) =>
  previewsVisibleTo(db, actor)
    .select(['id', 'format', 'file_name', 'read_at'])
    .where('school_id', '=', school)
    .orderBy('read_at', 'desc')
    .limit(20)
    .execute()

export type ListedPreview = Awaited<ReturnType<typeof findPreviews>>[number]

const withState = (db: Db<RosterTables>, actor: Actor) =>
  importsVisibleTo(db, actor)
    .leftJoin('roster_reversal as r', (join) =>
      join.onRef('r.school_id', '=', 'roster_import.school_id').onRef('r.import_id', '=', 'roster_import.id'),
    )
    .select([
      'roster_import.school_id',
      'roster_import.id',
      'roster_import.format',
      'roster_import.file_name',
      'roster_import.applied_at',
      'roster_import.role',
      'r.reversed_at',
      'r.kept',
    ])
    .select(sql<ImportCounts>`roster_import.counts`.as('counts'))
    .select((select) => [
      select
        .exists(
          select
            .selectFrom('roster_undo as u')
            .whereRef('u.school_id', '=', 'roster_import.school_id')
            .whereRef('u.import_id', '=', 'roster_import.id')
            .where('u.written_at', '>', sql<Date>`app.now() - interval '30 days'`),
        )
        .as('undoable'),
    ])

/** The imports of a school, the latest first. */
export const findImports = (db: Db<RosterTables>, actor: Actor, school: string, limit: number) =>
  withState(db, actor)
    .where('roster_import.school_id', '=', school)
    .orderBy('roster_import.applied_at', 'desc')
    .orderBy('roster_import.id')
    .limit(limit)
    .execute()

export const findImport = (db: Db<RosterTables>, actor: Actor, id: string) =>
  withState(db, actor).where('roster_import.id', '=', id).executeTakeFirst()

export type AppliedImport = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** What an import wrote, part by part in the order in which it is taken back. */
export const findUndoParts = (db: Db<RosterTables>, school: string, id: string) =>
  db
    .selectFrom('roster_undo')
    .select(sql<RosterChange>`content`.as('content'))
    .where('school_id', '=', school)
    .where('import_id', '=', id)
    .where('written_at', '>', sql<Date>`app.now() - interval '30 days'`)
    .orderBy('part')
    .execute()

export type KeptPerson = {
  first_name: string | null
  initials: string | null
  prefix: string | null
  last_name: string | null
}

/** Names of the people and groups that an undo kept, as far as they are still there. */
export const findKept = async (db: Db<PeopleTables>, school: string, ids: readonly string[]) => ({
  persons: await db
    .selectFrom('person')
    .select(['first_name', 'initials', 'prefix', 'last_name'])
    .where('school_id', '=', school)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('last_name')
    .orderBy('first_name')
    .execute(),
  groups: await db
    .selectFrom('school_group')
    .select('name')
    .where('school_id', '=', school)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('name')
    .execute(),
})
