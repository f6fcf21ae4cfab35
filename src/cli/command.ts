import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { type Given, type OptionKinds, parseOptions } from './options.ts'

/** What a command works with: in the running server, or in the command's own process when no server runs. */
export type CommandContext = {
  readonly config: Config
  readonly db: Kysely<never>
  readonly clock: Clock
  /** The bytes of the file the command was given; nothing when it takes none. */
  readonly body: AsyncIterable<Uint8Array>
}

/** How it went: 0 done, 2 refused as a whole. `problem` is one sentence for stderr, `lines` and `json` are for stdout. */
export type Outcome = {
  readonly exit: 0 | 2
  readonly problem: string | null
  readonly lines: readonly string[]
  readonly json: unknown
}

export const done = (json: unknown, lines: readonly string[]): Outcome => ({ exit: 0, problem: null, lines, json })

/** Refused as a whole: nothing was changed. The sentence is in the JSON too. */
export const refused = (problem: string, json: object = {}, lines: readonly string[] = []): Outcome => ({
  exit: 2,
  problem,
  lines,
  json: { ...json, refused: problem },
})

/** A command as typed, understood: its arguments, and the file whose bytes go along. */
export type Asked = { readonly args: unknown; readonly file: string | null; readonly json: boolean }

/** A command that works on the installation. */
export type Command = Described & {
  /** Whether it may write, so that the ledger has something to seal afterwards. */
  readonly changes: boolean
  /** Whether it is about the running server, so that without one there is nothing to do. */
  readonly needsServer: boolean
  readonly read: (argv: readonly string[]) => Asked
  readonly run: (context: CommandContext, args: unknown) => Promise<Outcome>
}

export type Described = {
  readonly name: string
  /** How it is typed after its name. */
  readonly usage: string
  readonly about: string
}

type Draft<Args> = Described & {
  readonly options: OptionKinds
  readonly changes?: boolean
  readonly needsServer?: boolean
  /** Parses what comes out of the socket. */
  readonly args: z.ZodType<Args>
  readonly read: (given: Given) => { readonly args: Args; readonly file?: string }
  readonly run: (context: CommandContext, args: Args) => Promise<Outcome>
}

/** Makes a command of its parts; `--json` comes with every one. */
export const command = <Args>({
  name,
  usage,
  about,
  options,
  args: schema,
  changes = false,
  needsServer = false,
  read,
  run,
}: Draft<Args>): Command => ({
  name,
  usage: `${usage} [--json]`.trim(),
  about,
  changes,
  needsServer,
  read: (argv) => {
    const given = parseOptions(argv, { ...options, json: 'flag' })
    const { args, file = null } = read(given)
    return { args, file, json: given.flags.has('json') }
  },
  run: (context, args) => run(context, schema.parse(args)),
})
