import { sql } from 'kysely'
import { stageOf, type AgreementView } from '#modules/agreements/index.ts'
import { visibleTo, type PeopleView } from '#modules/people/index.ts'
import type { Stage } from '#modules/school/index.ts'
import type { Entered } from '#platform/db/context.ts'
import type { Db } from '#platform/db/types.ts'

/** A stage that a family has to do with. */
export type OwnStage = {
  school: string
  schoolName: string
  stage: Stage
  /** Of a guardian the children in it. */
  children: readonly string[]
}

/** The stages of the children in reach, or of the pupil; where a year is not known, all that the school teaches. */
export const findOwnStages = async (db: Db<PeopleView & AgreementView>, actor: Entered): Promise<OwnStage[]> => {
  if (actor.hat !== 'guardian' && actor.hat !== 'pupil') return []
  const rows = await visibleTo(db, actor)
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .select([
      'pupil.school_id as school',
      'school.name as schoolName',
      'pupil.year_group as year',
      sql<string>`coalesce(person.first_name, person.last_name, '')`.as('name'),
      sql<Stage[]>`array(select s.stage from school_stage s where s.school_id = pupil.school_id order by s.stage)`.as(
        'stages',
      ),
    ])
    .orderBy('person.birth_date')
    .orderBy('pupil.person_id')
    .execute()
  const found = new Map<string, OwnStage>()
  for (const { school, schoolName, year, name, stages } of rows) {
    const own = stageOf(year, stages)
    for (const stage of own === null ? stages : stages.filter((one) => one === own)) {
      const known = found.get(`${school} ${stage}`)
      const children = actor.hat === 'guardian' ? [...(known?.children ?? []), name] : []
      found.set(`${school} ${stage}`, { school, schoolName, stage, children })
    }
  }
  return [...found.values()]
}
