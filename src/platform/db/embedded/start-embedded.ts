import { findBinaries } from './binaries.ts'
import { makeDataFolder } from './data-lock.ts'
import { clusterIn, fallbackBases, findHome, type Placed } from './home.ts'
import { initCluster } from './init-cluster.ts'
import { endLeftovers, readPidFile } from './leftovers.ts'
import { startPostmaster } from './postmaster.ts'
import { makeSocketFolder, removeSocketFolder, socketPort } from './socket-folder.ts'

export type EmbeddedWish = {
  /** The data folder; made when it is not there. The caller holds its lock (lockData). */
  dataDir: string
  /** Gets each line that PostgreSQL writes; they hold no statements and no values. */
  log: (line: string) => void
  /** For throw-away databases: nothing waits for the disk, a power cut destroys it. */
  fast?: boolean
  /** Called once when PostgreSQL ends without having been told to, with its last words. */
  onExit?: (why: string) => void
}

/** How pg connects over the socket. */
export type SocketConnection = { host: string; port: number; user: string; database: string }

export type EmbeddedDatabase = {
  readonly socketDir: string
  readonly port: number
  readonly superuser: 'postgres'
  /** True when a server that an earlier, killed run had left was ended first. */
  readonly adopted: boolean
  readonly pid: number
  /** What could not stand in the data folder or be used from the installation. */
  readonly placed: readonly Placed[]
  /** Rolls back what is open and ends PostgreSQL. May be called twice, and when PostgreSQL has ended already. */
  stop(): Promise<void>
  connection(user: string, database: string): SocketConnection
}

/**
 * Starts the PostgreSQL that came with npm on the data folder, making the database the first time; after a crash it
 * ends what was left running and recovers. As root PostgreSQL runs as a user of its own. Throws StartRefusal.
 */
export const startEmbedded = async (wish: EmbeddedWish): Promise<EmbeddedDatabase> => {
  const { log, fast = false } = wish
  const bases = fallbackBases(fast)
  const home = findHome(makeDataFolder(wish.dataDir), bases)
  const earlier = readPidFile(clusterIn(home.folder))
  const adopted = await endLeftovers(clusterIn(home.folder))
  const binaries = findBinaries(home.identity, bases)
  const cluster = await initCluster(home, binaries.initdb, fast)
  const socket = makeSocketFolder(home, earlier?.socketFolder ?? null)
  const { postgres } = binaries
  const server = await startPostmaster({
    postgres,
    cluster,
    socketFolder: socket.folder,
    identity: home.identity,
    fast,
    log,
  })
  let told = false
  void server.ended.then((why) => told || wish.onExit?.(why))
  return {
    socketDir: socket.folder,
    port: socketPort,
    superuser: 'postgres',
    adopted,
    pid: server.pid,
    placed: [...home.placed, ...binaries.placed, ...socket.placed],
    stop: async () => {
      told = true
      await server.stop()
      removeSocketFolder(socket)
    },
    connection: (user, database) => ({ host: socket.folder, port: socketPort, user, database }),
  }
}
