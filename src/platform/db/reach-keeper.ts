import type { Entered } from './context.ts'

/** What one request found out, for the next: the settings of the reach with what they hold for, and who it was. */
export type Kept = { readonly kept: string; readonly entered: Entered }

/**
 * Remembers the reach of sessions. It is no proof of anything: the database says with each request whether what is
 * remembered still holds (`app.resume`).
 */
export type ReachKeeper = {
  find(tokenHash: Buffer): Kept | null
  keep(tokenHash: Buffer, kept: Kept): void
  forget(tokenHash: Buffer): void
}

/** For who always wants to be judged anew. */
export const noKeeper: ReachKeeper = { find: () => null, keep: () => undefined, forget: () => undefined }

// However right the database's answer is, nothing is kept for longer than a right may outlive its end.
const holdsMs = 60_000
// The reach of a parent is a thousand letters, of a teacher of many classes some tens of thousands.
const mostLetters = 8_000_000

/**
 * A keeper of its own for one process.
 * @param now milliseconds that only go forward
 */
export const reachKeeper = (now: () => number = () => performance.now(), most = mostLetters): ReachKeeper => {
  const byToken = new Map<string, Kept & { until: number }>()
  let letters = 0
  let sweep: NodeJS.Timeout | null = null
  const forget = (key: string): void => {
    letters -= byToken.get(key)?.kept.length ?? 0
    byToken.delete(key)
  }
  const sweepLater = (): void => {
    sweep ??= setTimeout(() => {
      sweep = null
      for (const [key, { until }] of byToken) if (until <= now()) forget(key)
      if (byToken.size > 0) sweepLater()
    }, holdsMs).unref()
  }
  return {
    find: (tokenHash) => {
      const found = byToken.get(keyOf(tokenHash))
      return found !== undefined && found.until > now() ? found : null
    },
    keep: (tokenHash, { kept, entered }) => {
      const key = keyOf(tokenHash)
      forget(key)
      byToken.set(key, { kept, entered, until: now() + holdsMs })
      letters += kept.length
      // The oldest stand first.
      for (const [oldest, { until }] of byToken) {
        if (letters <= most && until > now()) break
        forget(oldest)
      }
      // Nobody's name stays behind in a program that nobody asks anything.
      sweepLater()
    },
    forget: (tokenHash) => forget(keyOf(tokenHash)),
  }
}

const keyOf = (tokenHash: Buffer): string => tokenHash.toString('latin1')
