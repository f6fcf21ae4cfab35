import { randomBytes } from 'node:crypto'

// Without letters and digits that look like another: 32 signs, five bits each.
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A code to read from paper and type over: groups of four, five bits a sign. */
export const paperCode = (groups: number): string =>
  Array.from(randomBytes(groups * 4), (byte) => signs[byte % signs.length])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-')

/** What was typed as it stands on the paper, whatever the capitals and the blanks. */
export const asPaperCode = (typed: string): string => {
  const bare = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return bare.replaceAll(/(.{4})(?=.)/g, '$1-')
}
