import type { Fault } from '#modules/roster/index.ts'
import type { Texts } from '../texts.nl.ts'

/** Why a file is not read at all, as one sentence. */
export const faultInWords = ({ readIn }: Texts, { code, line = 1, found = '', wanted = '' }: Fault): string => {
  const words = readIn.faults
  if (code === 'headerTwice') return words.headerTwice(found)
  if (code === 'quoteOpen' || code === 'rowTooLong') return words[code](line)
  if (code === 'tooManyRows') return words.tooManyRows(wanted)
  const plain = (['empty', 'tooLarge', 'tooSlow', 'encodingUnknown', 'noRows'] as const).find((one) => one === code)
  return words[plain ?? 'unreadable']
}
