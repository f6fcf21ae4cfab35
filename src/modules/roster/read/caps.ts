/**
 * How much of a file is read at most: `bytes` of the file, `rows` of all kinds, `depth` of elements, `refusals` before the
 * file as a whole is refused, `seconds` of reading, and `heap` in MB that reading may add. Twice that ends the thread; we
 * stop well before, since a thread that runs out of memory can take the process with it.
 */
export type Caps = { bytes: number; rows: number; depth: number; refusals: number; seconds: number; heap: number }

export const defaultCaps: Caps = {
  bytes: 64 * 1024 * 1024,
  rows: 200_000,
  depth: 32,
  refusals: 10_000,
  seconds: 30,
  heap: 256,
}

/** The longest text of one field that is kept while reading, in signs; each field has its own, smaller limit after that. */
export const longestField = 2000

/** The longest stretch between two tags, or within one, and the longest row of a list, in signs. */
export const longestStretch = 6 * 1024 * 1024

/** More cells than any row of a list has, and more groups than any person is in. */
export const mostCells = 5000
export const mostRefs = 200

/** Repairs that are told one by one; of the others only the number is. */
export const mostRepairs = 20_000
