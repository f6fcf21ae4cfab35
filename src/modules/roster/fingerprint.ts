import { createHash } from 'node:crypto'
import type { Diff } from './diff/diff.ts'

/** One short text for a whole diff: what is applied must have the one that was shown. */
export const fingerprintOf = (diff: Diff): string =>
  createHash('sha256').update(JSON.stringify(diff)).digest('base64url')
