/** A name in its Dutch parts. */
export type FullName = { readonly firstName: string | null; readonly prefix: string | null; readonly lastName: string }

const PREFIXES = new Set([
  'van',
  'de',
  'der',
  'den',
  'het',
  "'t",
  '’t',
  'ter',
  'ten',
  'te',
  'op',
  'in',
  'aan',
  'bij',
  'von',
  'du',
  'la',
  'el',
  'al',
  'ben',
  'dos',
  'da',
])

/** Takes "Anna van der Wit" apart: the first word, the prefixes after it, the rest. One word is a last name. */
export const splitName = (typed: string): FullName => {
  const words = typed.trim().split(/\s+/)
  const [first = '', ...rest] = words
  if (rest.length === 0) return { firstName: null, prefix: null, lastName: first }
  const last = rest.findIndex((word, at) => at === rest.length - 1 || !PREFIXES.has(word.toLowerCase()))
  const prefix = rest.slice(0, last).join(' ')
  return { firstName: first, prefix: prefix === '' ? null : prefix, lastName: rest.slice(last).join(' ') }
}

/** The parts with single spaces, as people write the name. */
export const joinName = ({ firstName, prefix, lastName }: FullName): string =>
  [firstName, prefix, lastName].filter((part) => part !== null).join(' ')
