import { sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { stageOf, type Scope } from './scope.ts'

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
