import { join } from 'node:path'
import type { Hono } from 'hono'
import { systemClock } from '#platform/clock.ts'
import { faultSentence, readConfig, type Config, type Environment } from '#platform/config.ts'
import { StartRefusal } from '#platform/db/embedded/start-refusal.ts'
import { reachKeeper } from '#platform/db/reach-keeper.ts'
import { endWithParent } from '#platform/follow-parent.ts'
import { checkHealth } from '#platform/health.ts'
import type { AppEnv, House } from '#platform/http/app-env.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import { wrongTries } from '#platform/http/wrong-tries.ts'
import { openVault } from '#platform/vault.ts'
import { readManifest } from '#platform/http/assets.ts'
import type { NavEntry } from '#platform/http/frame.ts'
import type { FindHinders } from '#platform/http/hinders.ts'
import type { FindOpenItems } from '#platform/http/open-item.ts'
import { CannotListen, demandFree, serveHttp } from '#platform/http/serve.ts'
import { openInstallation, type Installation } from '#platform/installation.ts'
import { configureLog, log, type Log } from '#platform/log.ts'
import { root } from '#platform/root.ts'

/** The demo, as far as this installation has one: whether it answers, whom it offers, and what is said at start. */
export type Demo = Pick<House, 'demo' | 'examples'> & {
  lines: readonly string[]
  /** What is left to load once the pages are served. `stop` ends it between two steps; the next start goes on. */
  goOn: () => { done: Promise<void>; stop: () => Promise<void> }
}

/** What the entry file brings together, because only it knows every module. */
export type Program = {
  nav: readonly NavEntry[]
  openItems: readonly FindOpenItems[]
  hinders: readonly FindHinders[]
  app: (house: House, assets: string) => Hono<AppEnv>
  /** Loads the demo where one belongs. */
  demo: (installation: Installation, log: Log) => Promise<Demo>
  /** Goes on beside the pages, until stopped. */
  work: (installation: Installation, log: Log) => Promise<{ stop(): Promise<void> }>
  /** Answers the command line, until closed. */
  commands: (installation: Installation, log: Log) => Promise<{ close(): Promise<void> }>
}

const assets = join(root, 'dist', 'assets')
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const end = (...lines: readonly string[]): never => {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  process.exit(1)
}

const houseOf = (
  { db, config }: Installation,
  { nav, openItems, hinders }: Program,
  { demo, examples }: Demo,
): House => ({
  db,
  reaches: reachKeeper(),
  clock: systemClock,
  secure: config.publicUrl?.startsWith('https:') ?? false,
  origin: config.publicUrl,
  demo,
  examples,
  assets: readManifest(assets),
  nav,
  openItems,
  hinders,
  health: () => checkHealth({ db, clock: systemClock, dataDir: config.dataDir }),
  log,
  vault: openVault(config.dataDir),
  mails: config.mail !== null,
  addressOf: clientAddress(config.trustedProxies),
  wrongTries: wrongTries(),
})

const words = {
  database: 'The database stands',
  binaries: 'PostgreSQL was copied and stands',
  socket: 'The socket of the database stands',
} as const

type Stoppable = () => Promise<unknown>

const stopOnSignal = (parts: readonly Stoppable[]): void => {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    for (const part of parts.toReversed()) await part()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  endWithParent(() => void stop())
}

const addressOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

const start = async (program: Program, config: Config): Promise<void> => {
  const parts: Stoppable[] = []
  stopOnSignal(parts)
  const installation = await openInstallation(config, log, (why) => end(`The database stopped by itself: ${why}`))
  parts.push(() => installation.stop())
  for (const { what, why, where } of installation.placed) say(`${words[what]} in ${where}: ${why}.`)
  // Before the demo is loaded, and after the folder is known to be ours: whoever starts twice hears of the folder.
  if (config.role !== 'worker') await demandFree(config.host, config.port)
  if (config.role !== 'web') {
    const work = await program.work(installation, log)
    parts.push(() => work.stop())
  }
  const demo = await program.demo(installation, log)
  const commands = await program.commands(installation, log)
  parts.push(() => commands.close())
  if (config.role === 'worker') return
  const app = program.app(houseOf(installation, program, demo), assets)
  const served = await serveHttp(app, config.host, config.port)
  parts.push(() => served.close())
  say(`Samenspraak is ready on ${addressOf(config.host, served.port)}`)
  for (const line of demo.lines) say(line)
  const { stop } = demo.goOn()
  parts.push(stop)
}

/** Reads the configuration, starts everything, and stops it in the opposite order when told to. */
export const runProgram = async (program: Program, env: Environment): Promise<void> => {
  const read = readConfig(env)
  if (!read.ok) return end(...read.faults.map(faultSentence))
  configureLog(read.config.logLevel)
  for (const warning of read.warnings) say(warning)
  await start(program, read.config).catch((fault: unknown) => {
    if (fault instanceof StartRefusal || fault instanceof CannotListen) end(fault.message)
    log.error('start.failed', { error: fault })
    end(`Samenspraak did not start: ${fault instanceof Error ? fault.message : String(fault)}`)
  })
}
