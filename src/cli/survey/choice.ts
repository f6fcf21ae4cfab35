import type { Given } from '../options.ts'
import { WrongUse } from '../wrong-use.ts'

/** The value of an option that has few; null when it is not given. @throws WrongUse */
export const oneOf = <T extends string>({ values }: Given, name: string, choices: readonly T[]): T | null => {
  const typed = values.get(name)
  if (typed === undefined) return null
  const choice = choices.find((one) => one === typed)
  if (choice === undefined)
    throw new WrongUse(`--${name} is ${JSON.stringify(typed)}, but must be one of ${choices.join(', ')}.`)
  return choice
}
