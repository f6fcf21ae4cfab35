import { z } from 'zod'
import { checkHealth } from '#platform/health.ts'
import { version } from '#platform/version.ts'
import { command, type Outcome } from './command.ts'
import { noRest } from './options.ts'

export const showHealth = command({
  name: 'health',
  usage: '',
  about:
    'asks the running server about its database, clock, migrations and disk; exit 2 when none runs or something is wrong',
  options: {},
  args: z.object({}),
  needsServer: true,
  read: (given) => {
    noRest(given)
    return { args: {} }
  },
  run: async ({ db, clock, config }): Promise<Outcome> => {
    const health = await checkHealth({ db, clock, dataDir: config.dataDir })
    const lines = health.parts.map(({ name, status, what }) => `${name}: ${status}. ${what}`)
    const wrong = health.parts.filter(({ status }) => status === 'error').map(({ what }) => what)
    return { exit: wrong.length > 0 ? 2 : 0, problem: wrong.join(' ') || null, lines, json: { version, ...health } }
  },
})
