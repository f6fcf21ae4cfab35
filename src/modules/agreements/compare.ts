/** A piece of a text beside another version of it. */
export type Part = { as: 'same' | 'gone' | 'new'; text: string }

/** Words, marks and blanks one by one: a changed comma is a change. */
const piecesOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{M}\p{N}’']*|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/**
 * What went and what came between two texts, by the longest common subsequence of their words and marks.
 * @returns pieces in reading order; those that are not 'new' make the first text, those that are not 'gone' the second
 */
export const compareTexts = (before: string, after: string): Part[] => {
  const [old, fresh] = [piecesOf(before), piecesOf(after)]
  const common = commonLengths(old, fresh)
  const parts: Part[] = []
  const add = (as: Part['as'], text: string): void => {
    const last = parts.at(-1)
    if (last?.as === as) last.text += text
    else parts.push({ as, text })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [one = '', other = ''] = [old[i], fresh[j]]
    if (i < old.length && j < fresh.length && one === other) {
      add('same', one)
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      add('gone', one)
      i += 1
    } else {
      add('new', other)
      j += 1
    }
  }
  return joined(parts)
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Changed words that stand beside each other are one change, with the blanks between them. */
const joined = (parts: readonly Part[]): Part[] => {
  const found: Part[] = []
  let run: Part[] = []
  const end = (): void => {
    found.push(...oneChange(run))
    run = []
  }
  parts.forEach((part, at) => {
    const goesOn = run.length > 0 && isBlank(part.text) && (parts[at + 1]?.as ?? 'same') !== 'same'
    if (part.as !== 'same' || goesOn) run.push(part)
    else {
      end()
      found.push(part)
    }
  })
  end()
  return found
}

/** What went and what came in a run of changes. A side of blanks alone says nothing: then they stay apart. */
const oneChange = (run: readonly Part[]): Part[] => {
  const textOf = (as: Part['as']): string =>
    run
      .filter((part) => part.as === as || part.as === 'same')
      .map(({ text }) => text)
      .join('')
  const [gone, fresh] = [textOf('gone'), textOf('new')]
  if (run.length < 3 || isBlank(gone) || isBlank(fresh)) return [...run]
  return [
    { as: 'gone', text: gone },
    { as: 'new', text: fresh },
  ]
}

/** How much the tails of both from each place have in common. */
const commonLengths = (old: readonly string[], fresh: readonly string[]): number[][] => {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: fresh.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? []
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      row[j] =
        old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
  }
  return lengths
}

const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0

/** Whether anything differs. */
export const differs = (parts: readonly Part[]): boolean => parts.some(({ as }) => as !== 'same')
