import { createHash } from 'node:crypto'
import { codeFrom } from '#modules/letters/code.ts'
import type { SchoolNumber } from './cast-names.ts'

const hashed = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The code on the letter to this one, as it is scanned and typed. */
export const letterCodeOf = (school: SchoolNumber, letter: string): string =>
  codeFrom(
    createHash('sha256')
      .update(`letter ${school} ${letter}`)
      .digest('hex')
      .toUpperCase()
      .replaceAll(/[01]/g, 'Z')
      .slice(0, 15),
  )
export const letterHash = (school: SchoolNumber, letter: string): Buffer => hashed(letterCodeOf(school, letter))
/** When the child was born, which is what its letters ask. */
export const birthDate = '2018-05-14'
/** The name and the first password that a pupil without an account was given. */
export const slipOf = (school: SchoolNumber) => ({ login: `slip@school-${school}`, firstPassword: 'AAAA BBBB CCCC' })
