import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import { countWithoutLetter, type LettersView } from './queries.ts'
import { texts } from './texts.ts'

/** How many are not in and hold no letter that works, at the schools kept. */
export const lettersWait = async (c: AppContext): Promise<string | null> => {
  const count = await countWithoutLetter(txOf<LettersView>(c), actorOf(c))
  return count === 0 ? null : texts(c.get('lang')).waiting(count)
}
