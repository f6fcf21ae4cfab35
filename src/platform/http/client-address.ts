import { isIPv6 } from 'node:net'
import { trustsProxy } from '#platform/config/proxies.ts'
import type { AppContext } from './app-env.ts'

const peerOf = (c: AppContext): string | null => {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress ?? null
}

/**
 * Where a request comes from: the peer or, as far as our own proxies pass it on, whoever they say. What a visitor writes in
 * the header itself is not believed.
 * @param proxies the ranges of TRUSTED_PROXIES
 * @returns an address, or null when the request came over no network
 */
export const clientAddress = (proxies: readonly string[]): ((c: AppContext) => string | null) => {
  const isOurs = trustsProxy(proxies)
  return (c) => {
    let address = peerOf(c)
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
    while (address !== null && isOurs(address)) {
      const before = hops.pop()
      if (before === undefined || before === '') break
      address = before
    }
    return address
  }
}

/** The part of an address that one line of an internet provider shares: all of IPv4, the first half of IPv6. */
export const lineOf = (address: string): string =>
  isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
