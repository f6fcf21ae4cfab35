import { spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { clusterIn, type Home } from './home.ts'
import { type Identity, namedIdentity, namedUser } from './identity.ts'
import { endLeftovers } from './leftovers.ts'
import { giveTo, syncFolder } from './own-folder.ts'
import { StartRefusal } from './start-refusal.ts'

/** What PostgreSQL's programs see of the surroundings: no secret of ours, and messages in English. */
export const plainEnv = { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' }

const major = '18'

/**
 * Makes the database of a home when there is none: Dutch order of letters, UTF-8, checksums on every page. It is made
 * under another name and renamed when whole, so that an interruption leaves nothing half. Throws StartRefusal.
 */
export const initCluster = async (home: Home, initdb: string, fast: boolean): Promise<string> => {
  const cluster = clusterIn(home.folder)
  await clearHalfMade(home.folder)
  if (existsSync(cluster)) return sameMajor(cluster)
  const half = mkdtempSync(join(home.folder, 'postgres.new-'))
  const maker = namedIdentity(home.identity)
  giveTo(maker, half)
  await runInitdb(initdb, half, fast ? [...settings(half), '--no-sync'] : settings(half), maker)
  if (lstatSync(half).uid !== home.identity.uid) giveTo(home.identity, half)
  renameSync(half, cluster)
  if (!fast) syncFolder(home.folder)
  return cluster
}

// A private folder guards the socket; with an own user number there is no name that `peer` could compare.
const settings = (folder: string): string[] => [
  `--pgdata=${folder}`,
  '--username=postgres',
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=icu',
  '--icu-locale=nl',
  '--data-checksums',
  '--auth-local=trust',
  '--auth-host=reject',
]

const clearHalfMade = async (folder: string): Promise<void> => {
  for (const name of readdirSync(folder).filter((found) => found.startsWith('postgres.new-'))) {
    // An initdb that outlived its starter would go on writing there.
    await endLeftovers(join(folder, name))
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

const sameMajor = (cluster: string): string => {
  const file = join(cluster, 'PG_VERSION')
  const found = statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8').trim() : '(unknown)'
  if (found === major) return cluster
  throw new StartRefusal(`${cluster} holds data of PostgreSQL ${found}, and this is PostgreSQL ${major}.`)
}

const runInitdb = async (initdb: string, half: string, args: readonly string[], maker: Identity): Promise<void> => {
  const said = await run(initdb, half, args, maker)
  if (said === null) return
  if (!said.includes('could not look up effective user ID')) throw new StartRefusal(`No database was made: ${said}.`)
  // In a container the user may have a number alone; in a name space of its own it has the name that initdb wants.
  const named = [`--map-user=${namedUser(maker.uid)}`, '--user', '--', initdb, ...args]
  const again = await run('unshare', half, named, maker)
  if (again !== null) throw new StartRefusal(`PostgreSQL is set up only by a user that has a name: ${again}.`)
}

/** Runs a program to its end: null when all went well, or else what it said. */
const run = (program: string, cwd: string, args: readonly string[], identity: Identity): Promise<string | null> =>
  new Promise((done) => {
    const child = spawn(program, args, { ...identity, cwd, env: plainEnv, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-2000)))
    child.once('error', (fault) => done(fault.message))
    child.once('close', (code, by) =>
      done(code === 0 ? null : said.trim().replace(/\.$/, '') || `ended (${by ?? code})`),
    )
  })
