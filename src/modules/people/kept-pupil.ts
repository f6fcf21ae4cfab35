import { keepsSchool } from '#modules/school/index.ts'
import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import { NotFound } from '#platform/errors.ts'
import { idParam } from '#platform/http/id-param.ts'
import { findPupil, type PupilFile } from './pupil-queries.ts'
import type { PeopleView } from './visible-to.ts'

/** The pupil in the address, for who keeps the people of that school. @throws NotFound for anybody else */
export const keptPupil = async (c: AppContext): Promise<PupilFile> => {
  const pupil = await findPupil(txOf<PeopleView>(c), actorOf(c), idParam(c))
  if (!keepsSchool(actorOf(c), pupil.school)) throw new NotFound('pupil')
  return pupil
}
