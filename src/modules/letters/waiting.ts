import { schoolsWithRole } from '#platform/access/actor.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import { countsOf } from './letter.ts'
import { findRelations, type LettersView } from './queries.ts'
import { texts } from './texts.ts'

/** How many are not in and hold no letter that works, at the schools kept. */
export const lettersWait = async (c: AppContext): Promise<string | null> => {
  let count = 0
  for (const school of schoolsWithRole(actorOf(c), 'office', 'administrator')) {
    const lines = await findRelations(txOf<LettersView>(c), actorOf(c), school)
    count += countsOf(lines).none
  }
  return count === 0 ? null : texts(c.get('lang')).waiting(count)
}
