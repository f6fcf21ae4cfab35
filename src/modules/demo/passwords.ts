import { createHash, createHmac } from 'node:crypto'
import { secretInFolder } from '#platform/secret-in-folder.ts'

/** The passwords of the demo's people: of this installation alone, the same at each start. */
export type Passwords = {
  of(login: string): string
  /** Tells whether two starts give the same passwords, and nothing about them. */
  mark: string
}

// Without letters that look like another letter or a number.
const alphabet = 'abcdefghjkmnpqrstuvwxyz'

/** Derives the passwords from a secret that is kept in the data folder, and made there the first time. */
export const openPasswords = (dataDir: string): Passwords => {
  const secret = secretInFolder(dataDir, 'demo.secret')
  const derive = (words: string): Buffer => createHmac('sha256', secret).update(words).digest()
  return {
    of: (login) => {
      const all = Array.from(derive(`password of ${login}`).subarray(0, 16), (byte) => alphabet[byte % alphabet.length])
      return [0, 4, 8, 12].map((from) => all.slice(from, from + 4).join('')).join('-')
    },
    mark: createHash('sha256').update(derive('mark')).digest('hex').slice(0, 16),
  }
}
