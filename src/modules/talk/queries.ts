import { sql } from 'kysely'
import { statement } from '#platform/db/statement.ts'

/** One row when this guardian has the question of the day switched off, at one school or more; none when not. */
export const questionOffQuery = statement<[schools: readonly string[], persons: readonly string[]], { off: boolean }>(
  (schools, persons) => sql<{ off: boolean }>`
  select true as off from talk_question_off
  where school_id = any (${schools}::uuid[]) and person_id = any (${persons}::uuid[]) and ended_at is null limit 1`,
)
