import type { SchoolKey } from './demo-school.ts'
import { loadSchool } from './load-school.ts'
import { loadingOverkant } from './overkant/load-overkant.ts'
import type { Passwords } from './passwords.ts'
import type { Db } from './steps.ts'
import { loadingVuurvlieg } from './vuurvlieg/load-vuurvlieg.ts'

const recipes = [loadingVuurvlieg, loadingOverkant]

type Told = {
  /** A school is whole. */
  ready: (school: SchoolKey) => void
  /** A school is there, and its days could not be brought up to date; or it could not be loaded, and is tried again at the next start. */
  failed: (error: unknown) => void
}

/** Loads the other schools of the demo one after the other, while the pages are served. */
export const loadRest = async (
  db: Db,
  passwords: Passwords,
  { ready, failed }: Told,
  isStopped: () => boolean = () => false,
): Promise<void> => {
  for (const recipe of recipes) {
    const outcome = await loadSchool(db, recipe, { passwords, onStale: failed, isStopped }).catch(failed)
    if (outcome?.is === 'loaded') ready(recipe.school.key)
    else if (outcome !== undefined) return
  }
}
