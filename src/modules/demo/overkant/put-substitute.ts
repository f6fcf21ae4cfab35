import { putSubstitute } from '#modules/people/index.ts'
import { dayAfter } from '#modules/today/index.ts'
import { asKeeper, type Step } from '../steps.ts'
import { standsIn } from './cast-staff.ts'

const twoWeeks = 13

/** Somebody stands in for a teacher who is away, from the day of loading on for two weeks, and again when that is over. */
export const sendSubstitute: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, people) => {
    const { school, today } = loading
    const [person, group] = [people.staff.get(standsIn.key), people.groups.get(standsIn.group)]
    if (person === undefined || group === undefined) return
    const current = await tx
      .selectFrom('group_substitute')
      .select('id')
      .where('school_id', '=', school)
      .where('group_id', '=', group)
      .where('on_until', '>=', today)
      .executeTakeFirst()
    if (current !== undefined) return
    const wish = { school, person, group, from: today, until: dayAfter(today, twoWeeks) }
    await putSubstitute(tx, { hat: 'operator', school }, wish)
  })
