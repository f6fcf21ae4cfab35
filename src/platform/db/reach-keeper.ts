import type { Entered } from './context.ts'

/** What one request found out, for the next: the settings of the reach with what they hold for, and who it was. */
export type Kept = { readonly kept: string; readonly entered: Entered }

/**
 * Keeps the reach of sessions for a few seconds. The database says with each request whether it still holds: whether the
 * session is open, the hat and the day are the same, and nothing that makes a reach was changed since. Only a change
 * that is being committed at that very moment can be missed, and no longer than these seconds.
 */
export type ReachKeeper = {
  find(tokenHash: Buffer): Kept | null
  keep(tokenHash: Buffer, kept: Kept): void
  forget(tokenHash: Buffer): void
}

export const noKeeper: ReachKeeper = { find: () => null, keep: () => undefined, forget: () => undefined }

const holdsMs = 5_000
const mostKept = 5_000

export const reachKeeper = (): ReachKeeper => {
  const byToken = new Map<string, Kept & { until: number }>()
  return {
    find: (tokenHash) => {
      const found = byToken.get(tokenHash.toString('base64'))
      return found !== undefined && found.until > performance.now() ? found : null
    },
    keep: (tokenHash, kept) => {
      if (byToken.size >= mostKept) byToken.clear()
      byToken.set(tokenHash.toString('base64'), { ...kept, until: performance.now() + holdsMs })
    },
    forget: (tokenHash) => void byToken.delete(tokenHash.toString('base64')),
  }
}
