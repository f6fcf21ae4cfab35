import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { choiceOfRows, type ChoiceOf, type ChoiceRow } from './choice.ts'

/** What this guardian chose to see less of; no row for most. Written once; the policies bound it. */
export const choicesQuery = statement<[schools: readonly string[], persons: readonly string[]], ChoiceRow>(
  (schools, persons) => sql<ChoiceRow>`
  select pupil_id as pupil, category, choice from sight_choice
  where school_id = any (${schools}::uuid[]) and guardian_id = any (${persons}::uuid[])`,
)

type Asker = Pick<Actor, 'hat' | 'at'>

const askedBy = ({ at }: Asker): [readonly string[], readonly string[]] => [
  [...new Set(at.map(({ school }) => school))],
  at.map(({ person }) => person),
]

/** To be sent along with the other questions of a page; only a guardian chooses. */
export const choicesAlong = (known: Asker): readonly Step[] =>
  known.hat === 'guardian' ? [choicesQuery.along(...askedBy(known))] : []

/** What the actor chose, of any child: out of what went along, or asked now. */
export const findChoices = async <Tables>(db: Db<Tables>, actor: Asker, answers: Answers): Promise<ChoiceOf> =>
  choiceOfRows(
    actor.hat === 'guardian'
      ? (choicesQuery.answered(answers) ?? (await choicesQuery.rows(db, ...askedBy(actor))))
      : [],
  )
