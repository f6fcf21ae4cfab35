import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { stageOf, type Scope } from './scope.ts'

/** The stage of a pupil, `p` in the question, as `stageOf` says it. */
export const stageOfPupil: RawBuilder<string | null> = sql`(select t.stage from school_stage t
  where t.school_id = p.school_id and case
    when p.year_group is null then (select count(*) from school_stage n where n.school_id = p.school_id) = 1
    when p.year_group ~ '^1[1-9]$' then t.stage in ('VO', 'VSO')
    else t.stage in ('BO', 'SO') end
  order by t.stage in ('BO', 'VO') desc limit 1)`

/** The stages for which an agreement with this scope is: the one it names, or all that the school teaches. */
export const stagesOf = async <T>(db: Db<T>, school: string, { level, of }: Scope): Promise<string[]> => {
  const { rows } = await sql<{ stage: string }>`select stage from school_stage
    where school_id = ${school}::uuid order by stage`.execute(db)
  const all = rows.map(({ stage }) => stage)
  if (of === null) return all
  if (level === 'stage') return [of]
  const stage = level === 'year' ? stageOf(of, all) : null
  return stage === null ? all : [stage]
}
