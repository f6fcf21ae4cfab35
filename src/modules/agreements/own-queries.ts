import { sql } from 'kysely'
import { visibleTo as visiblePupils } from '#modules/people/index.ts'
import type { Entered } from '#platform/db/context.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { stageOf, type Situation } from './scope.ts'
import type { AgreementView } from './visible-to.ts'

/** A child of the reader, or the reader, with all that decides which agreement holds. */
export type OwnSituation = Situation & { id: string; name: string; schoolName: string; schoolKey: string }

type Row = Omit<OwnSituation, 'stage' | 'subject' | 'pupil'> & { stages: string[] }

/** Of a guardian the children in reach, of a pupil oneself. */
export const findSituations = async (db: Db<AgreementView>, actor: Entered): Promise<OwnSituation[]> => {
  if (actor.hat !== 'guardian' && actor.hat !== 'pupil') return []
  const rows: Row[] = await visiblePupils(db, actor)
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .select([
      'pupil.person_id as id',
      'pupil.school_id as school',
      'pupil.year_group as year',
      'school.name as schoolName',
      sql<string>`school.key`.as('schoolKey'),
      sql<string>`coalesce(person.first_name, person.last_name, '')`.as('name'),
      sql<string[]>`array(select m.group_id from group_member m where m.school_id = pupil.school_id
        and m.pupil_id = pupil.person_id and ${holdsToday('m')} order by m.group_id)`.as('groups'),
      sql<string[]>`array(select s.stage from school_stage s where s.school_id = pupil.school_id order by s.stage)`.as(
        'stages',
      ),
    ])
    .orderBy('person.birth_date')
    .orderBy('pupil.person_id')
    .execute()
  return rows.map(({ stages, ...row }) => ({
    ...row,
    stage: stageOf(row.year, stages),
    subject: null,
    pupil: row.id,
  }))
}
