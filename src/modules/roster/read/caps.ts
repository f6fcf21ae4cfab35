/** How much of a file is read at most. `bytes` of the file, `depth` of elements, `seconds` of reading, `heap` of the reader in MB. */
export type Caps = { bytes: number; depth: number; seconds: number; heap: number }

export const defaultCaps: Caps = { bytes: 64 * 1024 * 1024, depth: 32, seconds: 60, heap: 192 }

/** The longest text of one field that is kept while reading, in signs; each field has its own, smaller limit after that. */
export const longestField = 2000
