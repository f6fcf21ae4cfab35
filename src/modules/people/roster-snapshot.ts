import type { Db } from '#platform/db/types.ts'
import type {
  ContactRow,
  GroupRow,
  GuardianshipRow,
  MemberRow,
  PersonRow,
  PupilRow,
  StaffRow,
  TeacherRow,
} from './roster-rows.ts'
import type { PeopleTables } from './tables.ts'

/**
 * The people of one school as an import compares them with a file. `groups` are those of all years; members and teachers
 * those whose time is not over on the day asked for.
 */
export type RosterSnapshot = {
  groups: GroupRow[]
  persons: PersonRow[]
  contacts: ContactRow[]
  pupils: PupilRow[]
  staff: StaffRow[]
  members: MemberRow[]
  teachers: TeacherRow[]
  guardianships: GuardianshipRow[]
}

/** Reads the people of a school in eight statements, whatever their number. Rows come in the order of their ids. */
export const readRosterSnapshot = async (
  db: Db<PeopleTables>,
  school: string,
  on: string,
): Promise<RosterSnapshot> => ({
  groups: await db
    .selectFrom('school_group')
    .select(['id', 'school_year_id', 'source_key', 'name', 'kind', 'year_group', 'ended_on'])
    .where('school_id', '=', school)
    .orderBy('id')
    .execute(),
  persons: await db
    .selectFrom('person')
    .select(['id', 'first_name', 'initials', 'prefix', 'last_name', 'birth_date'])
    .where('school_id', '=', school)
    .orderBy('id')
    .execute(),
  contacts: await db
    .selectFrom('person_contact')
    .select(['person_id', 'email', 'phone', 'street', 'postal_code', 'city', 'language'])
    .where('school_id', '=', school)
    .orderBy('person_id')
    .execute(),
  pupils: await db
    .selectFrom('pupil')
    .select(['person_id', 'source_key', 'year_group', 'entered_on', 'left_on'])
    .where('school_id', '=', school)
    .orderBy('person_id')
    .execute(),
  staff: await db
    .selectFrom('staff')
    .select(['person_id', 'source_key', 'started_on', 'ended_on'])
    .where('school_id', '=', school)
    .orderBy('person_id')
    .execute(),
  members: await db
    .selectFrom('group_member')
    .select(['id', 'group_id', 'pupil_id', 'started_on', 'ended_on'])
    .where('school_id', '=', school)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', on)]))
    .orderBy('id')
    .execute(),
  teachers: await db
    .selectFrom('group_teacher')
    .select(['id', 'group_id', 'person_id', 'started_on', 'ended_on'])
    .where('school_id', '=', school)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', on)]))
    .orderBy('id')
    .execute(),
  guardianships: await db
    .selectFrom('guardianship')
    .select(['id', 'pupil_id', 'guardian_id', 'relation', 'started_on', 'ended_on'])
    .where('school_id', '=', school)
    .orderBy('id')
    .execute(),
})
