import { join } from 'node:path'
import { createApp } from './app.tsx'
import { modules } from './modules.ts'
import { startWork } from './worker.ts'
import { systemClock } from '#platform/clock.ts'
import { faultSentence, readConfig, type Config } from '#platform/config.ts'
import { StartRefusal } from '#platform/db/embedded/start-refusal.ts'
import { endWithParent } from '#platform/follow-parent.ts'
import type { House } from '#platform/http/app-env.ts'
import { readManifest } from '#platform/http/assets.ts'
import { serveHttp } from '#platform/http/serve.ts'
import { openInstallation, type Installation } from '#platform/installation.ts'
import { configureLog, log } from '#platform/log.ts'
import { root } from '#platform/root.ts'

const assets = join(root, 'dist', 'assets')
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const end = (...lines: readonly string[]): never => {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  process.exit(1)
}

const houseOf = ({ db, config }: Installation): House => ({
  db,
  clock: systemClock,
  secure: config.publicUrl?.startsWith('https:') ?? false,
  origin: config.publicUrl,
  demo: () => false,
  examples: () => [],
  assets: readManifest(assets),
  nav: modules.flatMap((module) => module.nav),
  log,
})

const start = async (config: Config): Promise<void> => {
  const databaseGone = (why: string): never => end(`The database stopped by itself: ${why}`)
  const installation = await openInstallation(config, log, databaseGone)
  const work = config.role === 'web' ? null : await startWork(installation, log)
  const served =
    config.role === 'worker'
      ? null
      : await serveHttp(createApp(houseOf(installation), assets), config.host, config.port)
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await served?.close()
    await work?.stop()
    await installation.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  endWithParent(() => void stop())
  for (const { what, why, where } of installation.placed) say(`The ${what} stands in ${where}: ${why}.`)
  if (served)
    say(`Samenspraak is ready on http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${served.port}`)
}

const read = readConfig(process.env)
if (!read.ok) end(...read.faults.map(faultSentence))
else {
  configureLog(read.config.logLevel)
  for (const warning of read.warnings) say(warning)
  await start(read.config).catch((fault: unknown) => {
    if (fault instanceof StartRefusal) end(fault.message)
    log.error('start.failed', { error: fault })
    end(`Samenspraak did not start: ${fault instanceof Error ? fault.message : String(fault)}`)
  })
}
