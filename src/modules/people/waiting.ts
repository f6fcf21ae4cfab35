import { schoolsWithRole } from '#platform/access/actor.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import { findReviews } from './authority-queries.ts'
import { findBirthdays, findUnknownBirths } from './birthday-queries.ts'
import { texts } from './texts.ts'
import type { PeopleView } from './visible-to.ts'

const keptSchools = (c: AppContext): string[] => schoolsWithRole(actorOf(c), 'office', 'administrator')

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** Authority to look at again, at the schools kept. */
export const reviewsWait = async (c: AppContext): Promise<string | null> => {
  const found = []
  for (const school of keptSchools(c)) found.push(...(await findReviews(txOf<PeopleView>(c), actorOf(c), school)))
  return found.length === 0 ? null : texts(c.get('lang')).waiting.reviews(found.length)
}

/** Birthdays soon that move rights, and birth dates that nobody knows, at the schools kept. */
export const birthdaysWait = async (c: AppContext): Promise<string | null> => {
  const words = texts(c.get('lang')).waiting
  const soon: number[] = []
  const unknown: number[] = []
  for (const school of keptSchools(c)) {
    soon.push((await findBirthdays(txOf<PeopleView>(c), actorOf(c), school)).length)
    unknown.push((await findUnknownBirths(txOf<PeopleView>(c), actorOf(c), school)).total)
  }
  const said = [
    sum(soon) === 0 ? '' : words.birthdays(sum(soon)),
    sum(unknown) === 0 ? '' : words.unknownBirths(sum(unknown)),
  ].filter(Boolean)
  return said.length === 0 ? null : said.join(', ')
}
