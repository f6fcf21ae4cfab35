import { z } from 'zod'
import { systemClock } from '#platform/clock.ts'
import type { Installation } from '#platform/installation.ts'
import type { Log } from '#platform/log.ts'
import { type LocalHandler, type LocalServer, serveLocal } from '#platform/local-socket/serve-local.ts'
import { commands } from './commands.ts'

/** Lets commands typed on this machine run in this process. Close it before the installation stops. */
export const serveCommands = ({ db, config }: Installation, log: Log): Promise<LocalServer> =>
  serveLocal({
    dataDir: config.dataDir,
    handler: commandHandler({ db, config }, log),
    onError: (error) => log.error('command.failed', { error }),
  })

const commandHandler =
  ({ db, config }: Pick<Installation, 'db' | 'config'>, log: Log): LocalHandler =>
  async ({ method, path, query, body }) => {
    const name = decodeURIComponent(path.replace(/^\/commands\//, ''))
    const command = commands.find((one) => one.name === name)
    if (method !== 'POST' || command === undefined) return { status: 404, json: null }
    log.info('command.started', { command: name.replace(' ', '-') })
    const outcome = await command.run({ db, config, clock: systemClock, body }, parsed(query.get('args')))
    return { status: 200, json: outcome }
  }

const parsed = (text: string | null): unknown => z.json().parse(JSON.parse(text ?? 'null'))
