import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { DataInUse, reasonOf, StartRefusal } from '#platform/db/embedded/start-refusal.ts'
import { type Installation, openInstallation } from '#platform/installation.ts'
import { askLocal, LocalSocketBroken, LocalSocketClosed } from '#platform/local-socket/ask-local.ts'
import { log } from '#platform/log.ts'
import { anchorKeeper } from '#platform/ledger/anchor-keeper.ts'
import { startSealer } from '#platform/ledger/sealer.ts'
import { anchorFile } from '../worker.ts'
import { breakable } from './breakable.ts'
import { type Command, type Outcome, refused } from './command.ts'

type Wish = {
  readonly command: Command
  readonly args: unknown
  readonly body: AsyncIterable<Uint8Array>
  /** Fires when the operator breaks off; what the command had begun is then undone. */
  readonly signal: AbortSignal
}

const PATIENCE_MS = 30_000
const PAUSE_MS = 200

/** Performs a command: in the server that runs on the data folder or, when none runs, on the database itself. */
export const perform = async (config: Config, asked: Wish): Promise<Outcome> => {
  const wish = { ...asked, body: breakable(asked.body, asked.signal) }
  try {
    for (let waited = 0; ; waited += PAUSE_MS) {
      const answered = await askServer(config, wish)
      if (answered !== null) return answered
      if (wish.command.needsServer) return refused(`No server runs on ${config.dataDir}.`)
      const own = await onItsOwn(config, wish, waited >= PATIENCE_MS)
      if (own !== null) return own
      await wait(PAUSE_MS, undefined, { signal: wish.signal })
    }
  } catch (error) {
    return refused(sentenceOf(error, config))
  }
}

const outcome = z.object({
  exit: z.literal([0, 2]),
  problem: z.string().nullable(),
  lines: z.array(z.string()),
  json: z.json(),
})

const askServer = async ({ dataDir }: Config, { command, args, body, signal }: Wish): Promise<Outcome | null> => {
  const query = new URLSearchParams({ args: JSON.stringify(args) })
  const path = `/commands/${encodeURIComponent(command.name)}?${query.toString()}`
  const answer = await askLocal(dataDir, { method: 'POST', path, body, signal })
  if (answer === null) return null
  if (answer.status === 200) return outcome.parse(answer.json)
  if (answer.status === 404)
    return refused('The running server is of another version and does not know this command: start it again.')
  return refused('Something went wrong in the server, and nothing was changed; its log says what.')
}

/** Null when the folder is taken by a server that does not answer yet: it is starting, or another command is at work. */
const onItsOwn = async (
  config: Config,
  { command, args, body, signal }: Wish,
  impatient: boolean,
): Promise<Outcome | null> => {
  try {
    const installation = await open(config)
    try {
      signal.throwIfAborted()
      const outcome = await command.run({ db: installation.db, config, clock: systemClock, body }, args)
      if (command.changes) await seal(installation)
      return outcome
    } finally {
      await installation.stop()
    }
  } catch (error) {
    if (error instanceof DataInUse && !impatient) return null
    throw error
  }
}

/** Seals what the command wrote in the ledger, as a server would. What is not sealed now is sealed by the next one. */
const seal = async ({ db, config }: Installation): Promise<void> => {
  const onError = (error: unknown): void => log.error('ledger.sealing', { error })
  await startSealer(db, anchorKeeper(db, anchorFile(config), systemClock), { onError })
    .stop()
    .catch(onError)
}

const open = (config: Config): Promise<Installation> =>
  openInstallation(config, log).catch((error: unknown) => {
    if (error instanceof StartRefusal) throw error
    log.error('installation.failed', { error })
    throw new StartRefusal(`The installation cannot be opened: ${reasonOf(error)}`)
  })

const sentenceOf = (error: unknown, { dataDir }: Config): string => {
  if (error instanceof StartRefusal) return error.message
  if (error instanceof LocalSocketClosed)
    return `The data folder ${dataDir} belongs to another user: run this command as that user.`
  if (error instanceof LocalSocketBroken)
    return 'The connection to the server broke off: this was done as a whole or not at all, so look before you try again.'
  if (error instanceof Error && error.name === 'AbortError') return 'Broken off; nothing was changed.'
  log.error('command.failed', { error })
  return 'Something went wrong inside, and nothing was changed; the line above says where.'
}
