import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Identity } from './identity.ts'
import { plainEnv } from './init-cluster.ts'
import { socketPort } from './socket-folder.ts'
import { StartRefusal } from './start-refusal.ts'

/** What it takes to run a PostgreSQL server. `log` gets each line it writes; statements and values are not in them. */
export type PostmasterWish = {
  postgres: string
  cluster: string
  socketFolder: string
  identity: Identity
  fast: boolean
  log: (line: string) => void
}

/** A server that accepts connections. `ended` resolves, with its last words, when it has ended, whoever did that. */
export type Postmaster = { pid: number; ended: Promise<string>; stop(): Promise<void> }

/** Starts PostgreSQL on a database and waits until it accepts connections. Throws StartRefusal. */
export const startPostmaster = (wish: PostmasterWish): Promise<Postmaster> =>
  new Promise((done, fail) => {
    // Detached: Ctrl-C in a terminal must reach us alone, so that requests under way still find a database.
    const child = spawn(wish.postgres, argumentsOf(wish), {
      ...wish.identity,
      cwd: '/',
      env: plainEnv,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    // Whoever ends this process in good order without stop(), after a failed migration say, ends PostgreSQL too.
    const endToo = (): void => void child.kill('SIGINT')
    process.once('exit', endToo)
    child.once('exit', () => process.off('exit', endToo))
    let last = ''
    const ended = new Promise<string>((end) => child.once('exit', (code, by) => end(last || `ended by ${by ?? code}`)))
    createInterface({ input: child.stderr }).on('line', (line) => {
      wish.log(line)
      if (/^(FATAL|PANIC)/.test(line)) last = line
      if (line.includes('database system is ready to accept connections'))
        done({ pid: child.pid ?? 0, ended, stop: () => stopped(child, ended) })
    })
    child.once('error', (fault) => fail(new StartRefusal(`PostgreSQL could not be started: ${fault.message}.`)))
    child.once('close', (code) => fail(new StartRefusal(`PostgreSQL did not start: ${last || `it ended (${code})`}.`)))
  })

const argumentsOf = ({ cluster, socketFolder, fast }: PostmasterWish): string[] => {
  // A quoted name, because a bare comma would begin a second folder.
  const folders = `"${socketFolder.replaceAll('"', '""')}"`
  const settings = {
    unix_socket_directories: folders,
    unix_socket_permissions: '0700',
    listen_addresses: '',
    port: String(socketPort),
    max_connections: '60',
    shared_buffers: '64MB',
    jit: 'off',
    recovery_init_sync_method: 'syncfs',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...quiet,
    ...(fast ? forgetful : durable),
  }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

// People's data stands in statements and in the details of errors; whoever sent the statement gets those anyway.
const quiet = {
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
}
const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
const forgetful = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

const stopped = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  const alive = (): boolean => child.exitCode === null && child.signalCode === null
  if (alive()) child.kill('SIGINT')
  const impatience = setTimeout(() => alive() && child.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(impatience)
}
