// Who is meant by a name or a number in a file: somebody of this group, or nobody.

/** A pupil of the group, with what a file may say of it. */
export type Nameable = {
  pupil: string
  /** The number that the school's own records give it. */
  key: string | null
  first: string | null
  prefix: string | null
  last: string | null
}

export type Found = { is: 'one'; pupil: Nameable } | { is: 'none' } | { is: 'several' }

export type PupilNames = { byKey: (text: string) => Found; byName: (text: string) => Found }

export const pupilNames = (pupils: readonly Nameable[]): PupilNames => {
  const keys = Map.groupBy(
    pupils.filter(({ key }) => key !== null),
    ({ key }) => sameText(key ?? ''),
  )
  const names = new Map<string, Nameable[]>()
  for (const one of pupils)
    for (const name of new Set(waysToWrite(one).map(sameText))) names.set(name, [...(names.get(name) ?? []), one])
  return {
    byKey: (text) => among(keys.get(sameText(text))),
    byName: (text) => among(names.get(sameText(text))),
  }
}

/** As lists and pages show a name. */
export const shownName = ({ first, prefix, last }: Nameable): string => joined(first, prefix, last)

const among = (found: readonly Nameable[] | undefined): Found => {
  const [one, ...others] = found ?? []
  if (one === undefined) return { is: 'none' }
  return others.length === 0 ? { is: 'one', pupil: one } : { is: 'several' }
}

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' ')

/** First name first, or surname first with the prefix at either end. */
const waysToWrite = ({ first, prefix, last }: Nameable): string[] =>
  [
    joined(first, prefix, last),
    `${joined(last)}, ${joined(first, prefix)}`,
    `${joined(prefix, last)}, ${joined(first)}`,
    `${joined(last)}, ${joined(first)}, ${joined(prefix)}`,
  ].filter((name) => name.replaceAll(/[\s,]/g, '') !== '')

/** Two writings of one text are equal: capitals, the shape of an apostrophe or a hyphen, and spaces aside. Accents count. */
export const sameText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’‘ʼ`´]/gu, "'")
    .replaceAll(/[‐‑–]/gu, '-')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?, ?/g, ', ')
    .trim()
