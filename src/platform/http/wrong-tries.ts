import { createHmac, randomBytes } from 'node:crypto'
import { lineOf } from './client-address.ts'

/**
 * Wrong tries by where they come from. A school is one address: whoever is right is never counted, and only a flood is held
 * up, for the rest of its minute.
 */
export type WrongTries = {
  /** Seconds to wait, or 0. */
  wait(address: string | null): number
  count(address: string | null): void
}

const minuteMs = 60_000
const mostWrong = 200

/** Counts in this process alone. An address is kept as a hash with a key of this process, for a minute. @param now only goes forward */
export const wrongTries = (now: () => number = () => performance.now(), most = mostWrong): WrongTries => {
  const key = randomBytes(32)
  const counts = new Map<string, number>()
  let minute = 0
  const current = (): Map<string, number> => {
    const at = Math.floor(now() / minuteMs)
    if (at !== minute) counts.clear()
    minute = at
    return counts
  }
  const hashOf = (address: string): string => createHmac('sha256', key).update(lineOf(address)).digest('base64')
  return {
    wait: (address) =>
      address === null || (current().get(hashOf(address)) ?? 0) < most
        ? 0
        : Math.ceil((minuteMs - (now() % minuteMs)) / 1000),
    count: (address) => {
      if (address !== null) current().set(hashOf(address), (current().get(hashOf(address)) ?? 0) + 1)
    },
  }
}
