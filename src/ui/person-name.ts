/** The parts of a name as schools keep them: first name, prefix ("van den") and last name. Any part may be absent or empty. */
export interface PersonName {
  readonly firstName?: string | null | undefined
  readonly prefix?: string | null | undefined
  readonly lastName?: string | null | undefined
}

/** "Saar van den Brand". */
export const fullName = (name: PersonName): string => joined([name.firstName, name.prefix, name.lastName], ' ')

/** "Brand, Saar van den": the Dutch order of lists, prefix behind. */
export const sortName = (name: PersonName): string =>
  joined([name.lastName, joined([name.firstName, name.prefix], ' ')], ', ')

/** Order of a class list: last name, first name, prefix, as a Dutch reader expects (case and accents last). */
export const compareNames = (one: PersonName, other: PersonName): number =>
  compareWords(one.lastName, other.lastName) ||
  compareWords(one.firstName, other.firstName) ||
  compareWords(one.prefix, other.prefix)

/** The first letters of a name's first word, and with `count` 2 of its last. A letter is what a reader sees as one. */
export const initialsOf = (name: string, count: 1 | 2): string => {
  const words = name.split(/\s+/u).map(firstLetter).filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return count === 1 ? first : first + last
}

const joined = (parts: readonly (string | null | undefined)[], between: string): string =>
  parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(between)

const compareWords = (one: string | null | undefined, other: string | null | undefined): number =>
  collator.compare(bare(one), bare(other))

// ’t Hooft stands under H: an article cut short does not count for the order.
const bare = (word: string | null | undefined): string => (word ?? '').replace(/^['’‘ʼ`][a-z](?=\s)\s*/iu, '').trim()

// A letter with the marks that belong to it. A segmenter would know more scripts, at forty times the cost on every page.
const firstLetter = (word: string): string => (/[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? '').toLocaleUpperCase('nl')

const collator = new Intl.Collator('nl', { numeric: true })
