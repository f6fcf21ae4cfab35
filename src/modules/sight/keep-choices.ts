import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { categories, type Category, type Choice } from './choice.ts'
import type { OwnChild, SightView } from './request-queries.ts'

/** Keeps what a guardian wants to see of one own child, in the place of what was chosen before. */
export const keepChoices = async (
  tx: Tx<SightView>,
  actor: Actor,
  child: OwnChild,
  chosen: Readonly<Record<Category, Choice>>,
): Promise<void> => {
  const { school, id: pupil, guardian, guardianship } = child
  await tx
    .deleteFrom('sight_choice')
    .where('school_id', '=', school)
    .where('guardian_id', '=', guardian)
    .where('pupil_id', '=', pupil)
    .execute()
  const kept = categories.flatMap((category) => {
    const choice = chosen[category]
    return choice === 'agreed' ? [] : [{ category, choice }]
  })
  const of = { school_id: school, guardian_id: guardian, pupil_id: pupil, guardianship_id: guardianship }
  if (kept.length > 0)
    await tx
      .insertInto('sight_choice')
      .values(kept.map((one) => ({ ...of, ...one })))
      .execute()
  // Nobody else is to learn what was chosen, or of which child.
  await record(tx, { school, event: 'sight.choices.kept', about: [guardian], payload: {}, doer: actor })
}
