import { countKept } from '#modules/agreements/index.ts'
import { dayAfter } from '#modules/today/index.ts'
import { asTask } from '#platform/db/context.ts'
import type { Step } from './steps.ts'

/**
 * Counts how the school keeps its line, as the job of the night does, of the month before and of the one that runs: a school that was
 * loaded today has no month behind it. In a holiday there is nothing to count.
 */
export const countFigures: Step = async (db, { school, today }) => {
  const running = `${today.slice(0, 7)}-01`
  for (const month of [`${dayAfter(running, -1).slice(0, 7)}-01`, running])
    await asTask(db, 'kept', school, (tx) => countKept(tx, school, month))
}
