import { SurveyError } from '#stats'
import { type Described, type Outcome, refused } from '../command.ts'
import { type Given, type OptionKinds, parseOptions } from '../options.ts'
import { Refusal } from './refusal.ts'

/** A command that works on files alone: it needs no settings, no server and no database. */
export type LocalCommand = Described & {
  readonly runLocal: (argv: readonly string[]) => Promise<Outcome & { readonly asJson: boolean }>
}

type Draft<Args> = Described & {
  readonly options: OptionKinds
  readonly read: (given: Given) => Args
  readonly run: (args: Args) => Promise<Outcome>
}

/** Makes one of its parts; `--json` comes with every one. What the figures refuse is told in one sentence. */
export const localCommand = <Args>({ name, usage, about, options, read, run }: Draft<Args>): LocalCommand => ({
  name,
  usage: `${usage} [--json]`,
  about,
  runLocal: async (argv) => {
    const given = parseOptions(argv, { ...options, json: 'flag' })
    const args = read(given)
    const asJson = given.flags.has('json')
    try {
      return { ...(await run(args)), asJson }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof SurveyError)) throw error
      return { ...refused(error.message.replaceAll(/\s*[\r\n]\s*/g, ' ')), asJson }
    }
  },
})
