import { demoWanted } from '#platform/config.ts'
import { forTables } from '#platform/db/for-tables.ts'
import type { Installation } from '#platform/installation.ts'
import type { Log } from '#platform/log.ts'
import type { Demo } from '#platform/run-program.ts'
import { loadDemo, type DemoTables } from './load-demo.ts'
import { holdsRealSchool, offerDemo } from './offer-demo.ts'
import { openPasswords } from './passwords.ts'
import { examples, signInLines } from './sign-ins.ts'

const none: Demo = { demo: () => false, examples: () => [], lines: [] }

/** Loads the demo where it is wanted and nobody's real data stands, and says how to sign in. */
export const openDemo = async ({ db, config }: Pick<Installation, 'db' | 'config'>, log: Log): Promise<Demo> => {
  const pool = forTables<DemoTables>(db)
  // Asked also where no demo is wanted, so that the folder keeps it.
  const real = await holdsRealSchool(pool, config.dataDir)
  if (real || !demoWanted(config)) return none
  const passwords = openPasswords(config.dataDir)
  const outcome = await loadDemo(pool, passwords, (error) => log.error('demo.stale', { error }))
  if (outcome.is === 'real') return none
  log.info('demo.ready')
  const lines = signInLines('en', outcome.passwordsHold ? passwords.of : null)
  return { demo: offerDemo(pool, config), examples, lines }
}
