import { plainDigits } from '#platform/http/fields.ts'

/** Digits and capitals that nobody takes for one another: no 0 and O, no 1, I and L, no U and V side by side. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters by chance in a code; one more proves that they were typed as they stand. */
export const chanceLetters = 15
const length = chanceLetters + 1

// Each place counts with a number that shares no factor with 30: every single wrong letter shows, and so do two that changed
// places, unless they stand fifteen apart in the alphabet.
const weights = [1, 7, 11, 13, 17, 19, 23, 29]
const proofOf = (letters: string): string => {
  const sum = [...letters].reduce(
    (total, letter, at) => total + (weights[at % weights.length] ?? 1) * alphabet.indexOf(letter),
    0,
  )
  return alphabet[sum % alphabet.length] ?? ''
}

/** A code out of letters that chance gave. */
export const codeFrom = (letters: string): string => letters + proofOf(letters)

/** As a code stands on paper: AB2C D3EF GH4J KM5N. */
export const inGroups = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? ''

/** The code in what somebody typed or scanned, blanks, dashes and small letters aside; null when it cannot be one. */
export const readCode = (typed: string): string | null => {
  const code = plainDigits(typed)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  if (code.length !== length || ![...code].every((letter) => alphabet.includes(letter))) return null
  return codeFrom(code.slice(0, chanceLetters)) === code ? code : null
}

/** A first password has the letters alone: twelve, in three groups. */
export const firstPasswordLetters = 12

/** What a first password is known by: it opens with its own name and no other. */
export const slipKey = (login: string, typed: string): string =>
  `slip ${login} ${plainDigits(typed)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')}`
