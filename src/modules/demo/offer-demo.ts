import type { Kysely } from 'kysely'
import type { SchoolTables } from '#modules/school/index.ts'
import { demoAnswers, isLoopback, type Config } from '#platform/config.ts'
import { asOperator } from '#platform/db/context.ts'
import { findSchools } from './queries.ts'
import { everHeldRealSchool, noteRealSchool } from './real-school.ts'

type Settings = Pick<Config, 'demo' | 'host' | 'publicUrl' | 'dataDir'>

/**
 * Whether the sign-in of the demo is offered to a request: as the settings say, on this machine's own name unless DEMO=1
 * was said, and never once a real school was added.
 */
export const offerDemo =
  (db: Kysely<SchoolTables>, settings: Settings) =>
  async (headers: Headers): Promise<boolean> =>
    demoAnswers(settings, headers) &&
    (settings.demo === true || isOwnName(headers.get('host'))) &&
    !(await holdsRealSchool(db, settings.dataDir))

// A page elsewhere could give its own name the address of this machine; its name then stands in Host.
const isOwnName = (host: string | null): boolean => host !== null && isLoopback(host.replace(/:\d+$/, ''))

/** A school is never removed, so that once real stays real. */
export const holdsRealSchool = async (db: Kysely<SchoolTables>, dataDir: string): Promise<boolean> => {
  if (everHeldRealSchool(dataDir)) return true
  const schools = await asOperator(db, null, findSchools)
  const real = schools.some(({ synthetic }) => !synthetic)
  if (real) noteRealSchool(dataDir)
  return real
}
