import { isIP } from 'node:net'

/** Where passkeys of this house count: a domain, and the address that the browser must say it is on. */
export type PasskeyPlace = { id: string; origin: string }

/**
 * A passkey belongs to a domain, so an installation that is reached by an address of numbers has none.
 * @param publicOrigin what PUBLIC_URL says, or null
 * @param host what the browser asked for; believed only where it is this machine itself
 */
export const passkeyPlace = (publicOrigin: string | null, host: string | undefined): PasskeyPlace | null => {
  const asked = `http://${host ?? ''}`
  const url = publicOrigin === null ? (URL.canParse(asked) ? new URL(asked) : null) : new URL(publicOrigin)
  if (url === null) return null
  const { hostname, origin, protocol } = url
  if (isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return null
  if (hostname === 'localhost') return { id: hostname, origin }
  return publicOrigin !== null && protocol === 'https:' ? { id: hostname, origin } : null
}
