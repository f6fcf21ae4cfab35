import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import { NotFound } from '#platform/errors.ts'
import { findSchools } from './queries.ts'
import type { SchoolChoice } from './school.ts'
import type { SchoolTables } from './tables.ts'

/** The school a page is about, and all it could be about. */
export type PickedSchool = { school: SchoolChoice; schools: readonly SchoolChoice[] }

/**
 * The school that `?school=` names, or the actor's first by name.
 * @param fits which of the actor's schools this page is for
 * @throws NotFound when it is none of those
 */
export const pickSchool = async (
  c: AppContext,
  fits: (school: string) => boolean = () => true,
): Promise<PickedSchool> => {
  const schools = (await findSchools(txOf<SchoolTables>(c), actorOf(c))).filter(({ id }) => fits(id))
  const wish = c.req.query('school')
  const school = wish === undefined ? schools[0] : schools.find(({ id }) => id === wish)
  if (school === undefined) throw new NotFound('school')
  return { school, schools }
}
