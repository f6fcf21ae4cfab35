import { setAuthority } from '#modules/people/index.ts'
import { dayAfter } from '#modules/today/index.ts'
import { asKeeper, type Step } from '../steps.ts'
import { limitedParents } from './people.ts'

/** Says of whom authority is not full. What a court decided, the school saw on paper, and looks at again. */
export const limitParents: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, people) => {
    const { school, today } = loading
    for (const { pupil, guardian, state } of limitedParents) {
      const relation = await tx
        .selectFrom('guardianship')
        .leftJoin('guardianship_authority', (join) =>
          join
            .onRef('guardianship_authority.school_id', '=', 'guardianship.school_id')
            .onRef('guardianship_authority.guardianship_id', '=', 'guardianship.id'),
        )
        .select(['guardianship.id', 'guardianship_authority.state'])
        .where('guardianship.school_id', '=', school)
        .where('guardianship.pupil_id', '=', people.pupils.get(pupil) ?? null)
        .where('guardianship.guardian_id', '=', people.guardians.get(guardian) ?? null)
        .executeTakeFirst()
      if (relation === undefined || relation.state !== null) continue
      const blocks = state === 'blocked'
      await setAuthority(
        tx,
        { hat: 'operator', school },
        {
          school,
          guardianship: relation.id,
          state,
          document: {
            kind: blocks ? 'court_order' : 'custody_register',
            datedOn: dayAfter(today, -60),
            reference: blocks ? 'map 12' : null,
            forbids: blocks,
          },
          reviewOn: blocks ? dayAfter(today, 300) : null,
        },
      )
    }
  })
