import { demoWanted } from '#platform/config.ts'
import { forTables } from '#platform/db/for-tables.ts'
import type { Installation } from '#platform/installation.ts'
import type { Log } from '#platform/log.ts'
import type { Demo } from '#platform/run-program.ts'
import type { SchoolKey } from './demo-school.ts'
import { loadDemo } from './load-demo.ts'
import { loadRest } from './load-rest.ts'
import { wholeSchools } from './load-school.ts'
import { holdsRealSchool, offerDemo } from './offer-demo.ts'
import { openPasswords } from './passwords.ts'
import { examplesOf, signInLines } from './sign-ins.ts'
import type { DemoTables } from './steps.ts'

const none: Demo = {
  demo: () => false,
  examples: () => [],
  lines: [],
  goOn: () => ({ done: Promise.resolve(), stop: () => Promise.resolve() }),
}

/**
 * Loads the first school of the demo where it is wanted and nobody's real data stands, and says how to sign in. The other
 * schools come once the pages are served.
 */
export const openDemo = async ({ db, config }: Pick<Installation, 'db' | 'config'>, log: Log): Promise<Demo> => {
  const pool = forTables<DemoTables>(db)
  // Asked also where no demo is wanted, so that the folder keeps it.
  const real = await holdsRealSchool(pool, config.dataDir)
  if (real || !demoWanted(config)) return none
  const passwords = openPasswords(config.dataDir)
  const outcome = await loadDemo(pool, passwords, (error) => log.error('demo.stale', { error }))
  if (outcome.is !== 'loaded') return none
  log.info('demo.ready')
  const whole = new Set(await wholeSchools(pool))
  const isReady = (school: SchoolKey): boolean => whole.has(school)
  const goOn = (): ReturnType<Demo['goOn']> => {
    let stopped = false
    const told = {
      ready: (school: SchoolKey) => void whole.add(school),
      failed: (error: unknown) => log.error('demo.stale', { error }),
    }
    const done = loadRest(pool, passwords, told, () => stopped).then(() => log.info('demo.whole'))
    const stop = (): Promise<void> => {
      stopped = true
      return done
    }
    return { done, stop }
  }
  return {
    demo: offerDemo(pool, config),
    examples: examplesOf(isReady),
    lines: signInLines('en', outcome.passwordsHold ? passwords.of : null, isReady),
    goOn,
  }
}
