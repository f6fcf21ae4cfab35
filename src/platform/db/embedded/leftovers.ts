import { readFileSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from './start-refusal.ts'

/** What postmaster.pid says: the process that wrote it and the folder of its socket. */
export type PidFile = { pid: number; socketFolder: string }

/** The pid file of a database, or null when there is none. Written by PostgreSQL (src/include/utils/pidfile.h). */
export const readPidFile = (cluster: string): PidFile | null => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '' }
  } catch {
    return null
  }
}

/**
 * Ends every PostgreSQL process that still lives in the folder of a database: the server that a killed Samenspraak
 * left, or the workers that a killed server left. True when there was a server. Only for who holds the data lock.
 */
export const endLeftovers = async (cluster: string): Promise<boolean> => {
  const server = readPidFile(cluster)?.pid
  const found = processesIn(cluster)
  const orphan = server !== undefined && found.includes(server)
  // Fast shutdown (open work is rolled back), then immediate, then none of its own doing: each is safe for the data.
  if (orphan) signal([server], 'SIGINT')
  if (orphan) await gone(cluster, 20_000)
  for (const kind of ['SIGQUIT', 'SIGKILL'] as const) {
    if (processesIn(cluster).length === 0) break
    signal(processesIn(cluster), kind)
    await gone(cluster, 5_000)
  }
  if (processesIn(cluster).length > 0)
    throw new StartRefusal(`PostgreSQL processes of an earlier run in ${cluster} do not end.`)
  forgetReusedPid(cluster)
  return orphan
}

/** The PostgreSQL processes whose working folder is the database: by inode, so it holds after the folder moved. */
export const processesIn = (cluster: string): number[] => {
  const home = statSync(cluster, { throwIfNoEntry: false })
  if (home === undefined) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && livesIn(pid, home))
}

const programs = ['postgres', 'initdb']

const livesIn = (pid: number, home: { dev: number; ino: number }): boolean => {
  try {
    const cwd = statSync(`/proc/${pid}/cwd`)
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(' (deleted)', '')
    return cwd.ino === home.ino && cwd.dev === home.dev && programs.includes(program)
  } catch {
    // Ended meanwhile, or somebody else's.
    return false
  }
}

const gone = async (cluster: string, patience: number): Promise<void> => {
  const end = performance.now() + patience
  while (processesIn(cluster).length > 0 && performance.now() < end) await sleep(10)
}

const signal = (pids: readonly number[], kind: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, kind)
    } catch {
      // Ended meanwhile.
    }
  }
}

// PostgreSQL refuses to start when the number in its pid file lives, whatever that process is now.
const forgetReusedPid = (cluster: string): void => {
  const known = readPidFile(cluster)
  if (known !== null && isAlive(known.pid)) rmSync(join(cluster, 'postmaster.pid'))
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
